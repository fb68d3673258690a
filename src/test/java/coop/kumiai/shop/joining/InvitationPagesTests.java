package coop.kumiai.shop.joining;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.SecondFactorTerms;
import coop.kumiai.accounts.SecondFactorTerms.Asked;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Shares;
import coop.kumiai.members.TypedAddress;
import coop.kumiai.members.TypedJoiner;
import coop.kumiai.membership.JoinApplications;
import coop.kumiai.membership.TypedJoinForm;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.Visitor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** From the mailed invitation to My Page, at the address that the co-op has known before. */
@KumiaiTest
class InvitationPagesTests {
    private static final UUID STAFF = new UUID(7, 7);
    private static final Map<String, String> CHOSEN =
            Map.of(
                    "birthDate", "昭和61年5月3日",
                    "password", TestMembers.PASSWORD,
                    "again", TestMembers.PASSWORD);

    @LocalServerPort int port;
    @Autowired JoinApplications applications;
    @Autowired Shares shares;
    @Autowired TestCoops coops;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    CoopId coop;
    String email;
    String link;

    @BeforeEach
    void whoHasPaidInIsInvited() {
        coop = coops.school();
        email = TestMembers.email();
        var address = new TypedAddress("", "", "", "1130033", "東京都", "文京区", "本郷", "3-4-5", "");
        var joiner = new TypedJoiner("山田", "花子", "やまだ", "はなこ", "0355501234", "1986/5/3", address);
        var form = new TypedJoinForm(joiner, email, "さくら小学校", "10");
        var received =
                applications.receive(coop, form, UUID.randomUUID().toString(), Optional.empty());
        var member = applications.accept(coop, received.applicationId(), STAFF, "窓口");
        shares.payIn(coop, member, Yen.of(10_000), STAFF, "pay:" + member, "");
        var mail = mails.only(email).links().stream();
        link = mail.filter(it -> it.contains("/invitation/")).findFirst().orElseThrow();
        link = link.substring(link.indexOf("/" + coop));
    }

    @Test
    @Rule({"M-USE-3", "M-USE-2"})
    void aMailScannerUsesNothingUpAndTheMemberRegisters() {
        for (var i = 0; i < 3; i++) {
            assertThat(new Visitor(port).open(link).status()).isEqualTo(200);
        }
        var member = new Visitor(port);
        var registered = member.follow(member.submit(member.open(link), CHOSEN));
        assertThat(member.follow(registered).words()).contains("2026年12月1日");
        assertThat(new Visitor(port).open(link).status()).isEqualTo(410);
    }

    @Test
    @Rule("U-SIGN-1")
    void theAddressThatTheCoopKnowsSignsUpAndItsMailboxConfirmsEverySignIn() {
        var always = new SecondFactorTerms(Asked.ALWAYS, Asked.ALWAYS);
        coops.decide(coop, always, "", LocalDate.of(2026, 1, 1));
        var first = new Visitor(port);
        first.submit(first.open(link), CHOSEN);
        clock.standAt(TestClock.jst("2026-12-01T09:00"));

        var later = new Visitor(port);
        var typed = Map.of("email", email, "password", TestMembers.PASSWORD);
        var second = later.follow(later.submit(later.open("/" + coop + "/sign-in"), typed));
        assertThat(second.words()).contains("確認コード", email);
        var code = Map.of("code", mails.to(email, 2).getFirst().code());
        later.submit(second, code);
        assertThat(later.open("/" + coop + "/account").words()).contains("山田 花子", "組合員コード");
    }
}
