package coop.kumiai.fulfilment;

import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.util.UUID;

/**
 * 日締め: the drivers' cash of a day, counted and signed off.
 *
 * @param expected what the hand-overs came to
 * @param reason of a difference, empty where there is none
 */
public record DayClosing(Yen expected, Yen counted, String reason, Instant closedAt, UUID by) {

    /** What is too much, or too little as less than nought. */
    public long difference() {
        return counted.amount() - expected.amount();
    }
}
