package coop.kumiai.web;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One field of a form: its name in words, the hint above it, what was typed and what is wrong with
 * it.
 */
public record Field(
        String name,
        String label,
        Kind kind,
        String value,
        boolean required,
        @Nullable String hint,
        @Nullable String error,
        List<Option> options,
        Map<String, String> attributes) {

    /** What kind of thing is typed; it decides the keyboard that a phone shows. */
    public enum Kind {
        TEXT("text"),
        EMAIL("email"),
        PHONE("tel"),
        PASSWORD("password"),
        DIGITS("text"),
        SEARCH("search"),
        DATE("date"),
        LONG_TEXT(""),
        SELECT("");

        private final String inputType;

        Kind(String inputType) {
            this.inputType = inputType;
        }

        public String inputType() {
            return inputType;
        }
    }

    public static Field of(Kind kind, String name, String label) {
        return new Field(name, label, kind, "", true, null, null, List.of(), Map.of());
    }

    public static Field text(String name, String label) {
        return of(Kind.TEXT, name, label);
    }

    public static Field email(String name, String label) {
        return of(Kind.EMAIL, name, label).with("autocomplete", "email");
    }

    public static Field phone(String name, String label) {
        return of(Kind.PHONE, name, label).with("autocomplete", "tel");
    }

    /** A password being typed again; {@link #newPassword} is for one being chosen. */
    public static Field password(String name, String label) {
        return of(Kind.PASSWORD, name, label).with("autocomplete", "current-password");
    }

    public static Field newPassword(String name, String label) {
        return of(Kind.PASSWORD, name, label).with("autocomplete", "new-password");
    }

    /**
     * Figures in any writing, such as a postal code: a phone shows its digits, hyphens stay
     * possible.
     */
    public static Field digits(String name, String label) {
        return of(Kind.DIGITS, name, label).with("inputmode", "numeric");
    }

    public static Field longText(String name, String label) {
        return of(Kind.LONG_TEXT, name, label);
    }

    public static Field select(String name, String label, List<Option> options) {
        return new Field(
                name, label, Kind.SELECT, "", true, null, null, List.copyOf(options), Map.of());
    }

    public Field optional() {
        return new Field(name, label, kind, value, false, hint, error, options, attributes);
    }

    public Field hint(String newHint) {
        return new Field(name, label, kind, value, required, newHint, error, options, attributes);
    }

    /** What was typed before, or nothing. A password is never shown again. */
    public Field value(@Nullable String typed) {
        var shown = typed == null || kind == Kind.PASSWORD ? "" : typed;
        return new Field(name, label, kind, shown, required, hint, error, options, attributes);
    }

    public Field errors(FormErrors errors) {
        return new Field(
                name, label, kind, value, required, hint, errors.at(name), options, attributes);
    }

    /**
     * A further attribute of the input: {@code autocomplete}, {@code inputmode} or {@code rows}.
     */
    public Field with(String attribute, String setting) {
        var more = new TreeMap<>(attributes);
        more.put(attribute, setting);
        return new Field(name, label, kind, value, required, hint, error, options, more);
    }

    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /**
     * The ids of hint and error for a reader that cannot see them, or null where there are none.
     */
    public @Nullable String describedBy() {
        var ids = (hint == null ? "" : name + "-hint ") + (error == null ? "" : name + "-error");
        return ids.isBlank() ? null : ids.strip();
    }
}
