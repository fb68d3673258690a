package coop.kumiai.cards;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.kumiai.kernel.CoopId;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The code that changes (X-CARD-1), after RFC 6238: the time's step, signed with the card's secret
 * together with the co-op and the member it belongs to. Pure.
 */
final class CardCodeRules {
    private static final String HASH = "HmacSHA256";
    private static final int DIGITS = 100_000_000;

    /** Only signs that a QR code packs tightly: a coarse picture is read from farther away. */
    private static final Pattern TEXT =
            Pattern.compile("KC1:([A-Z0-9-]{1,40}):([A-Z2-9]{16}):([0-9]{8})");

    private CardCodeRules() {}

    /** What a till has read, taken apart. */
    record Read(String coop, String number, String digits) {}

    static long step(Instant now, Duration valid) {
        return now.getEpochSecond() / valid.toSeconds();
    }

    /** When the step begins, in seconds since 1970. */
    static long beginning(long step, Duration valid) {
        return step * valid.toSeconds();
    }

    /** When the step ends. */
    static Instant until(long step, Duration valid) {
        return Instant.ofEpochSecond((step + 1) * valid.toSeconds());
    }

    static String digits(byte[] secret, CoopId coop, UUID memberId, long step) {
        try {
            var mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(secret, HASH));
            mac.update((coop.code() + "\n" + memberId + "\n").getBytes(UTF_8));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var at = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash).getInt(at) & 0x7fffffff;
            return "%08d".formatted(number % DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The step, no more than so many away from now, whose digits these are. */
    static OptionalLong stepOf(
            byte[] secret,
            CoopId coop,
            UUID memberId,
            String digits,
            Instant now,
            CardCodeTerms terms) {
        var step = step(now, terms.valid());
        return LongStream.rangeClosed(step - terms.stepsOff(), step + terms.stepsOff())
                .filter(it -> isSame(digits(secret, coop, memberId, it), digits))
                .findFirst();
    }

    static String text(CoopId coop, String number, String digits) {
        return "KC1:%s:%s:%s".formatted(coop.code().toUpperCase(Locale.ROOT), number, digits);
    }

    /** What stands in a code; empty when it is none. */
    static Optional<Read> read(String text) {
        var match = TEXT.matcher(text.strip().toUpperCase(Locale.ROOT));
        return match.matches()
                ? Optional.of(
                        new Read(
                                match.group(1).toLowerCase(Locale.ROOT),
                                match.group(2),
                                match.group(3)))
                : Optional.empty();
    }

    private static boolean isSame(String expected, String digits) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), digits.getBytes(UTF_8));
    }
}
