package coop.kumiai.members;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/** Payments of share capital that staff confirm by hand; who did it is written down. */
@Service
public class SharePayments {
    private final Shares shares;
    private final ShareBillStore bills;
    private final Audit audit;

    SharePayments(Shares shares, ShareBillStore bills, Audit audit) {
        this.shares = shares;
        this.bills = bills;
        this.audit = audit;
    }

    /**
     * The whole of a bill came in. Confirmed twice, or paid meanwhile, it changes nothing.
     *
     * @param reason in words, for the trail
     * @throws Refused without a reason
     * @throws NotFound when there is no such bill
     */
    @Transactional
    public void confirm(CoopId coop, UUID billId, UUID staff, String reason) {
        var why = audit.reason(coop, reason, new ShareRefusal.NoReason());
        var bill = bills.find(coop, billId).orElseThrow(() -> new NotFound("share bill"));
        shares.hold(coop, List.of(bill.memberId()));
        if (bills.find(coop, billId).filter(it -> !it.isPaid()).isPresent()) {
            var key = "bill:" + billId;
            shares.payBill(coop, bill.memberId(), billId, staff, key, why);
            audit.note(coop, staff, "share.paid-in", bill.memberId(), why);
        }
    }
}
