package coop.kumiai.shop;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.orders.Order;
import coop.kumiai.stores.Slot;
import coop.kumiai.web.Show;

import java.time.Instant;
import java.time.LocalDateTime;

/** Slots as the members' pages write them. */
public final class SlotWords {
    private SlotWords() {}

    /** {@code 11/23(月) 2便 14–16時}. */
    public static String slot(Slot slot) {
        return slot(slot.name(), slot.startsAt(), slot.endsAt());
    }

    /** The slot of an order, as the order has it. */
    public static String slot(Order order) {
        var version = order.current();
        var name = Slot.name(order.slot().number(), order.isDriveThrough());
        return slot(name, version.startsAt(), version.endsAt());
    }

    private static String slot(String name, Instant startsAt, Instant endsAt) {
        var from = local(startsAt);
        return "%s %s %s"
                .formatted(
                        JapaneseDates.day(from.toLocalDate()),
                        name,
                        Show.hours(from.toLocalTime(), local(endsAt).toLocalTime()));
    }

    public static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, BusinessClock.JAPAN);
    }
}
