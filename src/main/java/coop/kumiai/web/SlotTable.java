package coop.kumiai.web;

import java.util.List;

/** 便の一覧: the days one can choose from. Pressing a slot posts {@code slot} to {@code action}. */
public record SlotTable(String action, List<SlotDay> days) {

    public SlotTable {
        days = List.copyOf(days);
    }

    /**
     * The day that a phone shows first: the chosen one, else the first with room, else the first.
     */
    public int firstShown() {
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i).hasChosenSlot()) {
                return i;
            }
        }
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i).hasOpenSlot()) {
                return i;
            }
        }
        return 0;
    }
}
