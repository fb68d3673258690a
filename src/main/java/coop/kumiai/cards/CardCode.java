package coop.kumiai.cards;

import java.time.Instant;

/**
 * The code that a card shows just now.
 *
 * @param text what a till reads
 * @param until when the next one follows
 * @param taken whether a till has taken it already
 */
public record CardCode(String text, Instant until, boolean taken) {
    /** A code is never printed. */
    @Override
    public String toString() {
        return "CardCode[until=" + until + "]";
    }
}
