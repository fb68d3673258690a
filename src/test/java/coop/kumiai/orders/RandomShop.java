package coop.kumiai.orders;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.amendments.Amendments;
import coop.kumiai.amendments.Wanted;
import coop.kumiai.catalog.Jan;
import coop.kumiai.coupons.Benefit;
import coop.kumiai.coupons.Coupon;
import coop.kumiai.coupons.CouponDesk;
import coop.kumiai.coupons.Coupons;
import coop.kumiai.coupons.NewCoupon;
import coop.kumiai.fulfilment.AgeCheck;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.fulfilment.HandOver;
import coop.kumiai.fulfilment.PickTask;
import coop.kumiai.fulfilment.Picking;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.fulfilment.Stop;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Members;
import coop.kumiai.payments.CardChoice;
import coop.kumiai.payments.CardWatch;
import coop.kumiai.payments.NewRefund;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.payments.Payments;
import coop.kumiai.payments.Refunds;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.testing.TestProcessor;

import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A shop where anything may happen next: members, staff, the card processor and the clock take
 * their turns as a seed has it. What is refused is part of the day; anything else that is thrown is
 * a fault.
 */
final class RandomShop {
    private static final int MEMBERS = 5;
    private static final List<Jan> GOODS =
            List.of(Shopping.RICE, Shopping.SOAP, Shopping.CHICKEN, Shopping.BEER);
    private static final List<String> CARDS =
            List.of(
                    TestProcessor.GOOD,
                    TestProcessor.GOOD,
                    TestProcessor.CHALLENGED,
                    TestProcessor.DECLINED,
                    TestProcessor.NEVER_RAISED);
    private static final List<String> MOODS =
            List.of("DOWN", "LOSES_CALLS", "LOSES_ANSWERS", "REFUSES", "LIES");
    private static final List<String> PATHS =
            List.of("/credit/charge", "/order/inquiry", "/order/capture", "/order/cancel");
    private static final int EXPECTED_GRAMS = 300;

    private final CoopId coop;
    private final Random random;
    private final Shopping shopping;
    private final CardWatch watch;
    private final Carts carts;
    private final Orders orders;
    private final CardCheckout checkout;
    private final HeldStore held;
    private final SlotHolds holds;
    private final Amendments amendments;
    private final Coupons coupons;
    private final Members members;
    private final Slots slots;
    private final Picking picking;
    private final DeliveryRuns runs;
    private final Refunds refunds;
    private final TransactionTemplate transaction;
    private final TestProcessor processor;
    private final BusinessClock clock;
    private final Staff picker;
    private final Staff driver;
    private final List<UUID> accounts = new ArrayList<>();
    private final List<UUID> offered = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private Optional<Asked> last = Optional.empty();
    private int keys;

    RandomShop(CoopId coop, long seed, ApplicationContext context) {
        this.coop = coop;
        this.random = new Random(seed);
        this.shopping = new Shopping(coop, context);
        this.watch = new CardWatch(coop, context);
        this.carts = context.getBean(Carts.class);
        this.orders = context.getBean(Orders.class);
        this.checkout = context.getBean(CardCheckout.class);
        this.held = context.getBean(HeldStore.class);
        this.holds = context.getBean(SlotHolds.class);
        this.amendments = context.getBean(Amendments.class);
        this.coupons = context.getBean(Coupons.class);
        this.members = context.getBean(Members.class);
        this.slots = context.getBean(Slots.class);
        this.picking = context.getBean(Picking.class);
        this.runs = context.getBean(DeliveryRuns.class);
        this.refunds = context.getBean(Refunds.class);
        this.transaction = context.getBean(TransactionTemplate.class);
        this.processor = context.getBean(TestProcessor.class);
        this.clock = context.getBean(BusinessClock.class);
        var staff = context.getBean(TestOrders.class);
        this.picker = new Staff(staff.staff(coop, StaffRole.Kind.PICKER, "shibuya"), "shibuya");
        this.driver = new Staff(staff.staff(coop, StaffRole.Kind.DRIVER, "shibuya"), "shibuya");
        for (var member = 0; member < MEMBERS; member++) {
            accounts.add(shopping.member());
        }
        var today = LocalDate.now(clock);
        var desk = context.getBean(CouponDesk.class);
        Stream.of(
                        new Benefit.Amount(Yen.of(300), Benefit.Target.ALL),
                        new Benefit.Percent(15, Yen.of(500), Benefit.Target.ALL),
                        new Benefit.DeliveryFee())
                .map(benefit -> coupon(benefit, today))
                .map(it -> desk.make(coop, it, picker.accountId(), "ためし"))
                .forEach(offered::add);
        mayHappen(20, "fill a cart", this::fillCart);
        mayHappen(6, "claim a coupon", this::claimCoupon);
        mayHappen(6, "look at the checkout", this::lookAtCheckout);
        mayHappen(10, "pay in cash", this::payInCash);
        mayHappen(10, "pay by card", this::payByCard);
        mayHappen(6, "come back from the card company", this::comeBack);
        mayHappen(4, "press again", this::pressAgain);
        mayHappen(5, "cancel", this::cancel);
        mayHappen(8, "change an order", this::change);
        mayHappen(12, "pick", this::pick);
        mayHappen(12, "go to a door", this::deliver);
        mayHappen(6, "give something back", this::giveBack);
        mayHappen(5, "the processor misbehaves", this::misbehave);
        mayHappen(8, "time goes on", this::goOn);
    }

