package coop.kumiai.web;

import java.time.LocalDate;
import java.util.List;

/**
 * One day of the slot table, with its slots from morning to evening; {@code word} is 今日, 明日 or
 * あさって.
 */
public record SlotDay(LocalDate date, String word, List<SlotCell> slots) {

    public SlotDay {
        slots = List.copyOf(slots);
    }

    public boolean hasOpenSlot() {
        return slots.stream().anyMatch(SlotCell::isOpen);
    }

    public boolean hasChosenSlot() {
        return slots.stream().anyMatch(SlotCell::chosen);
    }
}
