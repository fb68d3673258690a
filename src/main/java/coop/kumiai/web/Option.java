package coop.kumiai.web;

import org.jspecify.annotations.Nullable;

/** One of the things a member can choose from. */
public record Option(String value, String label, @Nullable String hint) {

    public static Option of(String value, String label) {
        return new Option(value, label, null);
    }

    public static Option of(String value, String label, String hint) {
        return new Option(value, label, hint);
    }
}
