package coop.kumiai.amendments;

import static coop.kumiai.orders.Shopping.BEER;
import static coop.kumiai.orders.Shopping.CHICKEN;
import static coop.kumiai.orders.Shopping.RICE;
import static coop.kumiai.orders.Shopping.SOAP;
import static coop.kumiai.orders.Shopping.TOMORROW;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Joining;
import coop.kumiai.orders.CartRefusal;
import coop.kumiai.orders.Carts;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.OrderRefusal;
import coop.kumiai.orders.OrderVersion;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.Shopping;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.payments.PaymentRefusal;
import coop.kumiai.payments.Payments;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.SlotRefusal;
import coop.kumiai.substitution.LineWish;
import coop.kumiai.substitution.LineWishes;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

@KumiaiTest
class AmendmentsTests {
    private static final SlotId LATER = new SlotId("shibuya", LocalDate.of(2026, 11, 21), 4);
    private static final SlotId DAY_AFTER = new SlotId("shibuya", LocalDate.of(2026, 11, 22), 1);

    @Autowired Amendments amendments;
    @Autowired Orders orders;
    @Autowired Carts carts;
    @Autowired LineWishes wishes;
    @Autowired Payments payments;
    @Autowired TestCoops coops;
    @Autowired BusinessClock clock;
    @Autowired ApplicationContext context;
    CoopId coop;
    Shopping shopping;
    UUID account;
    Order order;

    @BeforeEach
    void anOrderOfTwoBagsOfRice() {
        coop = coops.fresh();
        shopping = new Shopping(coop, context);
        account = shopping.readyMember();
        order = orders.place(coop, account, shopping.confirmation(account, "the first key"));
    }

