package coop.kumiai.stores;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What of somebody who wants a place decides whether places are kept for them (X-SLOT-2).
 *
 * @param youngestChild its birth date, of members who have told it
 */
public record Shopper(Optional<LocalDate> birthDate, Optional<LocalDate> youngestChild) {
    /** Visitors, and staff who look at a slot for nobody in particular. */
    public static final Shopper ANYBODY = new Shopper(Optional.empty(), Optional.empty());
}
