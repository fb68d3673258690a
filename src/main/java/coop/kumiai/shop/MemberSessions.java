package coop.kumiai.shop;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.SignIns;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.web.Sessions;
import coop.kumiai.web.Visit;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Begins and ends a member's sign-in in their browser, and leaves a mark there, by which the
 * member's own device is told from a stranger's when somebody guesses the password.
 */
@Component
public class MemberSessions {
    private static final String MARK = "kumiai-device";
    private static final Duration MARK_LASTS = Duration.ofDays(400);
    private final Sessions sessions;
    private final SignIns signIns;

    MemberSessions(Sessions sessions, SignIns signIns) {
        this.sessions = sessions;
        this.signIns = signIns;
    }

    /** Begins a sign-in whose password, or mail, was just checked. */
    public void begin(
            CoopId coop,
            Account account,
            HttpServletRequest request,
            HttpServletResponse response) {
        sessions.begin(request, response, coop, account, Set.of());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(MARK, signIns.deviceMark(coop, account.accountId()))
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/" + coop.code() + "/")
                        .maxAge(MARK_LASTS)
                        .build()
                        .toString());
    }

    /** The name that pages greet with, after it was changed; the sign-in goes on. */
    public void rename(
            Visit visit,
            String displayName,
            HttpServletRequest request,
            HttpServletResponse response) {
        visit.signedIn().ifPresent(it -> sessions.rename(request, response, it.named(displayName)));
    }

    /** Ends the sign-in of this browser; what it kept for hours without a network goes too. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        response.setHeader("Clear-Site-Data", "\"storage\"");
    }

    /** The mark that this browser carries, if any. */
    public Optional<String> mark(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(MARK))
                .map(Cookie::getValue)
                .findFirst();
    }
}
