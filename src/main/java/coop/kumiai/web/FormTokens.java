package coop.kumiai.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The token that every form sends back, kept in a cookie. It also names for whom the browser worked
 * when the form was opened, by a mark of the session: once the browser has turned to somebody else
 * (代理), whatever was opened before is refused, also by a client that still sends its old cookie.
 */
final class FormTokens implements CsrfTokenRepository {
    private static final String COOKIE = "kumiai-form";
    private static final String HEADER = "X-XSRF-TOKEN";
    private static final String FIELD = "_csrf";
    private static final String KEPT = "KUMIAI_FORMS_SINCE";
    private static final int RANDOM_LENGTH = 36;
    private final CookieCsrfTokenRepository cookies = new CookieCsrfTokenRepository();

    FormTokens() {
        cookies.setCookieName(COOKIE);
        cookies.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
    }

    /** The browser works for somebody else from now on: all forms that are open are void. */
    void turn(HttpServletRequest request, HttpServletResponse response) {
        request.getSession(true).setAttribute(KEPT, UUID.randomUUID().toString());
        saveToken(generateToken(request), request, response);
    }

    /** Whether the browser has ever turned to somebody else. */
    static boolean hasTurned(HttpServletRequest request) {
        return !mark(request).isEmpty();
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(UUID.randomUUID() + mark(request));
    }

    @Override
    public void saveToken(
            @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        cookies.saveToken(token, request, response);
    }

    /** The one that was made since the last turn: a client may send an older one beside it. */
    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var mark = mark(request);
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(it -> it.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(it -> it.length() == RANDOM_LENGTH + mark.length() && it.endsWith(mark))
                .findFirst()
                .map(FormTokens::token)
                .orElse(null);
    }

    private static String mark(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map((HttpSession it) -> it.getAttribute(KEPT))
                .map(it -> "." + it)
                .orElse("");
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, FIELD, value);
    }
}
