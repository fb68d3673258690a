package coop.kumiai.shop;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.stores.Slot;
import coop.kumiai.web.Show;

import java.time.Instant;
import java.time.LocalDateTime;

/** Slots as the members' pages write them. */
public final class SlotWords {
    private SlotWords() {}

    /** {@code 11/23(月) 2便 14–16時}. */
    public static String slot(Slot slot) {
        return slot(slot.id().number(), slot.startsAt(), slot.endsAt());
    }

    /** {@code 11/23(月) 2便 14–16時}. */
    public static String slot(int number, Instant startsAt, Instant endsAt) {
        var from = local(startsAt);
        return "%s %d便 %s"
                .formatted(
                        JapaneseDates.day(from.toLocalDate()),
                        number,
                        Show.hours(from.toLocalTime(), local(endsAt).toLocalTime()));
    }

    public static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, BusinessClock.JAPAN);
    }
}
