package coop.kumiai.accounts;

import java.time.Instant;
import java.util.Optional;

/**
 * パスキー: a device that signs in for its owner.
 *
 * @param credentialId what the device calls it, base64url
 * @param name what its owner calls it
 */
public record Passkey(
        String credentialId, String name, Instant createdAt, Optional<Instant> lastUsedAt) {}
