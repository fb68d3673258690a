package coop.kumiai.documents;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Members;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderVersion;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.PickedOrders;
import coop.kumiai.orders.ReceiptTerms;
import coop.kumiai.payments.Payment;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.payments.Payments;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * 書類 of orders: each is made once, numbered, and stays as it is. Asking for one that is there
 * already finds it.
 */
@Service
public class Documents {
    private final PaperStore store;
    private final Register register;
    private final Snapshots snapshots;
    private final Orders orders;
    private final PickedOrders pickedOrders;
    private final Payments payments;
    private final Members members;
    private final Policies policies;
    private final Audit audit;
    private final Clock clock;

    Documents(
            PaperStore store,
            Register register,
            Snapshots snapshots,
            Orders orders,
            PickedOrders pickedOrders,
            Payments payments,
            Members members,
            Policies policies,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.register = register;
        this.snapshots = snapshots;
        this.orders = orders;
        this.pickedOrders = pickedOrders;
        this.payments = payments;
        this.members = members;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes what an order has come to: its delivery note once it is picked, and the receipt that
     * the checkout asked for once it is paid (N-RCPT-1, N-RCPT-2). What is there already stays.
     */
    @Transactional
    public void write(CoopId coop, UUID orderId) {
        var picked = pickedOrders.picked(coop, orderId);
        if (picked.isEmpty()) {
            return;
        }
        register.lock(coop);
        var order = orders.get(coop, orderId);
        var note = deliveryNote(coop, order, picked.get());
        giveBackAtTheDoor(coop, order, note, picked.get());
        if (picked.get().wishes().receipt()
                && isPaid(coop, orderId)
                && find(coop, receiptKey(orderId)).isEmpty()) {
            var addressee = picked.get().wishes().receiptTo();
            receipt(coop, order, note, addressee, Optional.empty());
        }
    }

    /** What the note has and the order has no more was taken back at the door (N-ALC-1). */
    private void giveBackAtTheDoor(CoopId coop, Order order, Paper note, OrderVersion picked) {
        var pieces = ReturnRules.keptBack(note.content(), picked);
        if (!pieces.isEmpty()) {
            var today = LocalDate.now(clock);
            var none = Optional.<UUID>empty();
            var door = doorKey(order.id());
            if (find(coop, returnKey(door)).isPresent()) {
                return;
            }
            var left = snapshots.deliveryNote(coop, order, picked);
            var lines = ReturnRules.keptBackLines(note.content(), left, pieces);
            var kept = new Return(door, order.id(), today, pieces, picked.reason(), none);
            addReturn(coop, note, kept, lines, List.of());
        }
    }

    /** The papers of an order, in the order of their making. */
    public List<Paper> ofOrder(CoopId coop, UUID orderId) {
        return store.ofOrder(coop, orderId);
    }

    /** The delivery notes of these orders, in the order of their making. */
    public List<Paper> deliveryNotes(CoopId coop, Collection<UUID> orderIds) {
        return store.ofOrders(coop, orderIds, PaperKind.DELIVERY_NOTE);
    }

    /**
     * A paper by its number.
     *
     * @throws NotFound when the co-op has none
     */
    public Paper get(CoopId coop, String number) {
        return store.byNumber(coop, number).orElseThrow(() -> new NotFound("paper"));
    }

    /**
     * 引き換え: a receipt for a delivery note that is given back at the counter (N-RCPT-2). It is for
     * the whole, and takes the place of the note as the invoice.
     *
     * @param givenBack whether the note on paper was taken back
     * @throws Refused without the note or a name, before the money came, and when there is a
     *     receipt already
     * @throws NotFound when there is no such delivery note
     */
    @Transactional
    public Paper exchange(
            CoopId coop, UUID staff, String number, String addressee, boolean givenBack) {
        register.lock(coop);
        var note = get(coop, number);
        if (note.kind() != PaperKind.DELIVERY_NOTE) {
            throw new NotFound("delivery note");
        }
        var name = JapaneseText.tidy(addressee);
        Refused.unless(
                ReceiptRules.exchange(
                        policies.today(coop, ReceiptTerms.class),
                        name,
                        givenBack,
                        note.content().orderNumber(),
                        isPaid(coop, note.orderId()),
                        find(coop, receiptKey(note.orderId())).map(Paper::number)));
        audit.note(coop, staff, "paper.exchanged", note.memberId(), number + "と引き換え");
        return receipt(coop, orders.get(coop, note.orderId()), note, name, Optional.of(staff));
    }

    /**
     * 返還請求書 for goods that came back (N-RET-1). Said again with the same key it finds the paper
     * that is there.
     *
     * @throws Refused when more comes back than was delivered, or the key stands for another return
     * @throws NotFound when the order has no delivery note
     */
    @Transactional
    public Paper giveBack(CoopId coop, Return returned) {
        register.lock(coop);
        var known = find(coop, returnKey(returned.key()));
        if (known.isPresent()) {
            Refused.unless(ReturnRules.sameAs(known.get(), returned).stream().toList());
            return known.get();
        }
        var note =
                find(coop, noteKey(returned.orderId()))
                        .orElseThrow(() -> new NotFound("delivery note"));
        var before = givenBack(coop, returned.orderId());
        Refused.unless(ReturnRules.check(note.content(), before, returned.pieces()));
        var order = orders.get(coop, returned.orderId());
        var lines = ReturnRules.lines(sold(coop, order, note), before, returned.pieces());
        return addReturn(coop, note, returned, lines, List.of());
    }

    /**
     * 返還請求書 for all that is left of a sale, fees too: the order was called off before anybody had
     * the goods (N-DELIV-2). Said again it finds the paper that is there.
     *
     * @throws NotFound when the order has no delivery note
     */
    @Transactional
    public Paper takeBackWhole(CoopId coop, UUID orderId, String reason, UUID by) {
        register.lock(coop);
        var key = "whole-" + orderId;
        var known = find(coop, returnKey(key));
        if (known.isPresent()) {
            return known.get();
        }
        var note = find(coop, noteKey(orderId)).orElseThrow(() -> new NotFound("delivery note"));
        var sold = sold(coop, orders.get(coop, orderId), note);
        var before = givenBack(coop, orderId);
        var pieces = ReturnRules.left(sold, before);
        var lines = ReturnRules.lines(sold, before, pieces);
        var today = LocalDate.now(clock);
        var whole = new Return(key, orderId, today, pieces, reason, Optional.of(by));
        return addReturn(coop, note, whole, lines, ReturnRules.fees(sold));
    }

    private Paper addReturn(
            CoopId coop, Paper note, Return returned, List<PaperLine> lines, List<PaperFee> fees) {
        return register.add(
                coop,
                orders.get(coop, returned.orderId()),
                new Register.Entry(
                        PaperKind.RETURN_INVOICE,
                        returnKey(returned.key()),
                        Optional.of(note),
                        false,
                        returned.by(),
                        Contents.returned(note, returned, lines, fees)));
    }

    /** How many of each line of an order came back so far, by the line's number. */
    public Map<Integer, Integer> givenBack(CoopId coop, UUID orderId) {
        return ReturnRules.pieces(
                ofOrder(coop, orderId).stream()
                        .filter(it -> it.kind() == PaperKind.RETURN_INVOICE)
                        .toList());
    }

    private Paper deliveryNote(CoopId coop, Order order, OrderVersion picked) {
        var key = noteKey(order.id());
        return find(coop, key)
                .orElseGet(
                        () ->
                                register.add(
                                        coop,
                                        order,
                                        new Register.Entry(
                                                PaperKind.DELIVERY_NOTE,
                                                key,
                                                Optional.empty(),
                                                false,
                                                Optional.empty(),
                                                snapshots.deliveryNote(coop, order, picked))));
    }

    /**
     * The receipt of an order; by staff it is one against the note, and then the invoice. It is for
     * what was paid: what the co-op does without was never received (不足額の精算).
     *
     * @param staff who made it out at the counter; empty where the checkout asked for it
     */
    private Paper receipt(
            CoopId coop, Order order, Paper note, String addressee, Optional<UUID> staff) {
        var today = LocalDate.now(clock);
        var terms = policies.at(coop, StampDuty.class, today);
        var payment = payments.get(coop, Payments.order(order.id()));
        var method = payment.method();
        var sold = PaperRules.paid(sold(coop, order, note).totals(), payment.amount());
        var duty =
                terms.of(
                        sold.exTax(),
                        members.get(coop, order.memberId()).hasJoined(),
                        method == PaymentMethod.CASH_ON_DELIVERY);
        var exchanges = staff.isPresent();
        return register.add(
                coop,
                order,
                new Register.Entry(
                        PaperKind.RECEIPT,
                        receiptKey(order.id()),
                        Optional.of(note),
                        exchanges,
                        staff,
                        Contents.receipt(
                                note,
                                sold,
                                addressee,
                                Snapshots.payment(method),
                                exchanges,
                                duty,
                                duty == StampDuty.Duty.STAMP ? terms.stamp() : Yen.ZERO)));
    }

    /** What was paid for: the note, or what of it was left after the door. */
    private PaperContent sold(CoopId coop, Order order, Paper note) {
        return find(coop, returnKey(doorKey(order.id())))
                .flatMap(it -> pickedOrders.picked(coop, order.id()))
                .map(left -> snapshots.deliveryNote(coop, order, left))
                .orElse(note.content());
    }

    private static String returnKey(String key) {
        return "return:" + key;
    }

    private static String doorKey(UUID orderId) {
        return "door-" + orderId;
    }

    private boolean isPaid(CoopId coop, UUID orderId) {
        return payments.get(coop, Payments.order(orderId)).state() == Payment.State.COLLECTED;
    }

    private Optional<Paper> find(CoopId coop, String key) {
        return store.byKey(coop, key);
    }

    private static String noteKey(UUID orderId) {
        return "note:" + orderId;
    }

    private static String receiptKey(UUID orderId) {
        return "receipt:" + orderId;
    }
}
