package coop.kumiai.accounts;

import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what must be read again, so that whoever reads the database alone has nothing (AES-256-GCM
 * under the installation's secret).
 */
@Component
public class Sealing {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String MARKS = "HmacSHA256";
    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final SecretKeySpec marking;

    Sealing(InstallationSecret secret) {
        this.key = new SecretKeySpec(secret.sign("sealing"), "AES");
        this.marking = new SecretKeySpec(secret.sign("marking"), MARKS);
    }

    /**
     * By what words are found again that are not kept: without the secret nobody can try them out
     * (HMAC-SHA256).
     *
     * @param place where they belong; the same words elsewhere have another mark
     */
    public byte[] mark(String place, String words) {
        try {
            var mac = Mac.getInstance(MARKS);
            mac.init(marking);
            return mac.doFinal((place + "\n" + words).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param place where it belongs; what is moved elsewhere opens no more
     */
    public byte[] seal(byte[] open, String place) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, open, place);
        var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    /**
     * @throws IllegalStateException when it was sealed elsewhere or with another secret
     */
    public byte[] open(byte[] sealed, String place) {
        var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        var rest = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return run(Cipher.DECRYPT_MODE, nonce, rest, place);
    }

    private byte[] run(int mode, byte[] nonce, byte[] bytes, String place) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed with another secret", e);
        }
    }
}
