package coop.kumiai.shop.profile;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Member;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.Visitor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@KumiaiTest
class LooksPageTests {
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestMembers some;
    @Autowired Accounts accounts;
    @Autowired Audit audit;
    @Autowired BusinessClock clock;
    CoopId coop;
    String root;
    Member member;
    UUID clerk;
    Visitor visitor;

    @BeforeEach
    void aMemberAndAClerk() {
        coop = coops.fresh();
        root = "/" + coop + "/";
        var email = TestMembers.email();
        member = some.applied(coop, email);
        clerk =
                accounts.createStaff(
                                coop,
                                "desk@example.com",
                                "tana no aida 88",
                                "渋谷店 組合員係",
                                Set.of(new StaffRole(StaffRole.Kind.DESK, "shibuya")))
                        .accountId();
        visitor = new Visitor(port);
        visitor.submit(
                visitor.open(root + "sign-in"),
                Map.of("email", email, "password", TestMembers.PASSWORD));
    }

    @Test
    @Rule({"M-SEC-1", "N-SEC-1"})
    void aMemberReadsWhoOfTheStaffLookedAndWhy() {
        assertThat(looks()).contains("まだ記録はありません");
        audit.note(coop, clerk, "order.looked-at", member.memberId(), "お電話での<お問い合わせ>");
        assertThat(looks()).contains("ご注文を見ました", "渋谷店 組合員係", "お電話での<お問い合わせ>");
    }

    @Test
    void whatTheMemberDidAndWhatWasDoneToOthersIsNotThere() {
        var other = some.applied(coop);
        audit.note(coop, clerk, "order.looked-at", other.memberId(), "ほかの方");
        audit.note(coop, visitorsAccount(), "member.changed", member.memberId(), "自分で");
        assertThat(looks()).contains("まだ記録はありません");
    }

    @Test
    void aLookOfTheDaysWorkIsWrittenOnceADay() {
        for (var i = 0; i < 3; i++) {
            audit.noteLook(coop, clerk, "delivery.looked-at", member.memberId(), "お届けのため");
        }
        assertThat(looks()).containsOnlyOnce("お届け先を見ました");
    }

    @Test
    void manyAreReadPageByPage() {
        for (var i = 1; i <= 31; i++) {
            clock.forward(Duration.ofSeconds(1));
            audit.note(coop, clerk, "order.looked-at", member.memberId(), "その" + i + "。");
        }
        assertThat(looks()).contains("その31。", "その2。", "前の記録を見る").doesNotContain("その1。");
    }

    private UUID visitorsAccount() {
        return member.accountId().orElseThrow();
    }

    private String looks() {
        return visitor.open(root + "account/looks").words();
    }
}
