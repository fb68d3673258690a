package coop.kumiai.accounts;

import org.springframework.stereotype.Component;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Passwords that are tried first by whoever guesses: those most often found in leaked lists, and
 * what Japanese members would think of. Small letters only.
 */
@Component
class KnownPasswords {
    private static final String LIST = "accounts/known-passwords.txt";
    private final Set<String> passwords;

    KnownPasswords() {
        try (var lines = open()) {
            this.passwords =
                    lines.lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("# "))
                            .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(String smallLetters) {
        return passwords.contains(smallLetters);
    }

    private static BufferedReader open() {
        var stream = KnownPasswords.class.getClassLoader().getResourceAsStream(LIST);
        return new BufferedReader(
                new InputStreamReader(
                        Objects.requireNonNull(stream, LIST), StandardCharsets.UTF_8));
    }
}
