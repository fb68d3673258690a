package coop.kumiai.office;

import static coop.kumiai.accounts.db.Tables.AUDIT;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.SecondFactorTerms;
import coop.kumiai.accounts.SecondFactorTerms.Asked;
import coop.kumiai.accounts.StaffRole.Kind;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.Visitor;
import coop.kumiai.testing.Visitor.Shown;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

@KumiaiTest
class StaffPagesTests {
    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([^<]+)</code>");
    private static final String NEW = "totemo nagai 言葉 9";
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    @Autowired TestOrders some;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    CoopId coop;
    String root;
    String picker;
    Visitor manager;

    @BeforeEach
    void aManagerAndAPicker() {
        coop = coops.fresh();
        root = "/" + coop + "/office/";
        picker = some.staffAddress(coop, Kind.PICKER, "shibuya");
        manager = new Visitor(port);
        signIn(manager, some.staffAddress(coop, Kind.MANAGER, "shibuya"), TestOrders.PASSWORD);
    }

    @Test
    void staffChangeTheirPasswordWhichEndsTheirOtherSignIns() {
        var here = new Visitor(port);
        var elsewhere = new Visitor(port);
        signIn(here, picker, TestOrders.PASSWORD);
        signIn(elsewhere, picker, TestOrders.PASSWORD);
        var form = here.open(root + "password");
        var wrong = Map.of("present", "ちがう", "password", NEW, "again", NEW);
        assertThat(here.submit(form, wrong).words()).contains("いまのパスワードが違います");
        var weak = Map.of("present", TestOrders.PASSWORD, "password", "minato", "again", "minato");
        assertThat(here.submit(form, weak).words()).contains("12文字以上");
        var right = Map.of("present", TestOrders.PASSWORD, "password", NEW, "again", NEW);
        assertThat(here.follow(here.submit(form, right)).words()).contains("パスワードを変えました");
        assertThat(here.open(root).status()).isEqualTo(200);
        assertThat(elsewhere.open(root).status()).isEqualTo(302);
        assertThat(signIn(elsewhere, picker, TestOrders.PASSWORD).status()).isEqualTo(422);
        assertThat(signIn(elsewhere, picker, NEW).status()).isEqualTo(303);
    }

    @Test
    void aFirstPasswordOpensOnceAndOnlyTheWayToAnother() {
        var first = firstPassword();
        var owner = new Visitor(port);
        assertThat(signIn(owner, picker, TestOrders.PASSWORD).status())
                .as("the forgotten one is over")
                .isEqualTo(422);
        var asked = signIn(owner, picker, first);
        assertThat(asked.location()).startsWith(root + "sign-in/first/");
        assertThat(owner.open(root).status()).isEqualTo(302);
        var form = owner.follow(asked);
        var same = owner.submit(form, Map.of("password", first, "again", first));
        assertThat(same.words()).contains("お渡ししたパスワードとは別のもの");
        var chosen = owner.submit(form, Map.of("password", NEW, "again", NEW));
        assertThat(owner.follow(chosen).words()).contains("新しいパスワードに替えました");
        assertThat(owner.open(root).status()).as("they sign in anew").isEqualTo(302);
        assertThat(owner.open(form.path()).location()).isEqualTo(root + "sign-in");
        assertThat(signIn(owner, picker, first).status()).isEqualTo(422);
        assertThat(signIn(owner, picker, NEW).location()).isEqualTo(root);
    }

    /** Who decides it could make themselves the manager of all. */
    @Test
    void onlyTheOfficesManagersDecideWhoseManagersLookAfterAllStaff() {
        var elsewhere = new Visitor(port);
        signIn(elsewhere, some.staffAddress(coop, Kind.MANAGER, "meguro"), TestOrders.PASSWORD);
        var form = root + "policies/accounts.staff";
        assertThat(elsewhere.open(form).status()).isEqualTo(422);
        assertThat(elsewhere.open(root + "policies/orders.cart").status()).isEqualTo(200);
        assertThat(manager.open(form).status()).isEqualTo(200);
    }

    @Test
    void aFirstPasswordEndsByItsTime() {
        var first = firstPassword();
        clock.forward(Duration.ofDays(3));
        assertThat(signIn(new Visitor(port), picker, first).status()).isEqualTo(422);
    }

    @Test
    void aFirstPasswordGoesRoundNoSecondFactor() {
        var first = firstPassword();
        var always = new SecondFactorTerms(Asked.OFF, Asked.ALWAYS);
        coops.decide(coop, always, "", LocalDate.of(2026, 1, 1));
        var owner = new Visitor(port);
        var form = owner.follow(signIn(owner, picker, first));
        owner.submit(form, Map.of("password", NEW, "again", NEW));
        assertThat(signIn(owner, picker, NEW).location()).isEqualTo(root + "sign-in/second");
        assertThat(owner.open(root).status()).isEqualTo(302);
    }

