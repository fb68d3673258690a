package coop.kumiai.road;

import coop.kumiai.fulfilment.Taken;
import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.util.UUID;

/**
 * 現金の締め: what a driver brought back from a slot.
 *
 * @param number from 1; doors after it make the next one
 * @param change つり銭 that the driver set out with
 * @param taken at the doors, since the report before
 * @param counted all that was in the bag
 * @param reason why it is not what it should be; empty when it is
 */
public record CashReport(
        UUID driver,
        int number,
        Yen change,
        Taken taken,
        Yen counted,
        String reason,
        Instant madeAt) {

    /** What should be in the bag. */
    public Yen expected() {
        return change.plus(taken.sum());
    }

    /** More than nothing: too much; less: too little. */
    public Yen difference() {
        return counted.minus(expected());
    }
}
