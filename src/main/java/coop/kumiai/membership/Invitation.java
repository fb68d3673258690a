package coop.kumiai.membership;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * マイページの登録のご案内.
 *
 * @param email where it goes
 * @param expiresAt once it was written
 */
public record Invitation(
        UUID invitationId,
        UUID memberId,
        String email,
        Instant askedAt,
        Optional<Instant> expiresAt,
        int wrongTries,
        Optional<Instant> usedAt) {

    boolean isGood(Instant now, MyPageTerms terms) {
        return usedAt.isEmpty()
                && wrongTries < terms.wrongTries()
                && expiresAt.filter(now::isBefore).isPresent();
    }
}
