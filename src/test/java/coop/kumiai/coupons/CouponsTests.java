package coop.kumiai.coupons;

import static coop.kumiai.coupons.CouponSamples.amount;
import static coop.kumiai.orders.Shopping.BEER;
import static coop.kumiai.orders.Shopping.RICE;
import static coop.kumiai.orders.Shopping.SOAP;
import static coop.kumiai.orders.Shopping.TOMORROW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.amendments.Amendments;
import coop.kumiai.amendments.Proposal;
import coop.kumiai.amendments.Wanted;
import coop.kumiai.catalog.Jan;
import coop.kumiai.coupons.Benefit.Target;
import coop.kumiai.coupons.Coupon.Audience;
import coop.kumiai.documents.Documents;
import coop.kumiai.documents.PaperAdjustment;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Members;
import coop.kumiai.membership.MailChoices;
import coop.kumiai.orders.Carts;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.Picked;
import coop.kumiai.orders.PickedOrders;
import coop.kumiai.orders.Shopping;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.payments.Payments;
import coop.kumiai.testing.AtOnce;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Coupons through carts, orders, changes, picking and papers, on the real database. */
@KumiaiTest
class CouponsTests {
    private static final int AT_ONCE = 8;
    private static final UUID STAFF = new UUID(0, 9);

    @Autowired Coupons coupons;
    @Autowired CouponDesk desk;
    @Autowired Carts carts;
    @Autowired Orders orders;
    @Autowired PickedOrders pickedOrders;
    @Autowired Amendments amendments;
    @Autowired Payments payments;
    @Autowired Documents documents;
    @Autowired Members members;
    @Autowired MailChoices mails;
    @Autowired TestCoops coops;
    @Autowired BusinessClock clock;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationContext context;
    CoopId coop;
    Shopping shopping;
    UUID account;

    /**
     * Two bags of rice: 2,000 yen before tax, 2,160 with it; the delivery is 220. The clock stands,
     * so that soap, whose code is smaller, is the first line.
     */
    @BeforeEach
    void aReadyMember() {
        coop = coops.fresh();
        shopping = new Shopping(coop, context);
        account = shopping.readyMember();
    }

    @Test
    @Rule("N-CPN-1")
    @DisplayName("最後に選んだ一枚が効き、確定の前ならやめられる")
    void theLastClaimCountsAndCanBeTakenBack() {
        var first = amount(100).named("一枚目").in(coop, desk);
        var second = amount(200).named("二枚目").in(coop, desk);
        assertThat(titles()).containsExactlyInAnyOrder("一枚目", "二枚目");
        shopping.claim(account, first);
        assertThat(carts.view(coop, account).totals().total()).isEqualTo(Yen.of(2280));
        shopping.claim(account, second);
        assertThat(carts.view(coop, account).totals().total()).isEqualTo(Yen.of(2180));
        coupons.takeBack(coop, shopping.memberId(account));
        assertThat(carts.view(coop, account).totals().total()).isEqualTo(Yen.of(2380));
        shopping.claim(account, second);

        var order = place("the order's key");
        assertThat(order.current().totals().discount().orElseThrow().couponId()).isEqualTo(second);
        assertThat(payments.get(coop, Payments.order(order.id())).amount()).isEqualTo(Yen.of(2180));
        assertThat(desk.get(coop, second).uses()).isEqualTo(1);
        assertThat(desk.get(coop, first).uses()).isZero();
        assertThat(coupons.claimed(coop, shopping.memberId(account))).isEmpty();
        assertThat(titles()).containsExactly("一枚目");
    }

    @Test
    @Rule("N-CPN-2")
    @DisplayName("取り消すとクーポンは戻り、期限のあいだはまた使える")
    void aCancelledOrderGivesItsCouponBack() {
        var coupon = amount(200).uses(1).in(coop, desk);
        shopping.claim(account, coupon);
        var order = place("the first key");
        refused(() -> shopping.claim(account, coupon), CouponRefusal.UsedByMember.class);
        orders.cancel(coop, account, order.id());
        assertThat(desk.get(coop, coupon).uses()).isZero();
        carts.add(coop, account, RICE, 2);
        shopping.claim(account, coupon);
        assertThat(place("the second key").current().totals().total()).isEqualTo(Yen.of(2180));
    }

