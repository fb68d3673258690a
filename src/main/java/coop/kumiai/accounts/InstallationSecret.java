package coop.kumiai.accounts;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What this installation knows and its database does not: from it the links and codes of mails are
 * derived. Named by the setting {@code kumiai.secret} (several nodes share it), or made once and
 * kept in the data folder.
 */
@Component
class InstallationSecret {
    private static final int LEAST_CHARACTERS = 32;
    private final SecretKeySpec key;

    InstallationSecret(@Value("${kumiai.secret:}") String set, @Value("${kumiai.data}") Path data) {
        var secret = set.isBlank() ? ofTheFolder(data) : set;
        if (secret.length() < LEAST_CHARACTERS) {
            throw new IllegalStateException(
                    "kumiai.secret must have at least " + LEAST_CHARACTERS + " characters");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** The keyed hash of some words; the first says what it is for. */
    byte[] sign(String... words) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ofTheFolder(Path data) {
        var file = data.resolve("secret");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(data);
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret cannot be kept in " + file, e);
        }
    }

    /** Written beside and moved into place: a killed start leaves none or a whole one. */
    private static void make(Path file) throws IOException {
        var bytes = new byte[LEAST_CHARACTERS];
        new SecureRandom().nextBytes(bytes);
        var begun =
                Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        "secret",
                        "",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(begun, HexFormat.of().formatHex(bytes) + "\n");
        Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
