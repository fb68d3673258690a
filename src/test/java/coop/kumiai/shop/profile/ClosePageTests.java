package coop.kumiai.shop.profile;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Members;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.Visitor;
import coop.kumiai.testing.Visitor.Shown;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.Map;

@KumiaiTest
class ClosePageTests {
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired Members members;
    @Autowired Mails mails;
    CoopId coop;
    String root;
    String email;

    @BeforeEach
    void aMember() {
        coop = coops.fresh();
        root = "/" + coop + "/";
        email = TestMembers.email();
    }

    @Test
    @Rule({"N-REG-7", "B-LEAVE-1"})
    void theAccountEndsAndTheMembershipStays() {
        var member = some.applied(coop, email);
        var visitor = signedIn();
        var elsewhere = signedIn();
        var page = visitor.open(root + "account/close");
        assertThat(page.words()).contains("組合員であること、出資金");
        assertThat(visitor.follow(visitor.submit(page, Map.of())).words()).contains("済みました");
        assertThat(visitor.open(root + "account").status()).isEqualTo(302);
        assertThat(elsewhere.open(root + "account").status()).isEqualTo(302);
        assertThat(signIn(new Visitor(port)).status()).isEqualTo(422);
        assertThat(members.get(coop, member.memberId()).name().full()).isEqualTo("山田 花子");
        assertThat(mails.only(email).text()).startsWith("山田 花子 様").contains("出資金");
    }

    @Test
    void whoeverHasClosedMayRegisterAgain() {
        some.applied(coop, email);
        var visitor = signedIn();
        visitor.submit(visitor.open(root + "account/close"), Map.of());
        some.applied(coop, email);
        assertThat(signIn(new Visitor(port)).status()).isEqualTo(303);
    }

    private Visitor signedIn() {
        var visitor = new Visitor(port);
        signIn(visitor);
        return visitor;
    }

    private Shown signIn(Visitor who) {
        return who.submit(
                who.open(root + "sign-in"),
                Map.of("email", email, "password", TestMembers.PASSWORD));
    }
}