    @Test
    @Rule("N-CPN-3")
    @DisplayName("最終日の終わりまで使え、期限が過ぎたら使えず、渡し直せない")
    void whatIsOverIsNeitherUsedNorGivenAgain() {
        var coupon = amount(200).audience(Audience.GIVEN).in(coop, desk);
        var other = shopping.readyMember();
        give(coupon, account);
        shopping.claim(account, coupon);
        clock.standAt(TestClock.jst("2026-11-30T23:59:59"));
        assertThat(coupons.claimed(coop, shopping.memberId(account)).orElseThrow().refusal())
                .isEmpty();
        clock.standAt(TestClock.jst("2026-12-01T00:00"));
        assertThat(coupons.claimed(coop, shopping.memberId(account)).orElseThrow().refusal())
                .containsInstanceOf(CouponRefusal.Expired.class);
        refused(() -> shopping.claim(account, coupon), CouponRefusal.Expired.class);
        refused(() -> give(coupon, other), CouponRefusal.Expired.class);
        assertThat(titles()).isEmpty();
    }

    @Test
    @Rule("N-CPN-1")
    @DisplayName("確認のあとで使えなくなったら、その理由を一文で伝える")
    void whatCeasesToApplyAfterTheLetterIsTold() {
        var coupon = amount(200).in(coop, desk);
        shopping.claim(account, coupon);
        var seen = shopping.confirmation(account, "the order's key");
        desk.stop(coop, coupon, STAFF, "内容の誤り");
        refused(() -> orders.place(coop, account, seen), CouponRefusal.Stopped.class);
        assertThat(place("without it").current().totals().total()).isEqualTo(Yen.of(2380));
    }

    @Test
    @Rule("N-CPN-1")
    @DisplayName("下限に足りないあいだは、足りない分を伝え、そのままでも注文できる")
    void whatIsMissingIsTold() {
        var coupon = amount(300).least(2001).in(coop, desk);
        shopping.claim(account, coupon);
        var cart = carts.view(coop, account);
        assertThat(cart.problems()).isEmpty();
        assertThat(cart.coupon().orElseThrow().problem())
                .containsInstanceOf(CouponRefusal.BelowLeast.class)
                .get()
                .extracting(Refusal::sentence)
                .asString()
                .contains("あと税抜1円分");
        assertThat(place("without it").current().totals().discount()).isEmpty();
        assertThat(desk.get(coop, coupon).uses()).isZero();
    }

    @Test
    @Rule("N-CPN-3")
    @DisplayName("お知らせメールの方のクーポンは、選んだあとで受け取りをやめても残る")
    void aSubscribersCouponStaysOnceClaimed() {
        var coupon = amount(150).audience(Audience.SUBSCRIBERS).in(coop, desk);
        refused(() -> shopping.claim(account, coupon), CouponRefusal.SubscribersOnly.class);
        var member = shopping.memberId(account);
        mails.choose(coop, member, true);
        shopping.claim(account, coupon);
        mails.choose(coop, member, false);
        assertThat(place("the order's key").current().totals().total()).isEqualTo(Yen.of(2230));
    }

    @Test
    @Rule("N-CPN-1")
    @DisplayName("最後の一回を同時に求めたら、一人だけが得る")
    void ofManyAfterTheLastUseOneGetsIt() throws Exception {
        var coupon = amount(200).uses(1).in(coop, desk);
        var accounts = IntStream.range(0, AT_ONCE).mapToObj(at -> shopping.readyMember()).toList();
        accounts.forEach(it -> shopping.claim(it, coupon));
        var results =
                AtOnce.all(
                        accounts.stream()
                                .<Callable<String>>map(it -> placing(it, "of " + it))
                                .toList());
        assertThat(results.stream().filter("done"::equals)).hasSize(1);
        assertThat(results.stream().filter("coupons/used-up"::equals)).hasSize(AT_ONCE - 1);
        assertThat(shopping.rows("orders.customer_order")).isEqualTo(1);
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
        assertThat(desk.get(coop, coupon).uses()).isEqualTo(1);
    }

