package coop.kumiai.office;

import static coop.kumiai.accounts.db.Tables.AUDIT;
import static coop.kumiai.testing.TestClock.jst;
import static coop.kumiai.testing.TestOrders.NO_WISHES;
import static coop.kumiai.testing.TestOrders.RICE;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.amendments.Amendments;
import coop.kumiai.amendments.Wanted;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Joining;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.Visitor;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What staff decide about opening times and slots, and what members read of it. */
@KumiaiTest
class SlotDeskTests {
    private static final SlotId SLOT = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);
    private static final SlotId OTHER = new SlotId("shibuya", LocalDate.of(2026, 11, 21), 4);

    @LocalServerPort int port;
    @Autowired TestOrders some;
    @Autowired BusinessClock clock;
    @Autowired Accounts accounts;
    @Autowired Orders orders;
    @Autowired Amendments amendments;
    @Autowired Slots slots;
    @Autowired Mails mails;
    @Autowired DSLContext sql;
    CoopId coop;
    Visitor manager;

    @BeforeEach
    void aManager() {
        coop = some.coop();
        manager = staff(StaffRole.Kind.MANAGER);
    }

    @Test
    @Rule("N-HOUR-1")
    void anExtraRestIsAnnouncedOnEveryPageAndTakenBack() {
        var page = manager.open(path("office/closures"));
        var typed =
                Map.of(
                        "fromDay", "2026-11-21",
                        "fromTime", "01:00",
                        "untilDay", "2026-11-21",
                        "untilTime", "05:00",
                        "reason", "システムの点検");
        assertThat(manager.submit(page, path("office/closures"), Map.of("reason", "点検")).words())
                .contains("はじまりと終わりの日と時刻を選んでください");
        var told = manager.submit(page, path("office/closures"), typed);
        assertThat(told.words()).contains("11/21(土) 1時〜5時のお休みを");
        assertThat(manager.submit(page, path("office/closures"), typed).words())
                .contains("重なっています");
        var visitor = new Visitor(port);
        assertThat(visitor.open(path("help")).words())
                .contains("お休みのお知らせ", "11/21(土) 1時〜5時は、システムの点検のため");
        clock.standAt(jst("2026-11-21T01:00"));
        assertThat(visitor.open(path("")).words()).contains("ただいまお休みです", "11/21(土) 5時まで");
        var withdraw = action(told, "/withdraw");
        assertThat(manager.submit(told, withdraw, Map.of("reason", "")).words())
                .contains("理由を書いてください");
        manager.submit(told, withdraw, Map.of("reason", "早く終わった"));
        assertThat(visitor.open(path("")).words()).doesNotContain("ただいまお休みです");
        assertThat(audited("closure.%"))
                .containsExactlyInAnyOrder(
                        "closure.announced 11/21(土) 1時〜5時 システムの点検", "closure.withdrawn 早く終わった");
        assertThat(staff(StaffRole.Kind.DESK).open(path("office/closures")).status())
                .isEqualTo(403);
    }

    @Test
    @Rule("N-SLOT-7")
    void aStoppedSlotIsOfferedNoMoreAndItsMembersAreToldOnce() {
        var first = some.register(coop, Joining.EXISTING);
        var second = some.register(coop, Joining.EXISTING);
        var order = some.place(coop, first, SLOT, NO_WISHES, Map.of(RICE, 1));
        some.place(coop, second, OTHER, NO_WISHES, Map.of(RICE, 1));
        var page = manager.open(path("office/slots/2026-11-20/2"));
        assertThat(page.words()).contains("渋谷店 11/20(金) 2便", order.number());
        assertThat(manager.submit(page, Map.of("kind", "stopped")).words()).contains("理由を書いてください");
        var typed = Map.of("kind", "stopped", "because", "大雪", "message", "道路が通れません。");
        assertThat(manager.submit(page, typed).words())
                .contains("11/20(金) 2便 14時〜16時は、大雪のため休止します", "ご注文が1件残っています");
        manager.submit(page, typed);
        var told = mails.to(address(first), 2).getFirst();
        assertThat(told.subject()).contains("お届けの便を休止します");
        assertThat(told.text()).contains("大雪のため休止します", "道路が通れません。", order.number());
        assertThat(slots.refusal(slots.get(coop, SLOT)).orElseThrow().sentence()).contains("大雪");
        manager.submit(page, Map.of("kind", "as_planned", "because", "雪がやんだ"));
        assertThat(mails.to(address(first), 3).getFirst().text()).contains("予定どおりお届けします");
        assertThat(mails.to(address(second), 1)).hasSize(1);
        assertThat(slots.refusal(slots.get(coop, SLOT))).isEmpty();
        assertThat(orders.get(coop, order.id()).cancelled()).isFalse();
        assertThat(audited("slot.%")).hasSize(2);
    }

    @Test
    @Rule("N-SLOT-7")
    void ordersOfAStoppedSlotAreCalledOffAfterItsCutoffUntilTheyArePicked() {
        var account = some.register(coop, Joining.EXISTING);
        var own = some.place(coop, account, SLOT, NO_WISHES, Map.of(RICE, 1));
        var others = some.ofRice(coop, SLOT);
        clock.standAt(jst("2026-11-20T10:00"));
        assertThat(orders.notCancellable(coop, own)).isPresent();
        var page = manager.open(path("office/slots/2026-11-20/2"));
        manager.submit(page, Map.of("kind", "stopped", "because", "大雪"));
        assertThat(orders.notCancellable(coop, own)).isEmpty();
        assertThat(orders.cancel(coop, account, own.id()).cancelled()).isTrue();
        var found = lookUp(others);
        assertThat(found.words()).contains("大雪のため休止します");
        var cancel = path("office/orders/" + others.id() + "/cancel");
        assertThat(manager.submit(found, cancel, Map.of()).words()).contains("取り消す理由を書いてください");
        manager.submit(found, cancel, Map.of("reason", "大雪による便の休止"));
        assertThat(orders.get(coop, others.id()).current().reason()).isEqualTo("大雪による便の休止");
        assertThat(slots.get(coop, SLOT).taken()).isZero();
        assertThat(audited("order.cancelled")).containsExactly("order.cancelled 大雪による便の休止");
    }

    @Test
    @Rule("N-SLOT-7")
    void theDeskMovesAnOrderAfterReadingOutItsMoney() {
        var order = some.ofRice(coop, SLOT);
        var found = lookUp(order);
        var move = path("office/orders/" + order.id() + "/move");
        var proposal = manager.submit(found, move, Map.of("slot", "2026-11-21/4"));
        assertThat(proposal.words()).contains("11/21(土) 4便", "お支払い金額");
        assertThat(orders.get(coop, order.id()).slot()).isEqualTo(SLOT);
        assertThat(manager.submit(proposal, move + "/accept", Map.of()).words())
                .contains("別の便に移しました");
        assertThat(orders.get(coop, order.id()).slot()).isEqualTo(OTHER);
        assertThat(slots.get(coop, SLOT).taken()).isZero();
        assertThat(audited("order.moved")).hasSize(1);
    }

    @Test
    @Rule("N-SLOT-1")
    void theManagerGivesOneDayOtherSlots() {
        var day = manager.open(path("office/slots/2026-12-30"));
        assertThat(day.words()).contains("12/30(水)の便", "2便 14時〜16時", "0／24");
        var typed =
                Map.of(
                        "number", "6",
                        "fromTime", "09:00",
                        "untilTime", "11:00",
                        "cutoffTime", "07:00",
                        "capacity", "８",
                        "reason", "年末の増便");
        assertThat(manager.submit(day, day.path() + "/add", typed).words())
                .contains("便を加えました", "6便 9時〜11時", "0／8");
        assertThat(manager.submit(day, day.path() + "/add", Map.of("reason", "年末")).words())
                .contains("0からの数で");
        var slot = manager.open(path("office/slots/2026-12-30/2"));
        var resized =
                manager.submit(
                        slot,
                        slot.path() + "/resize",
                        Map.of("capacity", "40", "items", "300", "reason", "年末の増便"));
        assertThat(resized.words()).contains("便の定員を変えました", "0／40", "0／300");
        assertThat(audited("slot.%")).hasSize(2);
        var desk = staff(StaffRole.Kind.DESK);
        assertThat(desk.open(path("office/slots/2026-12-30")).status()).isEqualTo(403);
        assertThat(desk.open(path("office/slots/2026-12-30/2")).words())
                .doesNotContain("この日だけ定員を変える");
    }

    @Test
    @Rule({"N-FEE-1", "N-ORD-7"})
    void aFeeCampaignIsShownPaidAndKeptByTheOrder() {
        var page = manager.open(path("office/fees"));
        assertThat(page.words()).contains("いつもの配達手数料は220円");
        var typed =
                Map.of(
                        "name", "お試し送料割引",
                        "firstDay", "2026-11-20",
                        "lastDay", "2026-11-21",
                        "least", "3000",
                        "fee", "50",
                        "reason", "お試し");
        assertThat(manager.submit(page, Map.of("name", "")).words())
                .contains("はじめの日と終わりの日を選んでください");
        var told = manager.submit(page, typed);
        assertThat(told.words()).contains("商品合計3,000円（税込）以上で配達手数料50円");
        var account = some.register(coop, Joining.EXISTING);
        var order = some.place(coop, account, SLOT, NO_WISHES, Map.of(RICE, 2));
        assertThat(order.current().totals().deliveryFee()).isEqualTo(Yen.of(50));
        manager.submit(told, action(told, "/withdraw"), Map.of("reason", "終わり"));
        var kept = orders.get(coop, order.id()).current().totals();
        assertThat(kept.fee().wording()).isEqualTo("配達手数料（お試し送料割引）");
        assertThat(some.ofRice(coop, SLOT).current().totals().deliveryFee()).isEqualTo(Yen.of(220));
        var less = new Wanted(Map.of(RICE, 1), SLOT, order.current().payment());
        var proposal = amendments.change(coop, account, order.id(), less);
        assertThat(proposal.totals().deliveryFee()).isEqualTo(Yen.of(220));
        assertThat(audited("fee.%")).hasSize(2);
    }

    private Visitor.Shown lookUp(Order order) {
        var form = manager.open(path("office/orders"));
        return manager.submit(form, Map.of("number", order.number(), "reason", "お電話"));
    }

    private String address(UUID account) {
        return accounts.find(coop, account).orElseThrow().email();
    }

    private static String action(Visitor.Shown page, String end) {
        return java.util.regex.Pattern.compile(" action=\"([^\"]*" + end + ")\"")
                .matcher(page.text())
                .results()
                .map(it -> it.group(1))
                .findFirst()
                .orElseThrow();
    }

    private String path(String rest) {
        return "/" + coop.code() + "/" + rest;
    }

    private Visitor staff(StaffRole.Kind kind) {
        var visitor = new Visitor(port);
        var address = some.staffAddress(coop, kind, "shibuya");
        var door = visitor.open(path("office/sign-in"));
        visitor.submit(door, Map.of("email", address, "password", TestOrders.PASSWORD));
        return visitor;
    }

    private List<String> audited(String action) {
        return sql.select(AUDIT.ACTION.concat(" ").concat(AUDIT.REASON))
                .from(AUDIT)
                .where(AUDIT.COOP_ID.eq(coop.code()), AUDIT.ACTION.like(action))
                .fetch(it -> it.value1());
    }
}
