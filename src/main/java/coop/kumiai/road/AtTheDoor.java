package coop.kumiai.road;

import coop.kumiai.fulfilment.CashKind;
import coop.kumiai.fulfilment.HandOver;
import coop.kumiai.fulfilment.Tender;

import java.util.Map;
import java.util.Optional;

/**
 * A hand-over as the driver's phone tells it.
 *
 * @param counted the cash that was counted; what was not counted is exactly what was due
 * @param photo of what was put down at the door, as the phone made it
 */
public record AtTheDoor(HandOver said, Map<CashKind, Tender> counted, Optional<byte[]> photo) {
    public AtTheDoor {
        counted = Map.copyOf(counted);
    }
}
