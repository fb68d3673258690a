package coop.kumiai.stores;

import coop.kumiai.kernel.InWords;
import coop.kumiai.kernel.JapaneseDates;

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
        int capacity)
        implements InWords {
    public SlotTime {
        if (number <= 0 || capacity < 0 || cutoffDaysBefore < 0 || !from.isBefore(until)) {
            throw new IllegalArgumentException("slot " + number);
        }
    }

    /** Number, span and cutoff: {@code 2便 14時〜16時（締切 お届けの日の10時）}. */
    @Override
    public String inWords() {
        return "%d便 %s（締切 %s%s）"
                .formatted(
                        number,
                        JapaneseDates.span(from, until),
                        cutoffDay(),
                        JapaneseDates.time(cutoff));
    }

    private String cutoffDay() {
        return switch (cutoffDaysBefore) {
            case 0 -> "お届けの日の";
            case 1 -> "前の日の";
            default -> cutoffDaysBefore + "日前の";
        };
    }
}
