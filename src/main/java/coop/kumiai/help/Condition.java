package coop.kumiai.help;

import coop.kumiai.kernel.Yen;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What decides whether lines of an article stand: between <code>{{#name}}</code> and <code>
 * {{/name}}</code> they stand when the policy says yes (true, not nought, not empty), between
 * <code>{{^name}}</code> and its end when it says no, between <code>{{#name=CHOICE}}</code> and its
 * end when the co-op has chosen so.
 */
record Condition(Figure figure, boolean negated, @Nullable String choice) {
    private static final Pattern BEGIN =
            Pattern.compile("\\{\\{([#^])([a-z.-]+)\\.([a-zA-Z]+)(?:=([A-Z_]+))?}}");

    /** The condition that begins at this line, if one does. */
    static @Nullable Condition beginning(String line) {
        var begin = BEGIN.matcher(line);
        if (!begin.matches()) {
            return null;
        }
        var figure = new Figure(begin.group(2), begin.group(3));
        return new Condition(figure, begin.group(1).equals("^"), begin.group(4));
    }

    boolean endsAt(String line) {
        return line.equals("{{/" + figure + "}}");
    }

    boolean holds(Figures figures) {
        return negated != saysYes(figures.value(figure));
    }

    private boolean saysYes(Object value) {
        if (choice != null) {
            return ((Enum<?>) value).name().equals(choice);
        }
        return switch (value) {
            case Boolean yes -> yes;
            case Yen yen -> !yen.isZero();
            case Integer number -> number != 0;
            case List<?> list -> !list.isEmpty();
            default -> throw new IllegalArgumentException(figure + " is neither yes nor no");
        };
    }
}
