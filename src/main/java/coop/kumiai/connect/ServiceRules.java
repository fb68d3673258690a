package coop.kumiai.connect;

import coop.kumiai.kernel.JapaneseText;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which services may be registered: named, explained, and with addresses that nobody else reads.
 */
final class ServiceRules {
    static final int MOST_OF_NAME = 40;
    static final int MOST_OF_PURPOSE = 120;
    private static final Pattern APP_SCHEME = Pattern.compile("[a-z][a-z0-9+-]*(\\.[a-z0-9+-]+)+");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private ServiceRules() {}

    static List<ServiceRefusal> check(TypedService typed) {
        var refusals = new ArrayList<ServiceRefusal>();
        if (!fits(typed.name(), MOST_OF_NAME)) {
            refusals.add(new ServiceRefusal.NoName(MOST_OF_NAME));
        }
        if (!fits(typed.purpose(), MOST_OF_PURPOSE)) {
            refusals.add(new ServiceRefusal.NoPurpose(MOST_OF_PURPOSE));
        }
        if (lines(typed.redirects()).isEmpty()) {
            refusals.add(new ServiceRefusal.NoAddress());
        }
        unsafe(typed.redirects(), "redirects", typed.confidential(), refusals);
        unsafe(typed.returns(), "returns", typed.confidential(), refusals);
        return refusals;
    }

    /** The addresses of a field, one a line. */
    static List<String> lines(String typed) {
        return typed.lines().map(String::strip).filter(it -> !it.isEmpty()).distinct().toList();
    }

    private static boolean fits(String typed, int most) {
        var tidy = JapaneseText.tidy(typed);
        return !tidy.isEmpty() && tidy.codePointCount(0, tidy.length()) <= most;
    }

    private static void unsafe(
            String typed, String field, boolean confidential, List<ServiceRefusal> refusals) {
        lines(typed).stream()
                .filter(it -> !isSafe(it, confidential))
                .forEach(it -> refusals.add(new ServiceRefusal.UnsafeAddress(it, field)));
    }

    /**
     * Encrypted, or on the same machine; an app also by a scheme of its own (RFC 8252), which has a
     * dot in it and so belongs to somebody.
     */
    static boolean isSafe(String address, boolean confidential) {
        try {
            var uri = new URI(address);
            if (!uri.isAbsolute() || uri.getRawFragment() != null || uri.getUserInfo() != null) {
                return false;
            }
            return switch (uri.getScheme()) {
                case "https" -> uri.getHost() != null;
                case "http" -> uri.getHost() != null && THIS_MACHINE.contains(uri.getHost());
                default -> !confidential && APP_SCHEME.matcher(uri.getScheme()).matches();
            };
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
