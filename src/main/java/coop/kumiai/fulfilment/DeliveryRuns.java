package coop.kumiai.fulfilment;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Members;
import coop.kumiai.orders.AlcoholTerms;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.PickedOrders;
import coop.kumiai.payments.CashOnDelivery;
import coop.kumiai.payments.Payments;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.DriveThrough;
import coop.kumiai.stores.SlotId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * 配達: the run of a slot from door to door. Goods are handed over and cash is taken in one step that
 * happens once, however often it is pressed and by however many drivers (N-DELIV-1).
 */
@Service
public class DeliveryRuns {
    private final FulfilmentStore store;
    private final Stops stops;
    private final Orders orders;
    private final PickedOrders pickedOrders;
    private final Payments payments;
    private final Members members;
    private final Policies policies;
    private final Audit audit;
    private final Clock clock;

    DeliveryRuns(
            FulfilmentStore store,
            Stops stops,
            Orders orders,
            PickedOrders pickedOrders,
            Payments payments,
            Members members,
            Policies policies,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.stops = stops;
        this.orders = orders;
        this.pickedOrders = pickedOrders;
        this.payments = payments;
        this.members = members;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The doors of a slot, neighbours beside each other.
     *
     * @throws NotFound when it is no slot of the store where they work
     */
    @Transactional(readOnly = true)
    public List<Stop> run(CoopId coop, Staff staff, SlotId slot) {
        requireOwn(staff, slot);
        var doors = stops.of(coop, slot);
        doors.forEach(DeliveryRuns::requireDoor);
        return doors;
    }

    /**
     * One door of a run.
     *
     * @throws NotFound when it is no order of the store where they work
     */
    @Transactional(readOnly = true)
    public Stop stop(CoopId coop, Staff staff, UUID orderId) {
        return stops.of(coop, own(coop, staff, orderId));
    }

    /** Where an order is, once its picking has begun. */
    @Transactional(readOnly = true)
    public Optional<Delivery> find(CoopId coop, UUID orderId) {
        return store.find(coop, orderId);
    }

    /** Where these orders are, as far as their picking has begun. */
    @Transactional(readOnly = true)
    public Map<UUID, Delivery> find(CoopId coop, Collection<UUID> orderIds) {
        return store.deliveries(coop, orderIds);
    }

    /**
     * Hands the goods over and takes the cash for them and the share capital. Pressed again with
     * the same words it changes nothing.
     *
     * @throws Refused with every reason why it cannot be so (N-DELIV-1, N-JOIN-2, N-ALC-1)
     */
    @Transactional
    public void handOver(CoopId coop, Staff staff, UUID orderId, HandOver said) {
        var stop = hold(coop, staff, orderId);
        if (stop.delivery().handedOver().filter(said::equals).isPresent()) {
            return;
        }
        Refused.unless(FulfilmentRules.handOver(stop, said, alcoholTerms(coop, stop)));
        store.handOver(coop, orderId, said, staff.accountId(), clock.instant());
        settle(coop, staff, stop, said);
        audit(coop, staff, "delivery.handed-over", stop, reason(stop, said));
    }

    /**
     * The receiver's age is not certain: the alcohol goes back to the store, the rest of the order
     * stands without it (N-ALC-1). Pressed again it changes nothing.
     *
     * @throws Refused when it is not on the road, or there is nothing but alcohol
     */
    @Transactional
    public void keepAlcohol(CoopId coop, Staff staff, UUID orderId) {
        var stop = hold(coop, staff, orderId);
        if (stop.delivery().alcoholKeptAt().isPresent()) {
            return;
        }
        var order = orders.get(coop, orderId);
        FulfilmentRules.keepAlcohol(stop, order.current()).ifPresent(DeliveryRuns::refuse);
        pickedOrders.keepAlcohol(coop, orderId, staff.accountId());
        store.keepAlcohol(coop, orderId, staff.accountId(), clock.instant());
        audit(coop, staff, "delivery.alcohol-kept", stop, "年齢を確かめられず、お酒を持ち帰り");
    }

    /**
     * What was counted for the goods and for the share capital, each apart, with its change; a part
     * that was not counted is not there.
     *
     * @throws Refused when it is too little, or too many coins of one kind (N-PAY-2)
     */
    @Transactional(readOnly = true)
    public Map<CashKind, Counted> count(
            CoopId coop, Staff staff, UUID orderId, Map<CashKind, Tender> tenders) {
        var stop = stop(coop, staff, orderId);
        var terms = policies.at(coop, CashOnDelivery.class, stop.slot().day());
        Refused.unless(
                tenders.entrySet().stream()
                        .flatMap(it -> check(it.getKey(), stop, it.getValue(), terms).stream())
                        .toList());
        var counted = new EnumMap<CashKind, Counted>(CashKind.class);
        tenders.forEach(
                (kind, tender) -> {
                    if (!tender.isEmpty()) {
                        counted.put(kind, Counted.of(kind.due(stop), tender));
                    }
                });
        return counted;
    }

    private static List<CashRefusal> check(
            CashKind kind, Stop stop, Tender tender, CashOnDelivery terms) {
        return CashRules.check(kind.field(), kind.due(stop), tender, terms);
    }

    /**
     * Nobody was at home: the goods go back and a note is left (N-DELIV-2).
     *
     * @return until when a call brings them again today; empty where it does not
     */
    @Transactional
    public Optional<Instant> bringBack(CoopId coop, Staff staff, UUID orderId) {
        var stop = hold(coop, staff, orderId);
        requireDoor(stop);
        FulfilmentRules.bringBack(stop).ifPresent(DeliveryRuns::refuse);
        if (stop.delivery().state() == DeliveryState.BROUGHT_BACK) {
            return stop.delivery().redeliveryUntil();
        }
        var now = clock.instant();
        var until = FulfilmentRules.redeliveryUntil(redeliveryTerms(coop, stop), stop.slot(), now);
        store.bringBack(coop, orderId, until, staff.accountId(), now);
        audit(coop, staff, "delivery.brought-back", stop, "不在");
        return until;
    }

    /**
     * Nobody came to the drive-through: the goods go back to the shelves (N-DRIVE-1). Pressed again
     * it changes nothing.
     *
     * @throws Refused while they are kept for who comes late
     */
    @Transactional
    public void notFetched(CoopId coop, Staff staff, UUID orderId) {
        var stop = hold(coop, staff, orderId);
        if (!stop.driveThrough()) {
            throw new NotFound("drive-through");
        }
        var terms = policies.at(coop, DriveThrough.class, staff.storeId(), stop.slot().day());
        var now = clock.instant();
        FulfilmentRules.notFetched(stop, terms.keptUntil(), now).ifPresent(DeliveryRuns::refuse);
        if (stop.delivery().state() != DeliveryState.BROUGHT_BACK) {
            store.bringBack(coop, orderId, Optional.empty(), staff.accountId(), now);
            audit(coop, staff, "delivery.not-fetched", stop, "お見えにならず");
        }
    }

    /** What members fetch at the store on a day, the earliest slot first (N-DRIVE-1). */
    @Transactional(readOnly = true)
    public List<Stop> driveThrough(CoopId coop, Staff staff, LocalDate day) {
        return stops.of(
                coop,
                orders.ordersOfDay(coop, staff.storeId(), day).stream()
                        .filter(Order::isDriveThrough)
                        .toList());
    }

    /** Takes a wrong press of "brought back" away (元に戻す); a second press finds it done. */
    @Transactional
    public void undoBringBack(CoopId coop, Staff staff, UUID orderId) {
        var stop = hold(coop, staff, orderId);
        if (stop.delivery().state() == DeliveryState.PICKED) {
            return;
        }
        if (stop.delivery().state() != DeliveryState.BROUGHT_BACK) {
            refuse(new DeliveryRefusal.NotBroughtBack(stop.orderNumber()));
        }
        store.bringAgain(coop, orderId, Optional.empty());
        audit(coop, staff, "delivery.undone", stop, "押し間違い");
    }

    /**
     * The member called in time: the goods go out again today, without a choice of time
     * (N-DELIV-2). Pressed again it changes nothing.
     *
     * @throws Refused for slots without a second try, and after the hour
     */
    @Transactional
    public void bringAgain(CoopId coop, Staff staff, UUID orderId) {
        var stop = hold(coop, staff, orderId);
        if (stop.delivery().isSecondTry()) {
            return;
        }
        var now = clock.instant();
        FulfilmentRules.bringAgain(stop, redeliveryTerms(coop, stop), now)
                .ifPresent(DeliveryRuns::refuse);
        store.bringAgain(coop, orderId, Optional.of(now));
        audit(coop, staff, "delivery.again", stop, "組合員からのお電話");
    }

    /**
     * Makes sure until the end of the transaction that the goods of an order are back in the store.
     *
     * @throws Refused while they are not
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireBroughtBack(CoopId coop, Staff staff, UUID orderId) {
        var stop = hold(coop, staff, orderId);
        if (stop.delivery().state() != DeliveryState.BROUGHT_BACK) {
            refuse(new DeliveryRefusal.NotBroughtBack(stop.orderNumber()));
        }
    }

    /** The cash that somebody has taken at the doors of a slot so far. */
    @Transactional(readOnly = true)
    public Taken taken(CoopId coop, Staff staff, SlotId slot) {
        requireOwn(staff, slot);
        return store.taken(coop, slot, staff.accountId());
    }

    private Stop hold(CoopId coop, Staff staff, UUID orderId) {
        var order = own(coop, staff, orderId);
        return store.lock(coop, orderId)
                .map(held -> stops.of(coop, orders.get(coop, orderId)))
                .orElseGet(() -> stops.of(coop, order));
    }

    private Order own(CoopId coop, Staff staff, UUID orderId) {
        var order = orders.get(coop, orderId);
        requireOwn(staff, order.slot());
        if (order.cancelled()) {
            throw new NotFound("order");
        }
        return order;
    }

    private void settle(CoopId coop, Staff staff, Stop stop, HandOver said) {
        if (!said.cash().isZero()) {
            payments.collect(coop, Payments.order(stop.orderId()), said.cash(), staff.accountId());
        }
        if (!said.share().isZero()) {
            members.collectShare(
                    coop, stop.memberId(), said.share(), staff.accountId(), stop.orderNumber());
        }
    }

    private static String reason(Stop stop, HandOver said) {
        var how = stop.driveThrough() ? "ドライブスルー" : "配達";
        return stop.alcohol() ? how + "　年齢確認：" + said.age().word() : how;
    }

    private AlcoholTerms alcoholTerms(CoopId coop, Stop stop) {
        return policies.at(coop, AlcoholTerms.class, stop.slot().day());
    }

    private RedeliveryTerms redeliveryTerms(CoopId coop, Stop stop) {
        return policies.at(coop, RedeliveryTerms.class, stop.slot().storeId(), stop.slot().day());
    }

    private void audit(CoopId coop, Staff staff, String action, Stop stop, String reason) {
        audit.note(coop, staff.accountId(), action, stop.orderId(), reason);
    }

    private static void requireOwn(Staff staff, SlotId slot) {
        if (!slot.storeId().equals(staff.storeId())) {
            throw new NotFound("slot");
        }
    }

    /** No van goes to what is fetched. */
    private static void requireDoor(Stop stop) {
        if (stop.driveThrough()) {
            throw new NotFound("door");
        }
    }

    private static void refuse(DeliveryRefusal refusal) {
        throw Refused.because(refusal);
    }
}
