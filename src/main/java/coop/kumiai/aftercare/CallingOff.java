package coop.kumiai.aftercare;

import coop.kumiai.accounts.Audit;
import coop.kumiai.documents.Documents;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.PickedOrders;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/**
 * 持ち帰ったご注文の取り消し: nobody was there, and the goods do not go out again (N-DELIV-2). The store decides
 * whether they are charged all the same; if not, all money goes back and a return invoice is
 * written for the whole.
 */
@Service
public class CallingOff {
    private final DeliveryRuns runs;
    private final Orders orders;
    private final PickedOrders picked;
    private final Documents documents;
    private final Audit audit;

    CallingOff(
            DeliveryRuns runs,
            Orders orders,
            PickedOrders picked,
            Documents documents,
            Audit audit) {
        this.runs = runs;
        this.orders = orders;
        this.picked = picked;
        this.documents = documents;
        this.audit = audit;
    }

    /**
     * Pressed again it changes nothing.
     *
     * @param typed why, as the member reads it in the mail
     * @throws Refused without a reason, while the goods are not back in the store, and while the
     *     card is still being charged
     */
    @Transactional
    public void callOff(CoopId coop, Staff staff, UUID orderId, String typed) {
        var why = audit.reason(coop, typed, new AftercareRefusal.NoReason());
        if (orders.get(coop, orderId).cancelled()) {
            return;
        }
        runs.requireBroughtBack(coop, staff, orderId);
        var order = picked.callOff(coop, orderId, staff.accountId(), why);
        documents.takeBackWhole(coop, orderId, why, staff.accountId());
        audit.note(coop, staff.accountId(), "order.called-off", order.memberId(), why);
    }
}
