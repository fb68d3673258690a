package coop.kumiai.payments;

import coop.kumiai.kernel.Yen;

import java.util.UUID;

/**
 * A refund to be made.
 *
 * @param refundId made by whoever asks: asked again under it, it is the same refund
 * @param ref names the payable thing
 * @param storeId the store that hands cash out
 * @param by the member of staff who gives it
 * @param inHand whether cash is handed out now; otherwise it waits until the member comes
 */
public record NewRefund(
        UUID refundId,
        String ref,
        String storeId,
        Yen amount,
        String reason,
        UUID by,
        boolean inHand) {
    public NewRefund {
        if (!amount.isMoreThan(Yen.ZERO)) {
            throw new IllegalArgumentException("a refund of nothing");
        }
    }
}
