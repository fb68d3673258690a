package coop.kumiai.web;

import org.jspecify.annotations.Nullable;

/**
 * One line of a proposal: what it is about, how it was, how it would be, and what that comes to.
 */
public record Change(String what, String before, String after, @Nullable String difference) {

    public boolean isChanged() {
        return !before.equals(after);
    }
}
