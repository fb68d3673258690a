package coop.kumiai.cards;

import java.time.Instant;

/**
 * The code that a card shows just now.
 *
 * @param text what a till reads
 * @param until when the next one follows
 */
public record CardCode(String text, Instant until) {
    /** A code is never printed. */
    @Override
    public String toString() {
        return "CardCode[until=" + until + "]";
    }
}
