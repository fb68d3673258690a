package coop.kumiai.help;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A figure in an article: a component of a policy, such as {@code orders.limits.leastExTax}. */
record Figure(String policy, String component) {
    /** {@code {{orders.limits.leastExTax}}}: here the value is printed. */
    static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z.-]+)\\.([a-zA-Z]+)}}");

    static Figure in(MatchResult placeholder) {
        return new Figure(placeholder.group(1), placeholder.group(2));
    }

    @Override
    public String toString() {
        return policy + "." + component;
    }
}
