package coop.kumiai.cards;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The drawings of the wallets' buttons, where the operator has put them; without them a page names
 * the wallet in a plain link, because a button of our own would be against the makers' rules.
 */
@Component
public class WalletBadges {
    private final Optional<byte[]> apple;
    private final Optional<byte[]> google;

    WalletBadges(WalletBadgeSettings settings) {
        this.apple = read(settings.apple());
        this.google = read(settings.google());
    }

    /** SVG. */
    public Optional<byte[]> apple() {
        return apple.map(byte[]::clone);
    }

    /** SVG. */
    public Optional<byte[]> google() {
        return google.map(byte[]::clone);
    }

    private static Optional<byte[]> read(@Nullable Path file) {
        if (file == null || file.toString().isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The button of a wallet cannot be read: " + file, e);
        }
    }
}
