package coop.kumiai.office;

import coop.kumiai.stores.SlotId;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a slot stands in the address of a page: {@code 2026-11-23/2}. */
public final class SlotPath {
    private static final Pattern PATH = Pattern.compile("([0-9-]{10})/([0-9]{1,2})");

    private SlotPath() {}

    /** The part of an address. */
    public static String of(SlotId slot) {
        return slot.day() + "/" + slot.number();
    }

    /** The slot of a store that was posted so; empty when it is none. */
    static Optional<SlotId> read(String storeId, String posted) {
        var parts = PATH.matcher(posted);
        try {
            return parts.matches()
                    ? Optional.of(
                            new SlotId(
                                    storeId,
                                    LocalDate.parse(parts.group(1)),
                                    Integer.parseInt(parts.group(2))))
                    : Optional.empty();
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }
}
