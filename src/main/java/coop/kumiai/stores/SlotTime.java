package coop.kumiai.stores;

import java.time.LocalTime;

/**
 * One slot (便) of a day's plan.
 *
 * @param number 1便, 2便, …
 * @param cutoffDaysBefore 0: the cutoff (締切) is on the day itself
 * @param capacity how many orders its van can take
 */
public record SlotTime(
        int number,
        LocalTime from,
        LocalTime until,
        int cutoffDaysBefore,
        LocalTime cutoff,
        int capacity) {
    public SlotTime {
        if (number <= 0 || capacity < 0 || cutoffDaysBefore < 0 || !from.isBefore(until)) {
            throw new IllegalArgumentException("slot " + number);
        }
    }
}
