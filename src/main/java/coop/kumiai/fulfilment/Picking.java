package coop.kumiai.fulfilment;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.Picked;
import coop.kumiai.orders.PickedOrders;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;
import coop.kumiai.substitution.Substitutes;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * ピッキング: after a slot's cutoff its goods are gathered from the day's shelves, all orders in one
 * walk; what is short is deducted (N-PICK-1).
 */
@Service
public class Picking {
    private final FulfilmentStore store;
    private final PickTasks tasks;
    private final Orders orders;
    private final PickedOrders pickedOrders;
    private final Substitutes substitutes;
    private final Slots slots;
    private final Policies policies;
    private final Audit audit;
    private final Clock clock;

    Picking(
            FulfilmentStore store,
            PickTasks tasks,
            Orders orders,
            PickedOrders pickedOrders,
            Substitutes substitutes,
            Slots slots,
            Policies policies,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.orders = orders;
        this.pickedOrders = pickedOrders;
        this.substitutes = substitutes;
        this.slots = slots;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** The slots of today and tomorrow at the place of work, with how far each is. */
    @Transactional
    public List<SlotWork> slotsToPick(CoopId coop, String storeId) {
        var tomorrow = LocalDate.now(clock).plusDays(1);
        return slots.offered(coop, storeId).stream()
                .filter(slot -> !slot.id().day().isAfter(tomorrow))
                .map(slot -> work(coop, slot))
                .toList();
    }

    /**
     * All that is to fetch for a slot, in the order of the shelves. Who looks first begins its
     * picking: from then on each order has its box number.
     *
     * @throws Refused before the cutoff (N-SLOT-5)
     * @throws NotFound when it is no slot of the store where they work
     */
    @Transactional
    public PickWalk walk(CoopId coop, Staff staff, SlotId id) {
        requireOwn(staff, id);
        var slot = slots.get(coop, id);
        requirePastCutoff(slot);
        return new PickWalk(slot, tasks.of(coop, begin(coop, id)));
    }

    /**
     * Writes down how many of a line were there. Saying the same twice is saying it once.
     *
     * @throws Refused when somebody else found another number, or the box is closed
     */
    @Transactional
    public void mark(CoopId coop, Staff staff, UUID orderId, int lineNo, int found) {
        mark(coop, staff, orderId, lineNo, Picked.of(found));
    }

    /**
     * The same for goods sold by weight: what was found, and what the scale showed (N-PICK-4).
     *
     * @throws Refused also without a weight, or when it is too far from the expected one
     */
    @Transactional
    public void mark(CoopId coop, Staff staff, UUID orderId, int lineNo, Picked found) {
        var order = hold(coop, staff, orderId);
        var task = task(coop, order, lineNo);
        FulfilmentRules.mark(task, found).ifPresent(Picking::refuse);
        FulfilmentRules.weight(task, found, policies.today(coop, WeighingTerms.class))
                .ifPresent(Picking::refuse);
        if (!task.isDecided()) {
            store.insertPick(coop, task, found, staff.accountId(), clock.instant());
        }
    }

    /**
     * The same after the barcode of the goods in hand was read (X-PICK-3).
     *
     * @param barcode as it was scanned or typed; empty where nobody did
     * @throws Refused also when it is that of other goods
     */
    @Transactional
    public void scan(
            CoopId coop, Staff staff, UUID orderId, int lineNo, Picked found, String barcode) {
        var order = hold(coop, staff, orderId);
        FulfilmentRules.barcode(task(coop, order, lineNo), barcode).ifPresent(Picking::refuse);
        mark(coop, staff, orderId, lineNo, found);
    }

    /**
     * Takes a mark back (元に戻す) with the substitute that was offered for it, until the box is
     * closed.
     *
     * @throws Refused when the box is closed
     */
    @Transactional
    public void undo(CoopId coop, Staff staff, UUID orderId, int lineNo) {
        var order = hold(coop, staff, orderId);
        var task = task(coop, order, lineNo);
        if (task.boxClosed()) {
            refuse(new PickingRefusal.BoxClosed(order.number()));
        }
        task.instead().offered().ifPresent(it -> store.deletePick(coop, orderId, it.newLine()));
        substitutes.withdraw(coop, orderId, lineNo);
        store.deletePick(coop, orderId, lineNo);
    }

    /**
     * Closes the boxes of an order: what was found becomes its next version, shortages deducted,
     * the delivery fee as it was (N-PICK-1, N-PICK-3). Where nothing was found there is no box: the
     * order is cancelled. Closing twice is closing once.
     *
     * @throws Refused while lines are to be decided
     */
    @Transactional
    public void close(CoopId coop, Staff staff, UUID orderId) {
        var order = hold(coop, staff, orderId);
        if (order.cancelled()) {
            return;
        }
        substitutes.settle(coop, orderId);
        var box = PickBox.of(tasks.of(coop, List.of(order))).getFirst();
        if (box.isClosed()) {
            return;
        }
        FulfilmentRules.close(box).ifPresent(Picking::refuse);
        var picked =
                pickedOrders.record(coop, orderId, staff.accountId(), found(box), putIn(coop, box));
        if (picked.cancelled()) {
            audit.note(coop, staff.accountId(), "order.cancelled", orderId, "すべての商品が品切れ");
        } else {
            store.close(coop, orderId, staff.accountId(), clock.instant());
            audit.note(coop, staff.accountId(), "order.picked", orderId, "ピッキング");
        }
    }

    private List<Order> begin(CoopId coop, SlotId slot) {
        var ofSlot = orders.ordersOfSlot(coop, slot);
        store.begin(coop, slot, ofSlot.stream().map(Order::id).toList());
        return ofSlot;
    }

    private SlotWork work(CoopId coop, Slot slot) {
        var ofSlot = orders.ordersOfSlot(coop, slot.id());
        var toFetch = tasks.of(coop, ofSlot);
        var ids = ofSlot.stream().map(Order::id).toList();
        var states = store.deliveries(coop, ids).values().stream().map(Delivery::state).toList();
        return new SlotWork(
                slot,
                ofSlot.size(),
                toFetch.size(),
                count(toFetch.stream().filter(PickTask::isDecided).toList()),
                count(states.stream().filter(it -> it != DeliveryState.PICKING).toList()),
                count(states.stream().filter(it -> it == DeliveryState.DELIVERED).toList()),
                count(states.stream().filter(it -> it == DeliveryState.BROUGHT_BACK).toList()));
    }

    private static int count(List<?> things) {
        return things.size();
    }

    /** The order as nobody else can change it until the transaction ends. */
    Order hold(CoopId coop, Staff staff, UUID orderId) {
        var order = orders.get(coop, orderId);
        requireOwn(staff, order.slot());
        requirePastCutoff(slots.get(coop, order.slot()));
        if (!isHeld(coop, orderId)) {
            begin(coop, order.slot());
            if (!isHeld(coop, orderId)) {
                throw new NotFound("order");
            }
        }
        return orders.get(coop, orderId);
    }

    private boolean isHeld(CoopId coop, UUID orderId) {
        return store.lock(coop, orderId).isPresent();
    }

    private void requirePastCutoff(Slot slot) {
        FulfilmentRules.beforeCutoff(slot, clock.instant()).ifPresent(Picking::refuse);
    }

    private PickTask task(CoopId coop, Order order, int lineNo) {
        return tasks.of(coop, List.of(order)).stream()
                .filter(task -> task.lineNo() == lineNo && !order.cancelled())
                .findFirst()
                .orElseThrow(() -> new NotFound("order line"));
    }

    private static Map<Integer, Picked> found(PickBox box) {
        return box.tasks().stream()
                .filter(it -> it.instead().insteadOf().isEmpty())
                .collect(toMap(PickTask::lineNo, Picking::found));
    }

    /** The substitutes that were in the box, as lines of the order (N-PICK-2). */
    private List<OrderLine> putIn(CoopId coop, PickBox box) {
        var offers = substitutes.ofOrders(coop, List.of(box.orderId()));
        var found =
                box.tasks().stream()
                        .filter(it -> it.instead().insteadOf().isPresent())
                        .collect(toMap(PickTask::lineNo, it -> it.found().orElse(0)));
        return offers.getOrDefault(box.orderId(), List.of()).stream()
                .map(it -> it.asLine(found.getOrDefault(it.newLine(), 0)))
                .filter(it -> it.quantity() > 0)
                .toList();
    }

    private static Picked found(PickTask task) {
        return new Picked(
                task.found().orElseThrow(),
                task.weight().map(PickTask.Weight::grams).orElse(OptionalInt.empty()));
    }

    private static void requireOwn(Staff staff, SlotId slot) {
        if (!slot.storeId().equals(staff.storeId())) {
            throw new NotFound("slot");
        }
    }

    private static void refuse(PickingRefusal refusal) {
        throw Refused.because(refusal);
    }
}