    @Test
    @Rule("N-ORD-6")
    @DisplayName("数を変え、商品を足し、確定すると次の版になり、代金も変わる")
    void anAcceptedChangeIsTheNextVersion() {
        carts.add(coop, account, SOAP, 1);
        amendments.addCart(coop, account, order.id());
        var proposal = change(Map.of(RICE, 3, SOAP, 1), TOMORROW);
        assertThat(proposal.problems()).isEmpty();
        assertThat(proposal.order().current().totals().total()).isEqualTo(Yen.of(2160 + 220));
        assertThat(proposal.totals().total()).isEqualTo(Yen.of(3240 + 500 + 220));

        var amended = accept(proposal);
        assertThat(amended.current().number()).isEqualTo(2);
        assertThat(amended.current().kind()).isEqualTo(OrderVersion.Kind.AMENDED);
        assertThat(amended.current().lines())
                .extracting(OrderLine::number, OrderLine::jan, OrderLine::quantity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, RICE, 3),
                        org.assertj.core.groups.Tuple.tuple(2, SOAP, 1));
        assertThat(payments.get(coop, Payments.order(order.id())).amount()).isEqualTo(Yen.of(3960));
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
        assertThat(orders.versions(coop, account, order.id())).hasSize(2);
    }

    @Test
    @Rule("N-ORD-6")
    @DisplayName("確定するまでは、何も変わらない")
    void nothingCountsBeforeTheAcceptance() {
        change(Map.of(RICE, 5), DAY_AFTER);
        assertThat(orders.own(coop, account, order.id())).isEqualTo(order);
        assertThat(shopping.taken(DAY_AFTER)).isZero();
        assertThat(payments.get(coop, Payments.order(order.id())).amount()).isEqualTo(Yen.of(2380));
        amendments.discard(coop, account, order.id());
        assertThat(amendments.view(coop, account, order.id()).lines())
                .allMatch(ProposedLine::isSame);
    }

    @Test
    @DisplayName("二度の確定でも、変更は一度")
    void acceptedTwiceItCountsOnce() {
        var proposal = change(Map.of(RICE, 3), TOMORROW);
        var first = accept(proposal);
        assertThat(accept(proposal)).isEqualTo(first);
        assertThat(orders.versions(coop, account, order.id())).hasSize(2);
    }

    @Test
    @Rule("N-ORD-8")
    @DisplayName("締切のあとは変えられず、お店の電話を伝える")
    void afterTheCutoffTheScreenChangesNothing() {
        var proposal = change(Map.of(RICE, 3), TOMORROW);
        clock.standAt(order.current().cutoffAt().minus(Duration.ofMillis(1)));
        assertThat(amendments.view(coop, account, order.id()).problems()).isEmpty();
        clock.standAt(order.current().cutoffAt());
        assertThat(refusals(() -> accept(proposal)))
                .hasOnlyElementsOfType(OrderRefusal.CutoffHasPassed.class)
                .allMatch(it -> it.sentence().contains("電話"));
        assertThat(refusals(() -> change(Map.of(RICE, 4), TOMORROW)))
                .hasOnlyElementsOfType(OrderRefusal.CutoffHasPassed.class);
        assertThat(orders.own(coop, account, order.id()).current().number()).isEqualTo(1);
    }

    @Test
    @Rule("N-ORD-7")
    @DisplayName("別の日に移すと、その日の価格になり、日替わりの価格は引き継がない")
    void anotherDayHasItsOwnPrices() {
        shopping.offer(BEER, TOMORROW.day(), 150);
        var other = shopping.readyMember();
        carts.add(coop, other, BEER, 2);
        var placed = orders.place(coop, other, shopping.confirmation(other, "the first key"));
        assertThat(placed.current().totals().total()).isEqualTo(Yen.of(2160 + 330 + 220));

        var proposal =
                amendments.change(
                        coop, other, placed.id(), wanted(Map.of(RICE, 2, BEER, 2), DAY_AFTER));
        assertThat(proposal.isMoved()).isTrue();
        assertThat(proposal.lost()).extracting(ProposedLine::jan).containsExactly(BEER);
        assertThat(proposal.totals().total()).isEqualTo(Yen.of(2160 + 440 + 220));
        var moved =
                amendments.accept(
                        coop, other, placed.id(), proposal.draftId(), proposal.revision());
        assertThat(moved.slot()).isEqualTo(DAY_AFTER);
        assertThat(moved.current().cutoffAt()).isEqualTo(proposal.slot().cutoffAt());
        assertThat(shopping.taken(DAY_AFTER)).isEqualTo(1);
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
    }

    @Test
    @Rule("N-ORD-7")
    @DisplayName("移した先の日に扱いのない商品は、なくなると示してから外す")
    void whatTheOtherDayDoesNotHaveFallsAway() {
        shopping.discontinue(BEER);
        shopping.offer(RICE, TOMORROW.day(), 900);
        var other = shopping.readyMember();
        var placed = orders.place(coop, other, shopping.confirmation(other, "the first key"));
        shopping.discontinue(RICE);
        var gone = amendments.change(coop, other, placed.id(), wanted(Map.of(RICE, 2), DAY_AFTER));
        assertThat(gone.lost()).extracting(ProposedLine::jan).containsExactly(RICE);
        assertThat(gone.problems())
                .hasAtLeastOneElementOfType(AmendmentRefusal.NothingIsLeft.class);
        var stays = amendments.change(coop, other, placed.id(), wanted(Map.of(RICE, 1), TOMORROW));
        assertThat(stays.totals().goodsExTax()).isEqualTo(Yen.of(900));
    }

    @Test
    @Rule({"N-ORD-6", "N-SLOT-4"})
    @DisplayName("満員の便には移れず、いまの便の枠はそのまま")
    void aFullSlotCannotBeMovedTo() {
        var proposal = change(Map.of(RICE, 2), DAY_AFTER);
        shopping.leave(DAY_AFTER, 0);
        assertThat(refusals(() -> accept(proposal))).hasOnlyElementsOfType(SlotRefusal.Full.class);
        assertThat(orders.own(coop, account, order.id())).isEqualTo(order);
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
        assertThat(refusals(() -> change(Map.of(RICE, 2), new SlotId("meguro", TOMORROW.day(), 2))))
                .hasOnlyElementsOfType(SlotRefusal.NotOffered.class);
    }

    @Test
    @Rule({"N-ORD-1", "N-ORD-2", "N-ORD-6"})
    @DisplayName("変更後も、注文の下限、上限、一品の上限を守る")
    void theLimitsOfAnOrderHoldForAChangeToo() {
        assertThat(change(Map.of(RICE, 1), TOMORROW).problems())
                .hasOnlyElementsOfType(CartRefusal.BelowLeast.class);
        assertThat(change(Map.of(RICE, 6), TOMORROW).problems()).isEmpty();
        assertThat(change(Map.of(RICE, 7), TOMORROW).problems())
                .hasOnlyElementsOfType(CartRefusal.TooManyOfOne.class);
        assertThat(refusals(() -> change(Map.of(RICE, -1), TOMORROW)))
                .hasOnlyElementsOfType(CartRefusal.NotAQuantity.class);
        var all = change(Map.of(RICE, 0), TOMORROW);
        assertThat(all.problems()).hasOnlyElementsOfType(AmendmentRefusal.NothingIsLeft.class);
        assertThat(refusals(() -> accept(all))).isNotEmpty();
    }

    @Test
    @DisplayName("同じ便のご注文にカートの商品を足すと、手数料は一回で、あとから入れた品はカートに残る")
    void theGoodsOfTheCartGoIntoTheOpenOrder() {
        carts.add(coop, account, CHICKEN, 1);
        assertThat(orders.openIn(coop, account, TOMORROW)).contains(order);
        amendments.addCart(coop, account, order.id());
        var again = amendments.addCart(coop, account, order.id());
        assertThat(again.lines()).extracting(ProposedLine::wanted).containsExactly(2, 1);
        carts.add(coop, account, CHICKEN, 1);
        carts.add(coop, account, SOAP, 1);

        var amended = accept(again);
        assertThat(amended.current().totals().deliveryFee())
                .isEqualTo(order.current().totals().deliveryFee());
        assertThat(amended.current().lines()).extracting(OrderLine::quantity).containsExactly(2, 1);
        var left = carts.view(coop, account);
        assertThat(left.quantityOf(CHICKEN)).isEqualTo(1);
        assertThat(left.quantityOf(SOAP)).isEqualTo(1);
        assertThat(orders.openIn(coop, account, DAY_AFTER)).isEmpty();
    }

    @Test
    @Rule("N-ORD-6")
    @DisplayName("変更の中で減らしたカートの商品は、カートから消えない")
    void whatTheChangeDoesNotTakeStaysInTheCart() {
        carts.add(coop, account, SOAP, 3);
        amendments.addCart(coop, account, order.id());
        assertThat(change(Map.of(RICE, 2, SOAP, 0), TOMORROW).fromCart()).isEmpty();
        accept(change(Map.of(RICE, 3, SOAP, 1), TOMORROW));
        assertThat(carts.view(coop, account).quantityOf(SOAP)).isEqualTo(2);
    }

    @Test
    @DisplayName("見たあとで価格が変わったら、確定しないで見直してもらう")
    void onlyWhatWasSeenIsAccepted() {
        var seen = change(Map.of(RICE, 2), DAY_AFTER);
        shopping.price(RICE, 1100);
        assertThat(refusals(() -> accept(seen)))
                .hasOnlyElementsOfType(AmendmentRefusal.HasChanged.class);
        var other = change(Map.of(RICE, 3), TOMORROW);
        assertThat(refusals(() -> accept(seen)))
                .hasOnlyElementsOfType(AmendmentRefusal.IsGone.class);
        accept(other);
        assertThat(change(Map.of(RICE, 3), TOMORROW).problems())
                .hasOnlyElementsOfType(AmendmentRefusal.NothingChanges.class);
    }

    @Test
    @Rule("N-ORD-6")
    @DisplayName("代金引換からカードへは、カードを確かめる前には変わらない")
    void cashDoesNotTurnIntoACardUnasked() {
        var byCard = new Wanted(Map.of(RICE, 3), TOMORROW, PaymentMethod.CARD);
        var proposal = amendments.change(coop, account, order.id(), byCard);
        assertThat(refusals(() -> accept(proposal)))
                .hasOnlyElementsOfType(PaymentRefusal.CardIsMissing.class);
        assertThat(orders.get(coop, order.id()).current()).isEqualTo(order.current());
        assertThat(payments.get(coop, Payments.order(order.id())).method())
                .isEqualTo(PaymentMethod.CASH_ON_DELIVERY);
    }

    @Test
    @Rule("N-ALC-1")
    void alcoholIsNotAddedByTheYoung() {
        var young = shopping.member(LocalDate.of(2007, 11, 23), Joining.WEB);
        shopping.choose(young, TOMORROW);
        carts.add(coop, young, RICE, 2);
        var placed = orders.place(coop, young, shopping.confirmation(young, "the first key"));
        var proposal =
                amendments.change(
                        coop, young, placed.id(), wanted(Map.of(RICE, 2, BEER, 1), TOMORROW));
        assertThat(proposal.problems())
                .hasOnlyElementsOfType(AmendmentRefusal.TooYoungForAlcohol.class);
    }

    @Test
    void nobodyElseMayLookOrChange() {
        var stranger = shopping.readyMember();
        var proposal = change(Map.of(RICE, 3), TOMORROW);
        assertThatThrownBy(() -> amendments.view(coop, stranger, order.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () ->
                                amendments.accept(
                                        coop,
                                        stranger,
                                        order.id(),
                                        proposal.draftId(),
                                        proposal.revision()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> amendments.discard(coop, stranger, order.id()))
                .isInstanceOf(NotFound.class);
        var elsewhere = coops.fresh();
        assertThatThrownBy(() -> amendments.view(elsewhere, account, order.id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @DisplayName("互いに便を入れ替えても行き詰まらず、枠の数は注文の数と合う")
    void membersWhoSwapSlotsDoNotWaitForEachOther() throws Exception {
        var moves = IntStream.range(0, 8).<Callable<Order>>mapToObj(this::move).toList();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var done : pool.invokeAll(moves, 60, TimeUnit.SECONDS)) {
                done.get();
            }
        }
        assertThat(shopping.taken(LATER)).isEqualTo(4);
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1 + 4);
    }

    /** Every second one from the earlier slot to the later, the others back. */
    @Test
    @Rule({"X-PICK-1", "N-ORD-6"})
    @DisplayName("カートの品の代わりの希望は、ほかのご注文の変更では使われない")
    void aMoveLeavesTheWishesOfTheCart() {
        var member = order.memberId();
        wishes.choose(coop, member, Map.of(RICE, LineWish.of(LineWish.Kind.NONE)));
        accept(change(Map.of(RICE, 2), DAY_AFTER));
        assertThat(wishes.ofOrder(coop, order.id())).isEmpty();
        carts.add(coop, account, RICE, 2);
        var next = orders.place(coop, account, shopping.confirmation(account, "the next key"));
        assertThat(wishes.ofOrder(coop, next.id())).hasSize(1);
    }

    @Test
    @Rule({"X-PICK-1", "N-ORD-6"})
    @DisplayName("外した品の希望は、あとから足した品のものにならない")
    void aWishGoesWithItsGoods() {
        wishes.choose(coop, order.memberId(), Map.of(SOAP, LineWish.of(LineWish.Kind.NONE)));
        carts.add(coop, account, SOAP, 1);
        amendments.addCart(coop, account, order.id());
        accept(change(Map.of(RICE, 2, SOAP, 1), TOMORROW));
        assertThat(wishes.ofOrder(coop, order.id())).containsOnlyKeys(2);
        accept(change(Map.of(RICE, 2), TOMORROW));
        carts.add(coop, account, BEER, 1);
        amendments.addCart(coop, account, order.id());
        var changed = accept(change(Map.of(RICE, 2, BEER, 1), TOMORROW));
        assertThat(changed.current().lines()).extracting(OrderLine::number).containsExactly(1, 2);
        assertThat(wishes.ofOrder(coop, order.id())).isEmpty();
    }

    private Callable<Order> move(int at) {
        var member = shopping.member();
        var from = at % 2 == 0 ? TOMORROW : LATER;
        var to = at % 2 == 0 ? LATER : TOMORROW;
        shopping.choose(member, from);
        carts.add(coop, member, RICE, 2);
        var placed = orders.place(coop, member, shopping.confirmation(member, "the first key"));
        var proposal = amendments.change(coop, member, placed.id(), wanted(Map.of(RICE, 2), to));
        return () ->
                amendments.accept(
                        coop, member, placed.id(), proposal.draftId(), proposal.revision());
    }

    private Proposal change(Map<Jan, Integer> goods, SlotId slot) {
        return amendments.change(coop, account, order.id(), wanted(goods, slot));
    }

    private static Wanted wanted(Map<Jan, Integer> goods, SlotId slot) {
        return new Wanted(goods, slot, PaymentMethod.CASH_ON_DELIVERY);
    }

    private Order accept(Proposal proposal) {
        return amendments.accept(
                coop, account, order.id(), proposal.draftId(), proposal.revision());
    }

    private static List<Refusal> refusals(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable asked) {
        return List.copyOf(catchThrowableOfType(Refused.class, asked).refusals());
    }
}
