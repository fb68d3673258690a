package coop.kumiai.office;

import static coop.kumiai.accounts.db.Tables.AUDIT;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.StaffRole.Kind;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Member;
import coop.kumiai.membership.JoinApplication;
import coop.kumiai.membership.JoinApplication.State;
import coop.kumiai.membership.JoinApplications;
import coop.kumiai.membership.Leavings;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.Visitor;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the desk does with members: each change carries its reason, each look is written down. */
@KumiaiTest
class MemberDeskTests {
    private static final Map<String, String> HANAKO =
            Map.ofEntries(
                    Map.entry("family", "山田"),
                    Map.entry("given", "花子"),
                    Map.entry("familyKana", "やまだ"),
                    Map.entry("givenKana", "はなこ"),
                    Map.entry("birthDate", "1986/5/3"),
                    Map.entry("postalCode", "1130033"),
                    Map.entry("prefecture", "東京都"),
                    Map.entry("city", "文京区"),
                    Map.entry("town", "本郷"),
                    Map.entry("street", "3-4-5"),
                    Map.entry("phone", "0355501234"),
                    Map.entry("email", "hanako@example.com"),
                    Map.entry("workplace", "さくら小学校"),
                    Map.entry("units", "10"));

    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestCards some;
    @Autowired TestOrders orders;
    @Autowired JoinApplications applications;
    @Autowired Leavings leavings;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    CoopId coop;
    String root;
    UUID staff;
    Visitor desk;
    Member member;

    @BeforeEach
    void theDeskOfASchoolCoop() {
        coop = coops.school();
        root = "/" + coop + "/office/";
        member = some.joined(coop, TestMembers.email());
        desk = new Visitor(port);
        var email = orders.staffAddress(coop, Kind.DESK, "honbu");
        staff = orders.staffOf(coop, email);
        var door = Map.of("email", email, "password", TestOrders.PASSWORD);
        desk.submit(desk.open(root + "sign-in"), door);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leave", "stay", "pay-back", "invite"})
    void aChangeWithoutAReasonChangesNothing(String change) {
        if (!change.equals("leave")) {
            send("leave", "電話");
        }
        var before = leavings.of(coop, member.memberId());
        var trail = trail(member.memberId());
        for (var none : List.of("", "　 ")) {
            var refused = send(change, none);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.words()).contains("理由を書いてください");
        }
        assertThat(leavings.of(coop, member.memberId())).isEqualTo(before);
        assertThat(trail(member.memberId())).isEqualTo(trail);
    }

    @Test
    @Rule("M-LEAVE-1")
    void theReasonStandsInTheChangesOwnLine() {
        send("leave", "電話で届出");
        send("stay", "電話で取り下げ");
        send("leave", "書面で届出");
        clock.standAt(TestClock.jst("2027-04-01T00:10"));
        leavings.effect(coop);
        desk = new Visitor(port);
        var email = orders.staffAddress(coop, Kind.DESK, "honbu");
        var door = Map.of("email", email, "password", TestOrders.PASSWORD);
        desk.submit(desk.open(root + "sign-in"), door);
        send("pay-back", "振込を確認");
        assertThat(trail(member.memberId()))
                .contains("member.leaving-withdrawn 電話で取り下げ", "member.paid-back 振込を確認")
                .anyMatch(it -> it.startsWith("member.leaving-noticed") && it.contains("電話で届出"))
                .anyMatch(it -> it.startsWith("member.leaving-noticed") && it.contains("書面で届出"));
    }

