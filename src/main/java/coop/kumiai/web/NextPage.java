package coop.kumiai.web;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/** Where a sign-in goes on: only ever to a page of the same co-op, whatever the address says. */
public final class NextPage {
    private static final int MOST_CHARACTERS = 1000;
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e&&[^\\\\]]*");

    private NextPage() {}

    /**
     * @param asked what the request asks for
     * @param otherwise the page, below the co-op's root, where nothing fitting is asked for
     */
    public static String of(Visit visit, @Nullable String asked, String otherwise) {
        return asked != null && fits(visit, asked) ? asked : visit.path(otherwise);
    }

    private static boolean fits(Visit visit, String asked) {
        return asked.length() <= MOST_CHARACTERS
                && asked.startsWith(visit.path(""))
                && PLAIN.matcher(asked).matches();
    }
}
