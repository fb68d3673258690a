package coop.kumiai.stores;

import java.time.LocalDate;

/** One slot (便) of one day at one store. */
public record SlotId(String storeId, LocalDate day, int number) {}