    private record Turn(String name, Runnable deed) {}

    private record Asked(UUID account, PlaceOrder order) {}

    /** One turn; its name. */
    String step() {
        var turn = any(turns);
        try {
            turn.deed().run();
        } catch (Refused | NotFound | StillHeld partOfTheDay) {
            return turn.name() + ": refused";
        }
        return turn.name();
    }

    /** The processor comes to its senses, and everybody finishes what they are at. */
    void settle() {
        processor.misbehave(coop, "GOOD", "", 0);
        for (var hour = 0; hour < 48; hour++) {
            clock.forward(Duration.ofHours(1));
            lookAfterCards();
        }
    }

    private void mayHappen(int weight, String name, Runnable deed) {
        Stream.generate(() -> new Turn(name, deed)).limit(weight).forEach(turns::add);
    }

    private void fillCart() {
        var account = any(accounts);
        var open = openSlots();
        if (!open.isEmpty()) {
            shopping.choose(account, any(open).id());
        }
        carts.add(coop, account, Shopping.RICE, 1 + random.nextInt(2));
        carts.add(coop, account, any(GOODS), 1 + random.nextInt(3));
    }

    private List<Slot> openSlots() {
        return slots.offered(coop, "shibuya");
    }

    /** Few uses, so that members come too late. */
    private static NewCoupon coupon(Benefit benefit, LocalDate from) {
        return new NewCoupon(
                "クーポン",
                benefit,
                Yen.of(1_500),
                Set.of(),
                Coupon.Audience.ALL,
                from,
                from.plusDays(5),
                OptionalInt.of(4),
                2);
    }

    private void claimCoupon() {
        var member = members.byAccount(coop, any(accounts)).orElseThrow().memberId();
        coupons.claim(coop, member, any(offered));
    }

    /** Holds a place, as the page does. */
    private void lookAtCheckout() {
        holds.hold(coop, any(accounts));
    }

    private void payInCash() {
        var asked = asked(any(accounts));
        last = Optional.of(asked);
        orders.place(coop, asked.account(), asked.order());
    }

    private void payByCard() {
        var asked = asked(any(accounts));
        var card = new CardChoice.Typed(processor.token(any(CARDS)), clock.instant(), false);
        checkout.confirm(
                coop,
                asked.account(),
                Optional.empty(),
                byCard(asked.order()),
                card,
                id -> URI.create("http://localhost/orders/" + id));
    }

    private static PlaceOrder byCard(PlaceOrder order) {
        return new PlaceOrder(
                order.key(), order.cartId(), order.revision(), PaymentMethod.CARD, order.wishes());
    }

    private Asked asked(UUID account) {
        return new Asked(account, shopping.confirmation(account, "key number " + keys++));
    }

    /** Proves who it is, or not, or just comes back, or gives the card up. */
    private void comeBack() {
        for (var account : accounts) {
            for (var id : held(account)) {
                var open = checkout.find(coop, account, id);
                if (open instanceof CardOutcome.Challenge it && random.nextBoolean()) {
                    processor.prove(it.page().toString(), random.nextInt(4) > 0);
                }
                if (random.nextInt(4) == 0) {
                    checkout.putOff(coop, account, Optional.empty(), id);
                } else {
                    checkout.settle(coop, account, Optional.empty(), id);
                }
            }
        }
    }

    private List<UUID> held(UUID account) {
        var member = members.byAccount(coop, account).orElseThrow().memberId();
        return held.ofMember(coop, member).stream().map(HeldStore.Held::orderId).toList();
    }

