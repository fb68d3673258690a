package coop.kumiai.members;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

/**
 * Is told, in the transaction of what happened, when a bill for share capital is paid or taken
 * back: whoever put it on a paper of their own keeps that right.
 */
public interface ShareBillWatcher {
    /**
     * Some or all of a bill came in.
     *
     * @param bill as it was before
     * @param part what came in for it
     * @param key of the payment
     */
    void paid(CoopId coop, ShareBill bill, Yen part, String key);

    /**
     * The promise behind it was taken back.
     *
     * @param bill as it was before
     */
    void cancelled(CoopId coop, ShareBill bill);
}
