package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;

import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Link tokens and codes of mails, derived from the installation's secret and the id of the proof:
 * whoever reads the database has neither.
 */
@Component
class MailProofKeys {
    private static final int ID_BYTES = 16;
    private static final int SEAL_BYTES = 16;
    private static final int CODE_DIGITS = 8;
    private static final long CODES = 100_000_000;
    private static final int TEMPORARY_SIGNS = 12;
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private final InstallationSecret secret;

    MailProofKeys(InstallationSecret secret) {
        this.secret = secret;
    }

    String token(CoopId coop, UUID proofId) {
        var bytes =
                ByteBuffer.allocate(ID_BYTES + SEAL_BYTES)
                        .putLong(proofId.getMostSignificantBits())
                        .putLong(proofId.getLeastSignificantBits())
                        .put(seal(coop, proofId))
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The proof that a token belongs to; empty when the token is not one of ours. */
    Optional<UUID> proofOf(CoopId coop, String token) {
        return bytes(token)
                .filter(it -> it.length == ID_BYTES + SEAL_BYTES)
                .flatMap(
                        it -> {
                            var buffer = ByteBuffer.wrap(it);
                            var proofId = new UUID(buffer.getLong(), buffer.getLong());
                            var sealed = Arrays.copyOfRange(it, ID_BYTES, it.length);
                            return MessageDigest.isEqual(sealed, seal(coop, proofId))
                                    ? Optional.of(proofId)
                                    : Optional.empty();
                        });
    }

    /** Eight digits in two groups. */
    String code(CoopId coop, UUID proofId) {
        var digits = digits(coop, proofId);
        return digits.substring(0, CODE_DIGITS / 2) + " " + digits.substring(CODE_DIGITS / 2);
    }

    boolean isCode(CoopId coop, UUID proofId, String typed) {
        return MessageDigest.isEqual(
                digits(coop, proofId).getBytes(StandardCharsets.US_ASCII),
                JapaneseText.digits(typed).getBytes(StandardCharsets.UTF_8));
    }

    /** 仮パスワード: twelve signs that nobody mistakes for others, in three groups. */
    String temporaryPassword(CoopId coop, UUID proofId) {
        var signs = temporarySigns(coop, proofId);
        return signs.substring(0, 4) + "-" + signs.substring(4, 8) + "-" + signs.substring(8);
    }

    boolean isTemporaryPassword(CoopId coop, UUID proofId, String typed) {
        var signs = PasswordRules.normal(typed).toLowerCase(Locale.ROOT).replaceAll("[-ー\\s]", "");
        return MessageDigest.isEqual(
                temporarySigns(coop, proofId).getBytes(StandardCharsets.US_ASCII),
                signs.getBytes(StandardCharsets.UTF_8));
    }

    private String temporarySigns(CoopId coop, UUID proofId) {
        var sealed = secret.sign("mail-password", coop.code(), proofId.toString());
        return IntStream.range(0, TEMPORARY_SIGNS)
                .mapToObj(i -> SIGNS.charAt(Math.floorMod(sealed[i], SIGNS.length())))
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    private String digits(CoopId coop, UUID proofId) {
        var sealed = ByteBuffer.wrap(secret.sign("mail-code", coop.code(), proofId.toString()));
        return "%08d".formatted(Math.floorMod(sealed.getLong(), CODES));
    }

    private byte[] seal(CoopId coop, UUID proofId) {
        return Arrays.copyOf(secret.sign("mail-link", coop.code(), proofId.toString()), SEAL_BYTES);
    }

    private static Optional<byte[]> bytes(String token) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(token));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
