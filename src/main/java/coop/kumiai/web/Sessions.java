package coop.kumiai.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Begins and ends a sign-in in the browser's session. Members' pages and the office keep theirs
 * apart, so that one person may be both.
 */
@Component
public class Sessions {
    /**
     * Begins a session for somebody whose password was just checked; the session's id changes (no
     * fixation).
     */
    public void begin(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
        request.getSession(true);
        request.changeSessionId();
        save(request, response, signedIn);
    }

    /** Ends the member's or the office's sign-in of this browser. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        SecurityContextHolder.setContext(context);
        repository(request).saveContext(context, request, response);
    }

    private static void save(
            HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        signedIn, null, java.util.List.of()));
        SecurityContextHolder.setContext(context);
        repository(request).saveContext(context, request, response);
    }

    static SecurityContextRepository repository(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.matches("/[^/]+/office(/.*)?") ? office() : members();
    }

    static SecurityContextRepository members() {
        return new HttpSessionSecurityContextRepository();
    }

    static SecurityContextRepository office() {
        var repository = new HttpSessionSecurityContextRepository();
        repository.setSpringSecurityContextKey("KUMIAI_OFFICE");
        return repository;
    }
}
