package coop.kumiai.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * レジの端末, or another machine of a store that calls the API on its own.
 *
 * @param storeId the store that it speaks for
 * @param name as staff call it
 * @param revokedAt since when it is nobody
 */
public record Till(
        UUID tillId, String storeId, String name, Instant issuedAt, Optional<Instant> revokedAt) {

    public boolean isRevoked() {
        return revokedAt.isPresent();
    }
}
