package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;

import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Marks of browsers that have signed in to an account before. Wrong tries of a marked browser are
 * counted by its mark, all others by the account: so a stranger who guesses a member's password for
 * days never makes the member wait.
 */
@Component
class DeviceMarks {
    private static final int NONCE_BYTES = 12;
    private final SecureRandom random = new SecureRandom();
    private final InstallationSecret secret;

    DeviceMarks(InstallationSecret secret) {
        this.secret = secret;
    }

    String make(CoopId coop, UUID accountId) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var written = HexFormat.of().formatHex(nonce);
        return written + "." + seal(coop, accountId, written);
    }

    boolean isOf(CoopId coop, UUID accountId, String mark) {
        var nonce = mark.split("\\.", -1)[0];
        return MessageDigest.isEqual(
                mark.getBytes(StandardCharsets.UTF_8),
                (nonce + "." + seal(coop, accountId, nonce)).getBytes(StandardCharsets.UTF_8));
    }

    private String seal(CoopId coop, UUID accountId, String nonce) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(secret.sign("device", coop.code(), accountId.toString(), nonce));
    }
}
