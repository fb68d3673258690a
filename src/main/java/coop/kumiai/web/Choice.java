package coop.kumiai.web;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/** A question with its possible answers: one of them, or as many as one likes. */
public record Choice(
        String name,
        String question,
        boolean many,
        boolean required,
        @Nullable String hint,
        @Nullable String error,
        List<Option> options,
        Set<String> chosen) {

    public Choice {
        options = List.copyOf(options);
        chosen = Set.copyOf(chosen);
    }

    public static Choice oneOf(String name, String question, Option... options) {
        return of(name, question, false, List.of(options));
    }

    public static Choice oneOf(String name, String question, List<Option> options) {
        return of(name, question, false, options);
    }

    public static Choice anyOf(String name, String question, Option... options) {
        return of(name, question, true, List.of(options)).optional();
    }

    /** 同意: a single box that has to be ticked. */
    public static Choice agreement(String name, String question, Option option) {
        return of(name, question, true, List.of(option));
    }

    private static Choice of(String name, String question, boolean many, List<Option> options) {
        return new Choice(name, question, many, true, null, null, options, Set.of());
    }

    public Choice optional() {
        return new Choice(name, question, many, false, hint, error, options, chosen);
    }

    public Choice hint(String newHint) {
        return new Choice(name, question, many, required, newHint, error, options, chosen);
    }

    public Choice chosen(@Nullable String value) {
        return chosen(value == null ? Set.of() : Set.of(value));
    }

    public Choice chosen(Set<String> values) {
        return new Choice(name, question, many, required, hint, error, options, values);
    }

    public Choice errors(FormErrors errors) {
        return new Choice(name, question, many, required, hint, errors.at(name), options, chosen);
    }

    public boolean isChosen(Option option) {
        return chosen.contains(option.value());
    }

    public @Nullable String describedBy() {
        var ids = (hint == null ? "" : name + "-hint ") + (error == null ? "" : name + "-error");
        return ids.isBlank() ? null : ids.strip();
    }
}
