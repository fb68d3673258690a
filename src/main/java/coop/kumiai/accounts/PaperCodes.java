package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;

import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * Codes that go by letter post and are typed by hand: derived from the installation's secret, so
 * that the database holds none. Whoever asks for one counts the tries.
 */
@Component
public class PaperCodes {
    private static final long CODES = 1_000_000_000_000L;
    private static final int GROUP = 4;
    private final InstallationSecret secret;

    PaperCodes(InstallationSecret secret) {
        this.secret = secret;
    }

    /** Twelve digits in three groups, such as {@code 1234-5678-9012}. */
    public String of(CoopId coop, UUID id) {
        var digits = digits(coop, id);
        return String.join(
                "-",
                digits.substring(0, GROUP),
                digits.substring(GROUP, GROUP + GROUP),
                digits.substring(GROUP + GROUP));
    }

    /** Whether it was this one, in any writing. */
    public boolean isOf(CoopId coop, UUID id, String typed) {
        return MessageDigest.isEqual(
                digits(coop, id).getBytes(StandardCharsets.US_ASCII),
                JapaneseText.digits(typed).getBytes(StandardCharsets.UTF_8));
    }

    private String digits(CoopId coop, UUID id) {
        var sealed = ByteBuffer.wrap(secret.sign("paper-code", coop.code(), id.toString()));
        return "%012d".formatted(Math.floorMod(sealed.getLong(), CODES));
    }
}