    @Test
    @Rule("N-CPN-1")
    @DisplayName("二台の電話から確定しても、使うのは一回")
    void twoPhonesUseItOnce() throws Exception {
        var coupon = amount(200).in(coop, desk);
        shopping.claim(account, coupon);
        var results =
                AtOnce.all(
                        IntStream.range(0, AT_ONCE)
                                .<Callable<String>>mapToObj(
                                        at -> placing(account, "phone no " + at))
                                .toList());
        assertThat(results).containsOnly("done");
        assertThat(shopping.rows("orders.customer_order")).isEqualTo(1);
        assertThat(desk.get(coop, coupon).uses()).isEqualTo(1);
    }

    @Test
    @Rule({"X-ORD-1", "N-CPN-2"})
    @DisplayName("注文の変更で下限を割ると、なくなる値引きを先に見せ、確定するとクーポンが戻る")
    void aChangeBelowTheLeastLosesTheCoupon() {
        var coupon = amount(300).least(3000).in(coop, desk);
        carts.add(coop, account, RICE, 1);
        shopping.claim(account, coupon);
        var order = place("the order's key");
        var more = change(order, Map.of(RICE, 4));
        assertThat(more.lostCoupon()).isEmpty();
        assertThat(more.totals().total()).isEqualTo(Yen.of(4320 + 220 - 300));
        var less = change(order, Map.of(RICE, 2));
        assertThat(less.lostCoupon().orElseThrow().why())
                .isInstanceOf(CouponRefusal.BelowLeast.class);
        assertThat(less.totals().total()).isEqualTo(Yen.of(2380));
        assertThat(desk.get(coop, coupon).uses()).isEqualTo(1);
        amendments.accept(coop, account, order.id(), less.draftId(), less.revision());
        assertThat(desk.get(coop, coupon).uses()).isZero();
        assertThat(payments.get(coop, Payments.order(order.id())).amount()).isEqualTo(Yen.of(2380));
        assertThat(titles()).containsExactly("ためし");
    }

    @Test
    @Rule({"N-PICK-3", "N-RCPT-1"})
    @DisplayName("品切れで下限を割ってもクーポンは残り、納品書は税率ごとの値引きを載せる")
    void aShortageKeepsTheCouponAndThePaperSaysIt() {
        var coupon = amount(100).least(2400).in(coop, desk);
        carts.add(coop, account, SOAP, 2);
        shopping.claim(account, coupon);
        var order = place("the order's key");
        assertThat(order.current().totals().total()).isEqualTo(Yen.of(2160 + 1000 + 220 - 100));
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        var picked =
                pickedOrders.record(
                        coop, order.id(), STAFF, Map.of(1, Picked.of(2), 2, Picked.of(1)));
        var totals = picked.current().totals();
        assertThat(totals.total()).isEqualTo(Yen.of(1080 + 1000 + 220 - 100));
        assertThat(desk.get(coop, coupon).uses()).isEqualTo(1);
        documents.write(coop, order.id());
        var note = documents.ofOrder(coop, order.id()).getFirst();
        assertThat(note.total()).isEqualTo(totals.total());
        assertThat(note.content().adjustments())
                .extracting(PaperAdjustment::wording, PaperAdjustment::split)
                .containsExactly(tuple("クーポン「ためし」", "10%対象 48円、8%※対象 52円"));
    }

    @Test
    @Rule({"N-ALC-1", "N-CPN-2", "N-RET-1"})
    @DisplayName("お酒を持ち帰っても、納品書から返還請求書を引くと、いただく代金になる")
    void thePapersComeToWhatIsPaidWhenAlcoholIsKeptBack() {
        var coupon = amount(500).in(coop, desk);
        carts.add(coop, account, BEER, 5);
        carts.add(coop, account, SOAP, 1);
        shopping.claim(account, coupon);
        var order = place("the order's key");
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        var found =
                order.current().lines().stream()
                        .collect(toMap(OrderLine::number, it -> Picked.of(it.quantity())));
        pickedOrders.record(coop, order.id(), STAFF, found);
        documents.write(coop, order.id());
        transaction.execute(status -> pickedOrders.keepAlcohol(coop, order.id(), STAFF));
        documents.write(coop, order.id());
        documents.write(coop, order.id());
        var papers = documents.ofOrder(coop, order.id());
        assertThat(papers).hasSize(2);
        var paid = payments.get(coop, Payments.order(order.id())).amount();
        assertThat(papers.getFirst().total().minus(papers.getLast().total())).isEqualTo(paid);
        var whole = documents.takeBackWhole(coop, order.id(), "ご不在", STAFF);
        assertThat(whole.total()).isEqualTo(paid);
        assertThat(whole.content().fees()).hasSize(1);
    }

