package coop.kumiai.billing;

import java.util.List;

/**
 * What taking a recorded payment back will do, for the desk to see before.
 *
 * @param paid the statements that will be unpaid again
 */
public record TakeBackOffer(Receipt receipt, List<PaidDue> paid) {
    /** Whether share capital will be due again, of whoever may be a member by now. */
    public boolean withShares() {
        return paid.stream().anyMatch(PaidDue::withShares);
    }
}
