package coop.kumiai.accounts;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of the time (RFC 6238, with the values that every app knows: SHA-1, 30 seconds, 6 digits).
 */
final class TotpRules {
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 1_000_000;

    /** A phone's clock may be a step before or behind. */
    private static final int DRIFT = 1;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private TotpRules() {}

    static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var at = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash).getInt(at) & 0x7fffffff;
            return "%06d".formatted(number % DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static long step(Instant now) {
        return now.getEpochSecond() / STEP_SECONDS;
    }

    /** The step that a code belongs to, later than the last one taken: no code is taken twice. */
    static OptionalLong step(byte[] secret, String digits, Instant now, long last) {
        return LongStream.rangeClosed(step(now) - DRIFT, step(now) + DRIFT)
                .filter(step -> step > last && code(secret, step).equals(digits))
                .findFirst();
    }

    /** As apps take it where no picture can be read. */
    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        var bits = 0;
        var waiting = 0;
        for (var one : bytes) {
            waiting = waiting << 8 | one & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(waiting >> bits & 31));
            }
            waiting &= (1 << bits) - 1;
        }
        return bits == 0
                ? text.toString()
                : text.append(BASE32.charAt(waiting << 5 - bits & 31)).toString();
    }
}
