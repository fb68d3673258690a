package coop.kumiai.connect;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/** Whether a code may be changed for tokens (RFC 7636: S256 only). */
final class GrantRules {
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private GrantRules() {}

    /** Whether it can be the SHA-256 of anything. */
    static boolean isChallenge(String challenge) {
        return CHALLENGE.matcher(challenge).matches();
    }

    static boolean mayRedeem(Grant grant, String redirect, String verifier, Instant now) {
        return grant.codeUsedAt().isEmpty()
                && now.isBefore(grant.codeExpiresAt())
                && grant.asked().redirect().equals(redirect)
                && proves(verifier, grant.asked().challenge());
    }

    static boolean proves(String verifier, String challenge) {
        return VERIFIER.matcher(verifier).matches()
                && MessageDigest.isEqual(
                        sha256(verifier).getBytes(US_ASCII), challenge.getBytes(US_ASCII));
    }

    private static String sha256(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
