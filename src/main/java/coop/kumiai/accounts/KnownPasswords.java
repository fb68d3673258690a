package coop.kumiai.accounts;

import org.springframework.stereotype.Component;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Passwords that are tried first by whoever guesses: those most often found in leaked lists,
 * Japanese names and words, and what members of a co-op would think of. Small letters only.
 */
@Component
class KnownPasswords {
    private static final List<String> LISTS =
            List.of("data/known-passwords.txt", "accounts/known-words.txt");
    private final Set<String> passwords;

    KnownPasswords() {
        this.passwords =
                LISTS.stream()
                        .flatMap(list -> words(list).stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    boolean contains(String smallLetters) {
        return passwords.contains(smallLetters);
    }

    private static List<String> words(String list) {
        var stream = KnownPasswords.class.getClassLoader().getResourceAsStream(list);
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        stream, list + " is missing: run `node build/data.mjs`"),
                                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
