package coop.kumiai.shop.care;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.ClosingAccounts;
import coop.kumiai.accounts.Errand;
import coop.kumiai.accounts.Representations;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Members;
import coop.kumiai.orders.Carts;
import coop.kumiai.orders.Deliveries;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestMembers;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.TestRepresentatives;
import coop.kumiai.testing.Visitor;
import coop.kumiai.testing.Visitor.Shown;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@KumiaiTest
class RepresentativePagesTests {
    private static final SlotId TOMORROW = new SlotId("shibuya", LocalDate.of(2026, 11, 21), 2);
    private static final Map<String, String> WISHES =
            Map.of(
                    "payment", "cash_on_delivery",
                    "shortage", "cancel",
                    "chopsticks", "0",
                    "spoons", "0");

    @LocalServerPort int port;
    @Autowired TestOrders orders;
    @Autowired TestMembers members;
    @Autowired TestRepresentatives some;
    @Autowired Members register;
    @Autowired Representations representations;
    @Autowired Accounts accounts;
    @Autowired ClosingAccounts closing;
    @Autowired Carts carts;
    @Autowired Deliveries deliveries;
    @Autowired Slots slots;
    @Autowired Mails mails;
    @Autowired BusinessClock clock;
    CoopId coop;
    Account hanako;
    Account jiro;
    Visitor member;
    Visitor representative;

    @BeforeEach
    void aMemberAndTheirSon() {
        coop = orders.coop();
        hanako = members.account(coop, members.applied(coop));
        jiro = members.account(coop, members.applied(coop));
        member = signedIn(hanako.email());
        representative = signedIn(jiro.email());
    }

