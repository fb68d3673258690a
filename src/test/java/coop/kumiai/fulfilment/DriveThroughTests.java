package coop.kumiai.fulfilment;

import static coop.kumiai.orders.Shopping.BEER;
import static coop.kumiai.orders.Shopping.RICE;
import static coop.kumiai.orders.Shopping.TOMORROW;
import static coop.kumiai.testing.SentForm.csrf;
import static coop.kumiai.testing.TestClock.jst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.amendments.AmendmentRefusal;
import coop.kumiai.amendments.Amendments;
import coop.kumiai.amendments.Proposal;
import coop.kumiai.amendments.Wanted;
import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.CardCheckout;
import coop.kumiai.orders.CardOutcome;
import coop.kumiai.orders.Carts;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderRefusal;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.PlaceOrder;
import coop.kumiai.orders.Shopping;
import coop.kumiai.orders.Wishes;
import coop.kumiai.payments.CardChoice;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.stores.DriveThrough;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.SlotTime;
import coop.kumiai.stores.Slots;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.TestProcessor;
import coop.kumiai.web.SignedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** ドライブスルー (N-DRIVE-1): chosen, paid by card, picked and handed over at the store. */
@KumiaiTest
class DriveThroughTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final SlotId AFTERNOON = new SlotId("shibuya", TODAY, 11);
    private static final SlotId EVENING = new SlotId("shibuya", TODAY, 12);
    private static final Wishes NONE = TestOrders.NO_WISHES;
    private static final Wishes AT_DOOR =
            new Wishes(Wishes.Shortage.CANCEL, "", 0, 0, false, "", true);

    @Autowired CardCheckout checkout;
    @Autowired Orders orders;
    @Autowired Carts carts;
    @Autowired Amendments amendments;
    @Autowired Picking picking;
    @Autowired DeliveryRuns runs;
    @Autowired Slots slots;
    @Autowired Accounts accounts;
    @Autowired TestOrders some;
    @Autowired TestCoops coops;
    @Autowired TestProcessor processor;
    @Autowired Mails mails;
    @Autowired MockMvcTester mvc;
    @Autowired BusinessClock clock;
    @Autowired ApplicationContext context;
    CoopId coop;
    Shopping shopping;
    UUID account;
    Staff desk;

    @BeforeEach
    void aStoreWithADriveThrough() {
        coop = coops.fresh();
        coops.decide(coop, terms(2), "shibuya", TODAY);
        shopping = new Shopping(coop, context);
        account = shopping.member();
        desk = new Staff(some.staff(coop, StaffRole.Kind.DESK, "shibuya"), "shibuya");
    }

    @Test
    @Rule("N-DRIVE-1")
    @DisplayName("ドライブスルーはカードだけ。現金では受けず、カートは残る")
    void cashIsRefusedAndACardIsTaken() {
        ready(AFTERNOON, RICE);
        var cash = shopping.confirmation(account, "in cash, please");
        assertThatThrownBy(() -> orders.place(coop, account, cash))
                .isInstanceOf(Refused.class)
                .hasMessage(new OrderRefusal.DriveThroughByCard().code());
        assertThat(carts.view(coop, account).isEmpty()).isFalse();
        assertThat(shopping.taken(AFTERNOON)).isZero();
        var order = byCard(NONE);
        assertThat(order.isDriveThrough()).isTrue();
        assertThat(order.current().destination().oneLine()).isEqualTo("渋谷店 屋上駐車場（東京都渋谷区桜丘町1-2）");
        assertThat(order.current().totals().deliveryFee()).isEqualTo(Yen.of(110));
        assertThat(shopping.taken(AFTERNOON)).isEqualTo(1);
    }

    @Test
    @Rule("N-DRIVE-1")
    void goodsThatAreFetchedAreNotLeftAtADoor() {
        ready(AFTERNOON, RICE);
        assertThatThrownBy(() -> byCard(AT_DOOR))
                .hasMessage(new OrderRefusal.DriveThroughHasNoDoor().code());
        assertThat(shopping.taken(AFTERNOON)).isZero();
    }

    @Test
    @Rule({"N-DRIVE-1", "N-SLOT-3"})
    @DisplayName("ドライブスルーとお届けの定員は別々に数える")
    void itsRoomIsApartFromThatOfDeliveries() {
        ready(AFTERNOON, RICE);
        shopping.leave(AFTERNOON, 0);
        assertThatThrownBy(() -> byCard(NONE)).hasMessage("stores/slot-full");
        var delivered = shopping.readyMember();
        orders.place(coop, delivered, shopping.confirmation(delivered, "by the van"));
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
    }

    @Test
    @Rule({"N-DRIVE-1", "N-ORD-6"})
    @DisplayName("変更では、ほかのドライブスルーの便にだけ移せ、現金には変えられない")
    void aChangeStaysAtTheDriveThroughAndWithTheCard() {
        ready(AFTERNOON, RICE);
        var order = byCard(NONE);
        assertThatThrownBy(() -> change(order, TOMORROW, PaymentMethod.CARD))
                .hasMessage(new AmendmentRefusal.OtherWayOfReceiving().code());
        assertThatThrownBy(() -> change(order, AFTERNOON, PaymentMethod.CASH_ON_DELIVERY))
                .hasMessage(new OrderRefusal.DriveThroughByCard().code());
        var proposal = change(order, EVENING, PaymentMethod.CARD);
        var moved =
                amendments.accept(
                        coop, account, order.id(), proposal.draftId(), proposal.revision());
        assertThat(moved.slot()).isEqualTo(EVENING);
        assertThat(moved.isDriveThrough()).isTrue();
        assertThat(shopping.taken(AFTERNOON)).isZero();
    }

    @Test
    @Rule({"N-DRIVE-1", "N-AREA-2"})
    void whatIsDeliveredIsNotFetchedInstead() {
        var delivered = shopping.readyMember();
        var order = orders.place(coop, delivered, shopping.confirmation(delivered, "by the van"));
        var wanted = new Wanted(Map.of(RICE, 2), AFTERNOON, PaymentMethod.CASH_ON_DELIVERY);
        assertThatThrownBy(() -> amendments.change(coop, delivered, order.id(), wanted))
                .hasMessage(new AmendmentRefusal.OtherWayOfReceiving().code());
    }

    @Test
    @Rule({"N-DRIVE-1", "N-ALC-1"})
    @DisplayName("窓口が年齢を確かめて渡す。配達リストには出ない")
    void theDeskHandsOverAndNoDriverDoes() {
        ready(AFTERNOON, RICE);
        carts.add(coop, account, BEER, 1);
        var order = picked(byCard(NONE));
        var stop = runs.driveThrough(coop, desk, TODAY).getFirst();
        assertThat(stop.orderNumber()).isEqualTo(order.number());
        assertThatThrownBy(() -> runs.run(coop, desk, AFTERNOON)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> runs.bringBack(coop, desk, order.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> runs.handOver(coop, desk, order.id(), said(stop, AgeCheck.NOT_ASKED)))
                .hasMessage("fulfilment/age-not-checked");
        runs.handOver(coop, desk, order.id(), said(stop, AgeCheck.PAPERS_SEEN));
        assertThat(state(order)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @Rule("N-DRIVE-1")
    @DisplayName("お見えにならない方の商品は、規程の時刻までは取っておく")
    void goodsWaitUntilThePolicysHour() {
        ready(AFTERNOON, RICE);
        var order = picked(byCard(NONE));
        clock.standAt(jst("2026-11-20T20:29:59"));
        assertThatThrownBy(() -> runs.notFetched(coop, desk, order.id()))
                .hasMessage("fulfilment/still-kept");
        clock.standAt(jst("2026-11-20T20:30"));
        runs.notFetched(coop, desk, order.id());
        runs.notFetched(coop, desk, order.id());
        assertThat(state(order)).isEqualTo(DeliveryState.BROUGHT_BACK);
        var stop = runs.stop(coop, desk, order.id());
        assertThatThrownBy(
                        () -> runs.handOver(coop, desk, order.id(), said(stop, AgeCheck.NOT_ASKED)))
                .isInstanceOf(Refused.class);
        runs.undoBringBack(coop, desk, order.id());
        runs.handOver(coop, desk, order.id(), said(stop, AgeCheck.NOT_ASKED));
        assertThat(state(order)).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    @Rule("N-DRIVE-1")
    @DisplayName("便の画面、レジ、注文の控えとメールが、場所と時間を言う")
    void everyPageSaysWhereAndWhen() {
        var member = as(account, Set.of());
        assertThat(page("slots", member))
                .contains("ドライブスルーで受け取る", "屋上駐車場", "110円", "value=\"shibuya.2026-11-20.11\"");
        ready(AFTERNOON, RICE);
        assertThat(page("checkout", member))
                .contains("ドライブスルー11便", "クレジットカード")
                .doesNotContain("代金引換", "玄関前に置いてほしい");
        var order = byCard(NONE);
        assertThat(page("orders/" + order.id(), member))
                .contains("お渡し場所", "渋谷店 屋上駐車場", "ドライブスルー11便");
        var email = accounts.find(coop, account).orElseThrow().email();
        assertThat(mails.only(email).text())
                .contains("■ お受け取り", "ドライブスルー11便 15時〜17時", "屋上駐車場")
                .doesNotContain("■ お届け");
    }

    @Test
    @Rule("N-DRIVE-1")
    @DisplayName("窓口の画面で、注文番号からお渡しまで進める")
    void theDeskWorksFromTheListOfTheDay() {
        ready(AFTERNOON, RICE);
        var order = picked(byCard(NONE));
        var clerk = as(desk.accountId(), Set.of(new StaffRole(StaffRole.Kind.DESK, "shibuya")));
        assertThat(page("office/", clerk)).contains("ドライブスルー11便をお渡しする");
        assertThat(page("office/drive-through/2026-11-20", clerk))
                .contains(order.number(), "湊 花子", "お渡し待ち");
        var here = "office/drive-through/orders/" + order.id();
        assertThat(page(here, clerk)).contains("出資金", "お見えにならなかった");
        assertThat(send(here + "/not-fetched", clerk)).contains("20時30分までお預かりします");
        assertThat(send(here + "/hand-over", clerk)).contains("出資金");
        var due = runs.stop(coop, desk, order.id()).shareDue();
        assertThat(
                        mvc.post()
                                .uri("/%s/%s/hand-over".formatted(coop.code(), here))
                                .param("share", String.valueOf(due.amount()))
                                .with(clerk)
                                .with(csrf()))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(page(here, clerk)).contains("お渡ししました");
    }

    private static DriveThrough terms(int room) {
        return new DriveThrough(
                List.of(time(11, 15, 11, room), time(12, 17, 13, room)),
                Yen.of(110),
                "屋上駐車場",
                LocalTime.of(20, 30));
    }

    private static SlotTime time(int number, int from, int cutoff, int room) {
        return new SlotTime(
                number,
                LocalTime.of(from, 0),
                LocalTime.of(from + 2, 0),
                0,
                LocalTime.of(cutoff, 0),
                room);
    }

    private void ready(SlotId slot, Jan goods) {
        shopping.choose(account, slot);
        carts.add(coop, account, goods, 2);
    }

    private Order byCard(Wishes wishes) {
        var cash = shopping.confirmation(account, "key " + UUID.randomUUID(), wishes);
        var asked =
                new PlaceOrder(
                        cash.key(), cash.cartId(), cash.revision(), PaymentMethod.CARD, wishes);
        var card =
                new CardChoice.Typed(processor.token(TestProcessor.GOOD), clock.instant(), false);
        var outcome =
                checkout.confirm(
                        coop,
                        account,
                        Optional.empty(),
                        asked,
                        card,
                        id -> URI.create("http://localhost/" + coop + "/orders/" + id + "/paid"));
        assertThat(outcome).isInstanceOf(CardOutcome.Ordered.class);
        return ((CardOutcome.Ordered) outcome).order();
    }

    private Order picked(Order order) {
        clock.standAt(jst("2026-11-20T15:00"));
        var picker = new Staff(some.staff(coop, StaffRole.Kind.PICKER, "shibuya"), "shibuya");
        picking.walk(coop, picker, order.slot());
        order.current()
                .lines()
                .forEach(it -> picking.mark(coop, picker, order.id(), it.number(), it.quantity()));
        picking.close(coop, picker, order.id());
        return order;
    }

    private Proposal change(Order order, SlotId slot, PaymentMethod payment) {
        return amendments.change(
                coop, account, order.id(), new Wanted(Map.of(RICE, 2), slot, payment));
    }

    private static HandOver said(Stop stop, AgeCheck age) {
        return new HandOver(HandOver.Way.IN_PERSON, Yen.ZERO, stop.shareDue(), age);
    }

    private DeliveryState state(Order order) {
        return runs.find(coop, order.id()).orElseThrow().state();
    }

    private String page(String path, RequestPostProcessor who) {
        return body(mvc.get().uri("/" + coop.code() + "/" + path).with(who).exchange());
    }

    private String send(String path, RequestPostProcessor who) {
        return body(
                mvc.post().uri("/" + coop.code() + "/" + path).with(who).with(csrf()).exchange());
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private RequestPostProcessor as(UUID id, Set<StaffRole> roles) {
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        new SignedIn(coop.code(), id, null, "湊 花子", roles, 1), null, List.of()));
    }
}
