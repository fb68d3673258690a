package coop.kumiai.web;

import org.springframework.session.SessionIdGenerator;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.util.Base64;

/** What a session's cookie holds: 216 random bits, in as many signs as its column has. */
@Component
class SessionIds implements SessionIdGenerator {
    private static final int BYTES = 27;
    private final SecureRandom random = new SecureRandom();

    @Override
    public String generate() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
