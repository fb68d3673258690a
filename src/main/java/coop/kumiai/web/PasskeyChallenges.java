package coop.kumiai.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * The random question that a passkey answers: kept in the browser's session, good for one answer.
 */
@Component
public class PasskeyChallenges {
    private static final String KEPT = "KUMIAI_PASSKEY_CHALLENGE";
    private static final int BYTES = 32;
    private final SecureRandom random = new SecureRandom();

    /** A new one; the one before is void. */
    public byte[] begin(HttpServletRequest request) {
        var challenge = new byte[BYTES];
        random.nextBytes(challenge);
        request.getSession(true).setAttribute(KEPT, challenge);
        return challenge;
    }

    /** The one that was asked, once; a fresh one that nobody can have answered where none was. */
    public byte[] take(HttpServletRequest request) {
        var session = Optional.ofNullable(request.getSession(false));
        var kept =
                session.map(it -> it.getAttribute(KEPT))
                        .filter(byte[].class::isInstance)
                        .map(byte[].class::cast);
        session.ifPresent(it -> it.removeAttribute(KEPT));
        return kept.orElseGet(() -> begin(request));
    }
}
