package coop.kumiai.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.coupons.CouponDesk;
import coop.kumiai.coupons.CouponSamples;
import coop.kumiai.coupons.Coupons;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Joining;
import coop.kumiai.members.Members;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.Picked;
import coop.kumiai.orders.PickedOrders;
import coop.kumiai.orders.Wishes;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestOrders;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Letters about orders, from the confirmation to the mailbox. */
@KumiaiTest
class OrderLettersTests {
    private static final SlotId SLOT = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);
    private static final Wishes WISHES =
            new Wishes(Wishes.Shortage.SUBSTITUTE, "チャイムは\n鳴らさないで <b>", 2, 1, true, "山田商店", true);

    @Autowired TestOrders shopping;
    @Autowired Orders orders;
    @Autowired PickedOrders pickedOrders;
    @Autowired Coupons coupons;
    @Autowired CouponDesk couponDesk;
    @Autowired Members members;
    @Autowired Accounts accounts;
    @Autowired BusinessClock clock;
    @Autowired Mails mails;
    CoopId coop;
    UUID account;
    String email;

    @BeforeEach
    void aMember() {
        coop = shopping.coop();
        account = shopping.register(coop, Joining.IN_PERSON);
        email = accounts.get(coop, account).email();
    }

    @Test
    @Rule({"N-ORD-5", "N-JOIN-2"})
    void aConfirmedOrderIsMailedWithAllItsContents() {
        var order =
                shopping.place(
                        coop,
                        account,
                        SLOT,
                        WISHES,
                        Map.of(TestOrders.RICE, 2, TestOrders.BEER, 1));
        var mail = mails.only(email);
        assertThat(mail.subject()).contains(order.number());
        assertThat(mail.text())
                .contains(
                        "山田 花子 様",
                        "11/20(金) 2便 14時〜16時",
                        "〒150-0031",
                        "東京都渋谷区桜丘町1-2-3",
                        "置き配をご希望",
                        "2点　",
                        "お支払い金額  " + order.current().totals().total(),
                        "8%対象 " + order.current().totals().reduced().inTax(),
                        "出資金 500円",
                        "店からお電話し",
                        "チャイムは\n  鳴らさないで <b>",
                        "割りばし 2本、スプーン 1本",
                        "宛名: 山田商店",
                        "11/20(金) 10時まで");
        order.current().lines().forEach(line -> assertThat(mail.text()).contains(line.name()));
        assertThat(mail.links())
                .anyMatch(link -> link.endsWith("/" + coop.code() + "/orders/" + order.id()));
    }

    @Test
    @Rule({"N-CPN-2", "N-ORD-5"})
    void aCouponIsMailedWithTheOrderAndWithItsReturn() {
        var coupon = CouponSamples.amount(300).named("冬支度").in(coop, couponDesk);
        coupons.claim(coop, members.byAccount(coop, account).orElseThrow().memberId(), coupon);
        var order =
                shopping.place(
                        coop, account, SLOT, TestOrders.NO_WISHES, Map.of(TestOrders.RICE, 1));
        assertThat(mails.only(email).text()).contains("値引き        −300円（クーポン「冬支度」）");
        orders.cancel(coop, account, order.id());
        assertThat(mails.to(email, 2))
                .anySatisfy(mail -> assertThat(mail.text()).contains("クーポン「冬支度」はお手元に戻りました"));
    }

    @Test
    @Rule("N-ORD-6")
    void aCancelledOrderIsMailed() {
        var order =
                shopping.place(
                        coop, account, SLOT, TestOrders.NO_WISHES, Map.of(TestOrders.RICE, 1));
        orders.cancel(coop, account, order.id());
        var letters = mails.to(email, 2);
        assertThat(letters)
                .anySatisfy(
                        mail ->
                                assertThat(mail.text())
                                        .contains("取り消しました", "お支払いはありません", order.number()));
    }

    @Test
    @Rule("N-PICK-1")
    void whatWasShortIsMailedWithTheFinalAmount() {
        var order =
                shopping.place(
                        coop,
                        account,
                        SLOT,
                        TestOrders.NO_WISHES,
                        Map.of(TestOrders.RICE, 2, TestOrders.MILK, 1));
        mails.only(email);
        clock.standAt(TestClock.jst("2026-11-20T10:00"));
        var found = new HashMap<Integer, Picked>();
        order.current()
                .lines()
                .forEach(line -> found.put(line.number(), Picked.of(line.quantity() - 1)));
        var picked = pickedOrders.record(coop, order.id(), UUID.randomUUID(), found);
        assertThat(mails.to(email, 2))
                .anySatisfy(
                        mail ->
                                assertThat(mail.text())
                                        .contains(
                                                "ご用意できなかった商品",
                                                "ご注文 2点 → お届け 1点",
                                                "ご注文 1点 → お届け 0点",
                                                "お支払い金額  " + picked.current().totals().total()));
    }
}
