package coop.kumiai.office;

import coop.kumiai.fulfilment.SlotWork;

import java.time.LocalDate;
import java.util.List;

/** A day's slots at a store with their sums. */
public record WorkDay(LocalDate day, List<SlotWork> slots) {
    public WorkDay {
        slots = List.copyOf(slots);
    }

    public int orders() {
        return slots.stream().mapToInt(SlotWork::orders).sum();
    }

    public int capacity() {
        return slots.stream().mapToInt(it -> it.slot().capacity()).sum();
    }

    public int picked() {
        return slots.stream().mapToInt(SlotWork::picked).sum();
    }

    public int delivered() {
        return slots.stream().mapToInt(SlotWork::delivered).sum();
    }

    public int broughtBack() {
        return slots.stream().mapToInt(SlotWork::broughtBack).sum();
    }
}