    @Test
    void listsThatNameMembersAreWrittenDownOnceADay() {
        for (var i = 0; i < 2; i++) {
            assertThat(desk.open(root + "applications").status()).isEqualTo(200);
            assertThat(desk.open(root + "shares").status()).isEqualTo(200);
        }
        assertThat(trail(staff))
                .containsOnlyOnce("applications.listed 加入申込の一覧", "shares.unpaid-listed 未入金の請求");
        var shop = coops.fresh();
        var visitor = new Visitor(port);
        var email = orders.staffAddress(shop, Kind.DESK, "shibuya");
        var at = "/" + shop + "/office/";
        var door = Map.of("email", email, "password", TestOrders.PASSWORD);
        visitor.submit(visitor.open(at + "sign-in"), door);
        for (var i = 0; i < 2; i++) {
            assertThat(visitor.open(at + "claims").status()).isEqualTo(200);
        }
        coop = shop;
        assertThat(trail(orders.staffOf(shop, email))).containsOnlyOnce("claims.listed 組合員コードの一覧");
    }

    @Test
    @Rule("M-USE-4")
    void anApplicationThatTheDeskTakesCarriesWhoTookIt() {
        var form = desk.open(root + "applications/new");
        var letter = desk.submit(form, with("action", "check"));
        assertThat(letter.words()).contains("お申込み内容の確認", "山田 花子", "10口");
        var sent = desk.submit(letter, with("action", "send"));
        var taken = received();
        assertThat(sent.location()).isEqualTo(root + "applications/" + taken.applicationId());
        assertThat(taken.takenBy()).contains(staff);
        assertThat(desk.follow(sent).words()).contains("職員が入力");
        assertThat(trail(taken.applicationId()))
                .containsOnlyOnce("application.taken 職員による入力（受付番号%s）".formatted(taken.number()));
        desk.submit(letter, with("action", "send"));
        assertThat(trail(taken.applicationId()))
                .as("sent twice, it is one application")
                .containsOnlyOnce("application.taken 職員による入力（受付番号%s）".formatted(taken.number()));
    }

    @Test
    @Rule("M-USE-4")
    void anApplicationOfTheApplicantCarriesNobodyAndIsAcceptedWithWhatWasChecked() {
        var applicant = new Visitor(port);
        var form = applicant.open("/" + coop + "/join");
        assertThat(new Visitor(port).open(root + "applications/new").status()).isEqualTo(302);
        applicant.submit(applicant.submit(form, with("action", "check")), with("action", "send"));
        var received = received();
        assertThat(received.takenBy()).isEmpty();
        var page = desk.open(root + "applications/" + received.applicationId());
        var accept = page.path() + "/accept";
        var refused = desk.submit(page, accept, Map.of("check", "　"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.words()).contains("確かめたことを書いてください");
        assertThat(received().state()).isEqualTo(State.RECEIVED);
        desk.submit(page, accept, Map.of("check", "お電話で確認"));
        var accepted = applications.get(coop, received.applicationId());
        assertThat(accepted.state()).isEqualTo(State.ACCEPTED);
        assertThat(trail(accepted.memberId().orElseThrow()))
                .contains("application.accepted お電話で確認（受付番号%s）".formatted(accepted.number()));
    }

    private JoinApplication received() {
        return applications.all(coop, State.RECEIVED).getFirst();
    }

    private static Map<String, String> with(String name, String value) {
        var all = new HashMap<>(HANAKO);
        all.put(name, value);
        return all;
    }

    /** Whatever the page shows: whoever attacks sends what they like. */
    private Visitor.Shown send(String change, String reason) {
        var page = desk.open(root + "members");
        var path = root + "members/" + member.memberId() + "/" + change;
        var turned =
                new Visitor.Shown(
                        page.status(),
                        page.path(),
                        page.text()
                                .replace(
                                        "action=\"" + root + "members\"",
                                        "action=\"" + path + "\""),
                        "");
        var email = Map.of("reason", reason, "email", "hanako@example.com");
        return desk.submit(turned, path, email);
    }

    private List<String> trail(UUID subject) {
        return sql.select(AUDIT.ACTION.concat(" ").concat(AUDIT.REASON))
                .from(AUDIT)
                .where(AUDIT.COOP_ID.eq(coop.code()), AUDIT.SUBJECT.eq(subject.toString()))
                .fetch(it -> it.value1());
    }
}
