package coop.kumiai.web;

import jakarta.servlet.http.HttpServletRequest;

/** What an address says about its caller. */
final class Paths {
    private static final String API = "/api/";

    private Paths() {}

    /** Whether a program asks: it is answered with problem documents and never sent elsewhere. */
    static boolean isApi(HttpServletRequest request) {
        return isApi(request.getRequestURI());
    }

    static boolean isApi(String uri) {
        return uri.startsWith(API);
    }
}
