package coop.kumiai.members;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.Optional;
import java.util.UUID;

/**
 * お払込みの取消し: the money that paid a bill is gone again, so its shares are due again. Whoever became a
 * member by it stays one: only leaving ends that.
 */
@Service
public class ShareTakeBacks {
    private final MemberStore members;
    private final ShareLedgerStore ledger;
    private final ShareRequests requests;
    private final ShareBillStore bills;

    ShareTakeBacks(
            MemberStore members,
            ShareLedgerStore ledger,
            ShareRequests requests,
            ShareBillStore bills) {
        this.members = members;
        this.ledger = ledger;
        this.requests = requests;
        this.bills = bills;
    }

    /**
     * Takes back what paid a bill. Taken back already, or paid in another way, it changes nothing.
     *
     * @param key under which the bill was paid
     * @param ref in words, for the member's statement of shares
     * @throws Refused when the capital has been given up or paid back since
     */
    @Transactional
    public void takeBack(
            CoopId coop, UUID memberId, UUID billId, UUID staff, String key, String ref) {
        members.lock(coop, memberId);
        var standing = requests.standing(coop, key);
        var paid = requests.amount(coop, standing);
        if (paid.isEmpty()) {
            return;
        }
        var amount = paid.get();
        if (!ShareRules.isStillThere(ledger.holding(coop, memberId).capital(), amount)) {
            throw Refused.because(new ShareRefusal.NoLongerThere(amount));
        }
        var request =
                requests.of(
                        ShareKind.TAKE_BACK,
                        ShareRequests.takingBack(standing),
                        amount,
                        ref,
                        Optional.of(staff));
        var entries = ShareRules.takingBack(ShareAccount.BANK, amount);
        requests.post(coop, memberId, request, entries);
        bills.takeBack(coop, billId, amount.yen());
    }
}