    @Test
    @Rule("M-CARE-1")
    void fromTheInvitationToTheEnd() {
        assertThat(member.open(at("account")).words()).contains("ご家族・介護の方に任せる");
        var form = member.open(at("account/representatives/new"));
        assertThat(form.text()).contains("value=\"10,000\"", "12か月（2027年11月20日");
        var wrong = member.submit(form, Map.of("name", "", "email", "jiro", "errands", "order"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.words()).contains("お名前を入れてください", "「@」とその前後");
        var letter = member.submit(form, mandate());
        assertThat(letter.words()).contains("湊 次郎さん（子ども）", "1回 3,000円（税込）まで");
        assertThat(representations.of(coop, hanako.accountId())).isEmpty();
        var saved = new HashMap<>(mandate());
        saved.put("action", "save");
        var list = member.follow(member.submit(letter, saved));
        assertThat(list.words()).contains("ご案内のメールを送りました", "お返事を待っています");

        var link = mails.only(jiro.email()).links().getFirst();
        var path = link.substring(link.indexOf("/" + coop));
        assertThat(new Visitor(port).open(path).words()).contains("ログインして進む");
        assertThat(representations.goingOn(coop, jiro.accountId())).as("GET").isEmpty();
        var accepted =
                representative.follow(representative.submit(representative.open(path), Map.of()));
        assertThat(accepted.words()).contains("引き受けました", "山田 花子さんの代わりに操作する");
        assertThat(representative.open(path).words()).contains("このご案内では進めません");

        list = member.open(at("account/representatives"));
        var end = at("account/representatives/" + given() + "/end");
        assertThat(member.follow(member.submit(list, end, Map.of())).words())
                .contains("お任せを終えました", "いまお任せしている方はいません");
        assertThat(representations.goingOn(coop, jiro.accountId())).isEmpty();
    }

    @Test
    @Rule("M-CARE-1")
    void invitingAsksWhoIsThereAndEndingDoesNot() {
        some.invite(coop, hanako.accountId(), jiro.email(), Set.of(Errand.ORDER));
        clock.forward(Duration.ofMinutes(11));
        assertThat(member.open(at("account/representatives/new")).location())
                .contains("/account/prove");
        var sent = member.open(at("account/representatives"));
        var end = at("account/representatives/" + given() + "/end");
        assertThat(member.submit(sent, end, Map.of()).location()).contains("done=ended");
    }

    @Test
    @Rule({"M-CARE-2", "M-CARE-3"})
    void theSonOrdersForHisMotherWithinTheLimit() {
        some.goingOn(coop, hanako.accountId(), jiro, Set.of(Errand.ORDER));
        act();
        assertThat(representative.open(at("")).words())
                .contains("山田 花子さん の代わりに操作しています", "代わりの操作を終える");
        shop(1);
        var done = representative.follow(order());
        assertThat(done.words()).contains("ご注文を承りました", "山田 花子さん の代わりに操作しています");
        var order = done.path().replaceAll("/done$", "");
        assertThat(member.open(order).words()).contains("湊 次郎さん（代理の方）");
        assertThat(mails.to(hanako.email(), 3).getFirst().text()).contains("湊 次郎さん（代理の方）");
        assertThat(member.open(at("account/looks")).words())
                .contains("代わりの操作を始めました", "ご注文をしました", "さん（代理の方）", "カートやお届けの便を選びました");

        shop(2);
        var above = order();
        assertThat(above.status()).isEqualTo(422);
        assertThat(above.words()).contains("代理の方のご注文は、1回5,000円までです");
        var cancel = representative.open(order + "/cancel");
        assertThat(representative.follow(representative.submit(cancel, Map.of())).words())
                .contains("取り消され");
        assertThat(member.open(at("account/looks")).words()).contains("ご注文を取り消しました");
        assertThat(member.open(order).words()).contains("取り消した方 湊 次郎さん（代理の方）");
        assertThat(mails.to(hanako.email(), 4).getFirst().text())
                .contains("■ 取り消した方\n  湊 次郎さん（代理の方）");
    }

    @Test
    @Rule("M-CARE-2")
    void whoAcceptedIsNamedAlsoAfterTheirAccountIsClosed() {
        some.goingOn(coop, hanako.accountId(), jiro, Set.of(Errand.ORDER));
        accounts.rename(coop, jiro.accountId(), "次郎 本人");
        assertThat(member.open(at("account/representatives")).words())
                .contains("引き受けた方 " + jiro.displayName() + "さん");
        act();
        closing.close(coop, jiro.accountId());
        assertThat(member.open(at("account/looks")).words())
                .contains(
                        "代理を引き受けました",
                        jiro.displayName() + "さん（代理の方）",
                        "代わりの操作を始めました",
                        "次郎 本人さん（代理の方）",
                        "代理をやめました");
    }

    @Test
    @Rule("M-CARE-2")
    void whatIsTheMembersAloneIsShutWithTheWayOut() {
        some.goingOn(coop, hanako.accountId(), jiro, Set.of(Errand.ORDER));
        act();
        for (var page :
                new String[] {"account", "account/password", "account/representatives/new"}) {
            var shut = representative.open(at(page));
            assertThat(shut.status()).as(page).isEqualTo(403);
            assertThat(shut.words())
                    .contains("山田 花子さんの代わりに操作しているあいだは、ここは使えません", "代わりの操作を終える", "代わりにできることを見る");
        }
        var acting = representative.open(at("acting"));
        representative.submit(acting, at("acting/end"), Map.of());
        var own = representative.open(at("account"));
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.words()).contains(jiro.email()).doesNotContain("の代わりに操作しています");
    }

    @Test
    @Rule({"M-CARE-1", "M-CARE-2"})
    void theNextRequestAfterTheEndIsRefused() {
        some.goingOn(coop, hanako.accountId(), jiro, Set.of(Errand.ORDER));
        act();
        shop(2);
        var letter = letter();
        representations.end(coop, hanako.accountId(), given());
        var refused = representative.submit(letter, WISHES);
        assertThat(refused.location()).endsWith("/acting/ended");
        assertThat(representative.follow(refused).words())
                .contains("いまの操作は行いませんでした")
                .doesNotContain("の代わりに操作しています");
        assertThat(representative.open(at("orders")).words()).contains("ご注文はまだありません");
        assertThat(member.open(at("orders")).words()).contains("ご注文はまだありません");
    }