    @Test
    void aRoleIsGivenAndTakenAndAnAccountEnded() {
        var owner = new Visitor(port);
        signIn(owner, picker, TestOrders.PASSWORD);
        assertThat(owner.open(root).status()).isEqualTo(200);
        var list = manager.open(root + "staff");
        assertThat(list.words()).contains(picker, "ピッキング担当（渋谷店）", "11/20(金) 8時");
        var page = manager.open(pageOf(list, picker));
        var path = page.path();
        var desk = Map.of("kind", "desk", "store", "shibuya", "reason", "");
        assertThat(manager.submit(page, path + "/give", desk).words()).contains("理由を書いてください");
        assertThat(owner.open(root).status()).isEqualTo(200);
        var why = Map.of("kind", "desk", "store", "shibuya", "reason", "窓口も受け持つ");
        var given = manager.submit(page, path + "/give", why);
        assertThat(given.words()).contains("役割を加えました", "組合員係（渋谷店）");
        assertThat(owner.open(root).status()).as("the old sign-in is over").isEqualTo(302);
        signIn(owner, picker, TestOrders.PASSWORD);
        assertThat(owner.open(root + "members").status()).isEqualTo(200);

        var taken = post(given, path + "/take", Map.of("role", "desk/shibuya", "reason", "交代"));
        assertThat(taken.words()).contains("役割を外しました").doesNotContain("組合員係（渋谷店）を");
        signIn(owner, picker, TestOrders.PASSWORD);
        assertThat(owner.open(root + "members").status()).isEqualTo(403);

        var end = manager.open(path + "/end");
        assertThat(manager.submit(end, Map.of()).words()).contains("理由を書いてください");
        var ended = manager.submit(end, Map.of("reason", "退職"));
        assertThat(manager.follow(ended).words()).contains("アカウントを終えました").doesNotContain(picker);
        assertThat(owner.open(root).status()).isEqualTo(302);
        assertThat(signIn(owner, picker, TestOrders.PASSWORD).status()).isEqualTo(422);
        assertThat(audited())
                .containsExactlyInAnyOrder(
                        "staff.role-given 組合員係 shibuya（窓口も受け持つ）",
                        "staff.role-taken 組合員係 shibuya（交代）",
                        "staff.ended 退職");
    }

    @Test
    void onlyManagersSeeStaffAndNotThoseOfAnotherStore() {
        var other = new Visitor(port);
        signIn(other, some.staffAddress(coop, Kind.MANAGER, "meguro"), TestOrders.PASSWORD);
        var list = manager.open(root + "staff");
        assertThat(other.open(root + "staff").words()).doesNotContain(picker);
        assertThat(other.open(pageOf(list, picker)).status()).isEqualTo(404);
        assertThat(other.open(pageOf(list, picker) + "/end").status()).isEqualTo(404);
        var desk = new Visitor(port);
        signIn(desk, some.staffAddress(coop, Kind.DESK, "shibuya"), TestOrders.PASSWORD);
        assertThat(desk.open(root + "staff").status()).isEqualTo(403);
        assertThat(desk.open(pageOf(list, picker)).status()).isEqualTo(403);
        clock.forward(Duration.ofMinutes(10));
        assertThat(manager.open(root + "staff").location())
                .as("an old sign-in is asked anew")
                .startsWith(root + "sign-in/again");
    }

    private String firstPassword() {
        var page = manager.open(pageOf(manager.open(root + "staff"), picker));
        var issued = post(page, page.path() + "/first-password", Map.of("reason", "お忘れ"));
        var secret = SECRET.matcher(issued.text());
        assertThat(secret.find()).isTrue();
        return secret.group(1);
    }

    /** Presses a button of the page's form that leads elsewhere than the form. */
    private Shown post(Shown page, String action, Map<String, String> typed) {
        var give = page.path().replaceAll("/(give|take)$", "") + "/give";
        var elsewhere = page.text().replace("action=\"" + give + "\"", "action=\"" + action + "\"");
        var turned = new Shown(page.status(), page.path(), elsewhere, "");
        return manager.submit(turned, action, typed);
    }

    private static String pageOf(Shown list, String email) {
        var link = "<a href=\"([^\"]+/office/staff/[^\"]+)\">[^<]*</a><br><span class=\"hint\">";
        var row = Pattern.compile(link + Pattern.quote(email)).matcher(list.text());
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    private Shown signIn(Visitor who, String email, String password) {
        var door = who.open(root + "sign-in");
        return who.submit(door, Map.of("email", email, "password", password));
    }

    private List<String> audited() {
        return sql.select(AUDIT.ACTION.concat(" ").concat(AUDIT.REASON))
                .from(AUDIT)
                .where(AUDIT.COOP_ID.eq(coop.code()), AUDIT.ACTION.like("staff.%"))
                .fetch(it -> it.value1());
    }
}
