package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;

/** Whether a co-op has at all what could be entrusted: a net shop, statements. */
public interface ErrandOffer {
    boolean has(CoopId coop, Errand errand);
}