    @Test
    @Rule("N-PICK-3")
    @DisplayName("対象の商品がすべて品切れなら、引くものがないのでクーポンが戻る")
    void aCouponWhoseGoodsWereAllShortComesBack() {
        var onSoap = new Benefit.Amount(Yen.of(100), new Target(Set.of(SOAP), Set.of()));
        var coupon = CouponSamples.of(onSoap).in(coop, desk);
        carts.add(coop, account, SOAP, 1);
        shopping.claim(account, coupon);
        var order = place("the order's key");
        assertThat(order.current().totals().discounted()).isEqualTo(Yen.of(100));
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        var found = Map.of(1, Picked.of(0), 2, Picked.of(2));
        var picked = pickedOrders.record(coop, order.id(), STAFF, found);
        assertThat(picked.current().totals().discount()).isEmpty();
        assertThat(desk.get(coop, coupon).uses()).isZero();
    }

    @Test
    @Rule("N-CPN-1")
    @DisplayName("クーポンは金額のほかに、便にも備考にも触れない")
    void aCouponTouchesNothingButMoney() {
        var fee = CouponSamples.of(new Benefit.DeliveryFee()).in(coop, desk);
        var before = carts.view(coop, account);
        shopping.claim(account, fee);
        var after = carts.view(coop, account);
        assertThat(after.delivery()).isEqualTo(before.delivery());
        assertThat(after.lines()).isEqualTo(before.lines());
        assertThat(after.expiresAt()).isEqualTo(before.expiresAt());
        assertThat(after.totals().total()).isEqualTo(Yen.of(2160));
        assertThat(after.totals().deliveryFee()).isEqualTo(Yen.of(220));
    }

    @Test
    void staffAreToldWhatDoesNotFit() {
        assertThatThrownBy(() -> amount(0).named("").ofMember(0).in(coop, desk))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.refusals())
                                        .extracting(Refusal::field)
                                        .containsExactly("title", "amount", "mostOfMember"));
        var coupon = amount(100).in(coop, desk);
        refused(() -> give(coupon, account), DeskRefusal.IsForAll.class);
        refused(() -> desk.stop(coop, coupon, STAFF, " "), DeskRefusal.NoReason.class);
        desk.stop(coop, coupon, STAFF, "終わり");
        refused(() -> desk.stop(coop, coupon, STAFF, "終わり"), DeskRefusal.IsStopped.class);
        refused(() -> shopping.claim(account, coupon), CouponRefusal.Stopped.class);
    }

    private void give(UUID coupon, UUID to) {
        var id = shopping.memberId(to);
        members.shareDue(coop, id)
                .ifPresent(due -> members.collectShare(coop, id, due, STAFF, "試験"));
        var code = members.get(coop, id).memberCode().orElseThrow().digits();
        desk.give(coop, coupon, code, STAFF, "おわび");
    }

    private List<String> titles() {
        return coupons.ofMember(coop, shopping.memberId(account), "shibuya").stream()
                .map(it -> it.coupon().title())
                .toList();
    }

    private Order place(String key) {
        return orders.place(coop, account, shopping.confirmation(account, key));
    }

    private Proposal change(Order order, Map<Jan, Integer> goods) {
        var wanted = new Wanted(goods, TOMORROW, PaymentMethod.CASH_ON_DELIVERY);
        return amendments.change(coop, account, order.id(), wanted);
    }

    private static void refused(Runnable doing, Class<? extends Refusal> why) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        it -> assertThat(it.refusals()).singleElement().isInstanceOf(why));
    }

    private Callable<String> placing(UUID buyer, String key) {
        var confirmation = shopping.confirmation(buyer, key);
        return () -> {
            try {
                orders.place(coop, buyer, confirmation);
                return "done";
            } catch (Refused refused) {
                return refused.refusals().getFirst().code();
            }
        };
    }
}
