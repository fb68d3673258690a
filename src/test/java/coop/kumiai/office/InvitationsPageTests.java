package coop.kumiai.office;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Member;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.Visitor;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.Map;

@KumiaiTest
class InvitationsPageTests {
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestCards some;
    @Autowired TestOrders orders;
    @Autowired Mails mails;
    @Autowired DSLContext sql;
    CoopId coop;
    Visitor desk;

    @BeforeEach
    void theDesk() {
        coop = coops.school();
        desk = new Visitor(port);
        var address = orders.staffAddress(coop, StaffRole.Kind.DESK, "honbu");
        var door = desk.open("/" + coop.code() + "/office/sign-in");
        desk.submit(door, Map.of("email", address, "password", TestOrders.PASSWORD));
    }

    @Test
    @Rule("M-USE-3")
    void whoHasNoMailIsListedForPaperWithTheirHomes() {
        var one = withoutMyPage();
        var another = withoutMyPage();
        var page = desk.open(path());
        var paper = path() + "/paper";
        assertThat(desk.submit(page, paper, Map.of()).status()).isEqualTo(422);
        page = desk.submit(page, paper, Map.of("reason", "お手紙の宛名"));
        assertThat(page.words()).contains("この2人のお手紙", code(one), code(another));
        var list = desk.submit(page, paper + "/csv", Map.of());
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text().lines().skip(1))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it).contains("山田 花子", "/" + coop.code() + "/letter"))
                .anySatisfy(it -> assertThat(it).contains(code(one)))
                .anySatisfy(it -> assertThat(it).contains(code(another)));
        assertThat(desk.submit(page, paper + "/pdf", Map.of()).text()).startsWith("%PDF");

        var typed = new Visitor(port);
        var letter = typed.open("/" + coop.code() + "/letter");
        var wrong = Map.of("memberCode", code(one), "code", "1", "email", "a@example.com");
        assertThat(typed.submit(letter, wrong).words()).contains("お手紙をもう一度お確かめください");
        var row = list.text().lines().filter(it -> it.contains(code(one))).findFirst();
        var code = row.orElseThrow().replaceFirst(".*([0-9]{4}-[0-9]{4}-[0-9]{4}).*", "$1");
        var email = TestMembers.email();
        var right = Map.of("memberCode", code(one), "code", code, "email", email);
        var sent = typed.follow(typed.submit(letter, right));
        assertThat(sent.words()).contains("メールをお送りしました").doesNotContain(email);
        assertThat(mails.only(email).subject()).isEqualTo("マイページの登録のご案内");
    }

    @Test
    void whereNobodyCanBeInvitedNoButtonOffersIt() {
        var page = desk.open(path());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).doesNotContain("action=\"" + path() + "\"");
    }

    /** One of an older register: a member with no account. */
    private Member withoutMyPage() {
        var member = some.joined(coop);
        sql.execute(
                "update members.member set account_id = null where coop_id = ? and member_id = ?",
                coop.code(),
                member.memberId());
        return member;
    }

    private static String code(Member member) {
        return member.memberCode().orElseThrow().toString();
    }

    private String path() {
        return "/" + coop.code() + "/office/invitations";
    }
}
