package coop.kumiai.fulfilment;

import coop.kumiai.stores.SlotId;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of an order after its cutoff.
 *
 * @param box its number within the slot (箱番号), as on the boxes
 * @param pickedAt when its boxes were closed
 * @param settledAt when it was handed over or brought back
 * @param handedOver what the driver said at the hand-over
 * @param redeliveryUntil until when a call of the member brings it back today (N-DELIV-2); empty
 *     where it does not
 * @param calledAt when the member called for it to be brought again
 * @param alcoholKeptAt when its alcohol was kept back, the age not being certain (N-ALC-1)
 */
public record Delivery(
        UUID orderId,
        SlotId slot,
        int box,
        DeliveryState state,
        Optional<Instant> pickedAt,
        Optional<Instant> settledAt,
        Optional<HandOver> handedOver,
        Optional<Instant> redeliveryUntil,
        Optional<Instant> calledAt,
        Optional<Instant> alcoholKeptAt) {

    /** Whether it is on the road for a second time, after a call (再配達). */
    public boolean isSecondTry() {
        return state == DeliveryState.PICKED && calledAt.isPresent();
    }
}
