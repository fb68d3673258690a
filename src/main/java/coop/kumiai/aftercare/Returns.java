package coop.kumiai.aftercare;

import coop.kumiai.accounts.Audit;
import coop.kumiai.documents.Documents;
import coop.kumiai.documents.PaperKind;
import coop.kumiai.fulfilment.ReturnTerms;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 返品 at the store's service counter, by the number of the delivery note (N-RET-1): exchange, or
 * money back the way it was paid, within the days of the policy and never for fresh goods.
 */
@Service
public class Returns {
    private final AftercareStore store;
    private final CaredOrders cared;
    private final MakingGood makingGood;
    private final Documents documents;
    private final Orders orders;
    private final Policies policies;
    private final Audit audit;
    private final Clock clock;

    Returns(
            AftercareStore store,
            CaredOrders cared,
            MakingGood makingGood,
            Documents documents,
            Orders orders,
            Policies policies,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.cared = cared;
        this.makingGood = makingGood;
        this.documents = documents;
        this.orders = orders;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The order of a delivery note.
     *
     * @throws NotFound when the store where they work has no such note
     */
    public CaredOrder open(CoopId coop, Staff staff, String noteNumber) {
        return cared.of(coop, orderOf(coop, staff, noteNumber));
    }

    /** The last day on which the counter takes goods of it back; empty before it was delivered. */
    public Optional<LocalDate> lastDay(CoopId coop, CaredOrder of) {
        return of.deliveredOn().map(day -> AftercareRules.lastDay(terms(coop, day), day));
    }

    /**
     * Takes goods back. The same form sent twice is one return.
     *
     * @throws Refused with every reason; nothing came back then
     * @throws NotFound when the store where they work has no such note
     */
    @Transactional
    public MadeGood takeBack(CoopId coop, Staff staff, GivenBack asked) {
        var order = orderOf(coop, staff, asked.noteNumber());
        store.lock(coop, order.id());
        var known = store.find(coop, asked.key());
        if (known.isPresent()) {
            return known.get();
        }
        var of = cared.of(coop, order);
        Refused.unless(refusals(coop, of, asked));
        audit.note(coop, staff.accountId(), "goods.taken-back", order.memberId(), asked.reason());
        var making =
                new MakingGood.Asked(
                        asked.key(),
                        Optional.empty(),
                        asked.pieces(),
                        asked.reason(),
                        staff.accountId(),
                        true);
        return switch (asked.way()) {
            case REFUND -> makingGood.refund(coop, of, making);
            case EXCHANGE -> makingGood.exchange(coop, of, making);
            case REDELIVERY -> throw new IllegalArgumentException("not over the counter");
        };
    }

    /** What was done about an order after it was delivered, in the order of time. */
    public List<MadeGood> ofOrder(CoopId coop, UUID orderId) {
        return store.ofOrder(coop, orderId);
    }

    private List<Refusal> refusals(CoopId coop, CaredOrder of, GivenBack asked) {
        var today = LocalDate.now(clock);
        var terms = terms(coop, of.deliveredOn().orElse(today));
        var refusals = new ArrayList<Refusal>();
        refusals.addAll(AftercareRules.takeBack(of, terms, today, asked.pieces()));
        if (asked.reason().isEmpty()) {
            refusals.add(new AftercareRefusal.NoReason());
        }
        audit.tooLong(coop, asked.reason(), "reason").ifPresent(refusals::add);
        return refusals;
    }

    private ReturnTerms terms(CoopId coop, LocalDate day) {
        return policies.at(coop, ReturnTerms.class, day);
    }

    private Order orderOf(CoopId coop, Staff staff, String noteNumber) {
        var note = documents.get(coop, noteNumber);
        var order = orders.get(coop, note.orderId());
        if (note.kind() != PaperKind.DELIVERY_NOTE
                || !order.slot().storeId().equals(staff.storeId())) {
            throw new NotFound("delivery note");
        }
        return order;
    }
}