    @Test
    @Rule("M-CARE-2")
    void aFormThatWasOpenBeforeIsSentForNobody() {
        some.goingOn(coop, hanako.accountId(), jiro, Set.of(Errand.ORDER));
        var home = register.byAccount(coop, jiro.accountId()).orElseThrow().memberId();
        slots.offered(coop, TOMORROW.storeId());
        deliveries.choose(
                coop,
                jiro.accountId(),
                register.addresses(coop, home).getFirst().addressId(),
                TOMORROW);
        carts.add(coop, jiro.accountId(), TestOrders.RICE, 2);
        var own = letter();
        act();
        stale(representative.submit(own, Map.of()));
        shop(2);
        var mothers = letter();
        var acting = representative.open(at("acting"));
        representative.submit(acting, at("acting/end"), Map.of());
        stale(representative.submit(mothers, Map.of()));
        stale(representative.submit(own, Map.of()));
        assertThat(member.open(at("orders")).words()).contains("ご注文はまだありません");
        assertThat(representative.open(at("orders")).words()).contains("ご注文はまだありません");
        assertThat(order().status()).as("opened anew").isEqualTo(303);
    }

    private static void stale(Shown refused) {
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.words()).contains("操作する方が変わりました", "いまの操作は何も行っていません");
    }

    @Test
    @Rule("M-CARE-4")
    void theDeskTakesItDownWithAReasonThatTheMemberReads() {
        var desk = new Visitor(port);
        var address = orders.staffAddress(coop, StaffRole.Kind.DESK, "shibuya");
        desk.submit(
                desk.open(at("office/sign-in")),
                Map.of("email", address, "password", TestOrders.PASSWORD));
        var id = register.byAccount(coop, hanako.accountId()).orElseThrow().memberId();
        var found =
                desk.submit(
                        desk.open(at("office/members")), Map.of("words", "山田", "reason", "ご来店"));
        var page = desk.submit(found, at("office/members/" + id), Map.of("reason", "ご来店"));
        page = desk.submit(page, at("office/members/" + id + "/representatives"), Map.of());
        var invite = at("office/members/" + id + "/representatives/new");
        assertThat(desk.submit(page, invite, Map.of("name", "", "reason", "")).words())
                .contains("理由を書いてください");
        var typed = new HashMap<>(mandate());
        typed.put("reason", "ご来店。目がご不自由");
        page = desk.submit(page, invite, typed);
        assertThat(page.words()).contains("ご案内のメールを送りました", "湊 次郎さん", "お返事を待っています");
        var end = at("office/members/" + id + "/representatives/" + given() + "/end");
        assertThat(desk.submit(page, end, Map.of()).words()).contains("代理を終えました");
        assertThat(member.open(at("account/looks")).words())
                .contains("代理の登録の手続きをしました", "ご来店。目がご不自由");
    }

    private static Map<String, String> typedMandate(String email) {
        return Map.of(
                "name", "湊 次郎",
                "relation", "child",
                "email", email,
                "errands", "order",
                "orderLimit", "3,000円",
                "months", "6");
    }

    private Map<String, String> mandate() {
        return typedMandate(jiro.email());
    }

    private UUID given() {
        return representations.of(coop, hanako.accountId()).getFirst().representationId();
    }

    private void act() {
        var list = representative.open(at("account/representing"));
        var begin = at("account/representing/" + given() + "/begin");
        assertThat(representative.follow(representative.submit(list, begin, Map.of())).words())
                .contains("山田 花子さんの代わりにできること");
    }

    /** So many bags of rice in the mother's cart, and a slot. */
    private void shop(int bags) {
        slots.offered(coop, TOMORROW.storeId());
        var home = register.byAccount(coop, hanako.accountId()).orElseThrow().memberId();
        var address = register.addresses(coop, home).getFirst().addressId();
        deliveries.choose(coop, hanako.accountId(), address, TOMORROW);
        carts.add(coop, hanako.accountId(), TestOrders.RICE, bags);
    }

    private Shown letter() {
        representative.submit(representative.open(at("checkout")), WISHES);
        return representative.open(at("checkout/confirm"));
    }

    private Shown order() {
        return representative.submit(letter(), Map.of());
    }

    private Visitor signedIn(String email) {
        var visitor = new Visitor(port);
        visitor.submit(
                visitor.open(at("sign-in")),
                Map.of("email", email, "password", TestMembers.PASSWORD));
        return visitor;
    }

    private String at(String page) {
        return "/" + coop + "/" + page;
    }
}
