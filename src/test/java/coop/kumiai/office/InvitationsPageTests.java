package coop.kumiai.office;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Member;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestCoops;
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
        assertThat(desk.submit(page, path() + "/without-address", Map.of()).status())
                .isEqualTo(422);
        var list = desk.submit(page, path() + "/without-address", Map.of("reason", "お手紙の宛名"));
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text().lines().skip(1))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it).contains("山田 花子"))
                .anySatisfy(it -> assertThat(it).contains(code(one)))
                .anySatisfy(it -> assertThat(it).contains(code(another)));
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
