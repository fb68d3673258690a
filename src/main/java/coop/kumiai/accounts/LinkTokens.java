package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;

import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Ends of links that name somebody or something and that only this installation can make, signed
 * with its secret. They stay good for as long as the secret does, and the database holds none.
 */
@Component
public class LinkTokens {
    private static final int ID_BYTES = 16;
    private static final int SEAL_BYTES = 16;
    private final InstallationSecret secret;

    LinkTokens(InstallationSecret secret) {
        this.secret = secret;
    }

    /**
     * @param use what the link is for: good for one use, it is none for another
     */
    public String of(CoopId coop, String use, UUID id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        ByteBuffer.allocate(ID_BYTES + SEAL_BYTES)
                                .putLong(id.getMostSignificantBits())
                                .putLong(id.getLeastSignificantBits())
                                .put(seal(coop, use, id))
                                .array());
    }

    /** Whom it names; empty when it is none of ours. */
    public Optional<UUID> read(CoopId coop, String use, String token) {
        var bytes = bytes(token);
        if (bytes.length != ID_BYTES + SEAL_BYTES) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes);
        var id = new UUID(buffer.getLong(), buffer.getLong());
        var sealed = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
        return MessageDigest.isEqual(sealed, seal(coop, use, id))
                ? Optional.of(id)
                : Optional.empty();
    }

    private byte[] seal(CoopId coop, String use, UUID id) {
        return Arrays.copyOf(secret.sign("link", use, coop.code(), id.toString()), SEAL_BYTES);
    }

    private static byte[] bytes(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