    private void pressAgain() {
        last.ifPresent(it -> orders.place(coop, it.account(), it.order()));
    }

    private void cancel() {
        var account = any(accounts);
        latest(account).ifPresent(it -> orders.cancel(coop, account, it.id()));
    }

    private Optional<Order> latest(UUID account) {
        var history = orders.history(coop, account, Optional.empty(), 3).orders();
        return history.isEmpty() ? Optional.empty() : Optional.of(any(history));
    }

    private void change() {
        var account = any(accounts);
        var order = latest(account);
        if (order.isEmpty()) {
            return;
        }
        var goods = new LinkedHashMap<Jan, Integer>();
        order.get().current().lines().forEach(it -> goods.put(it.jan(), random.nextInt(4)));
        goods.put(any(GOODS), 1 + random.nextInt(3));
        var open = openSlots();
        var slot = open.isEmpty() || random.nextBoolean() ? order.get().slot() : any(open).id();
        var payment =
                random.nextInt(4) == 0
                        ? PaymentMethod.CASH_ON_DELIVERY
                        : order.get().current().payment();
        var proposal =
                amendments.change(
                        coop, account, order.get().id(), new Wanted(goods, slot, payment));
        if (random.nextInt(4) > 0) {
            amendments.accept(
                    coop, account, order.get().id(), proposal.draftId(), proposal.revision());
        }
    }

    /** Picks a whole slot: now and then something is short, or weighs otherwise. */
    private void pick() {
        var now = clock.instant();
        var work =
                picking.slotsToPick(coop, "shibuya").stream()
                        .filter(it -> it.orders() > it.picked())
                        .filter(it -> !now.isBefore(it.slot().cutoffAt()))
                        .toList();
        if (work.isEmpty()) {
            return;
        }
        var slot = any(work).slot();
        var walk = picking.walk(coop, picker, slot.id());
        for (var task : walk.tasks()) {
            if (!task.isDecided() && !task.boxClosed()) {
                picking.mark(coop, picker, task.orderId(), task.lineNo(), found(task));
            }
        }
        for (var order : orders.ordersOfSlot(coop, slot.id())) {
            picking.close(coop, picker, order.id());
        }
    }

    private Picked found(PickTask task) {
        var ordered = task.ordered();
        var there = random.nextInt(5) == 0 ? random.nextInt(ordered + 1) : ordered;
        return task.weight().isPresent() && there > 0
                ? new Picked(
                        there, OptionalInt.of(there * (EXPECTED_GRAMS - 40 + random.nextInt(80))))
                : Picked.of(there);
    }

    private void deliver() {
        var day = LocalDate.now(clock);
        for (var number = 1; number <= 5; number++) {
            var slot = new SlotId("shibuya", day, number);
            for (var stop : runs.run(coop, driver, slot)) {
                deliver(stop.orderId());
            }
        }
    }

    private void deliver(UUID orderId) {
        var stop = runs.stop(coop, driver, orderId);
        try {
            switch (random.nextInt(4)) {
                case 0 -> runs.bringBack(coop, driver, orderId);
                case 1 -> runs.bringAgain(coop, driver, orderId);
                default -> runs.handOver(coop, driver, orderId, handOver(stop));
            }
        } catch (Refused partOfTheDay) {
            // another door may do
        }
    }

    /** Now and then the wrong sum. */
    private HandOver handOver(Stop stop) {
        var cash = random.nextInt(8) == 0 ? Yen.of(1) : stop.cashDue();
        return new HandOver(HandOver.Way.IN_PERSON, cash, stop.shareDue(), AgeCheck.EVIDENT);
    }

    /** Mostly too much, or before anything was taken. */
    private void giveBack() {
        latest(any(accounts))
                .ifPresent(
                        order ->
                                transaction.executeWithoutResult(
                                        status -> refunds.give(coop, refund(order))));
    }

    private NewRefund refund(Order order) {
        return new NewRefund(
                new UUID(0, random.nextInt(1_000_000)),
                Payments.order(order.id()),
                order.slot().storeId(),
                Yen.of(1 + random.nextInt(2_000)),
                "傷んでいたため",
                picker.accountId(),
                random.nextBoolean());
    }

    private void misbehave() {
        processor.misbehave(coop, any(MOODS), any(PATHS), 1 + random.nextInt(2));
    }

    private void goOn() {
        clock.forward(Duration.ofMinutes(1 + random.nextInt(90)));
        lookAfterCards();
    }

    private void lookAfterCards() {
        holds.freeEnded();
        checkout.settleDue();
        watch.look();
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
