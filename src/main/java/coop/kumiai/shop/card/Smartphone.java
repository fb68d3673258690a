package coop.kumiai.shop.card;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

/** Whether a browser says of itself that it is a smartphone's (M-CARD-3). */
final class Smartphone {
    private Smartphone() {}

    static boolean asks(HttpServletRequest request) {
        return is(request.getHeader("Sec-CH-UA-Mobile"), request.getHeader("User-Agent"));
    }

    /**
     * @param hint of newer browsers, {@code ?1} on a phone
     * @param userAgent of all others; an iPad calls itself mobile too and is none
     */
    static boolean is(@Nullable String hint, @Nullable String userAgent) {
        if (userAgent == null) {
            return "?1".equals(hint);
        }
        return "?1".equals(hint) || (userAgent.contains("Mobi") && !userAgent.contains("iPad"));
    }
}
