package coop.kumiai.web;

import org.jspecify.annotations.Nullable;

/** One line of a confirmation: what it is, what was said, and where to change it. */
public record LetterLine(String label, String value, @Nullable String changeHref) {

    public static LetterLine of(String label, String value) {
        return new LetterLine(label, value, null);
    }

    public static LetterLine of(String label, String value, String changeHref) {
        return new LetterLine(label, value, changeHref);
    }
}
