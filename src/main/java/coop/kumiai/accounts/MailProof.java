package coop.kumiai.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail that was sent to an address and that only its reader can answer.
 *
 * @param accountId the account that already has the address, if any
 */
public record MailProof(
        UUID proofId,
        Purpose purpose,
        EmailAddress email,
        Optional<UUID> accountId,
        Instant createdAt,
        Instant expiresAt,
        int codeTries,
        boolean used) {

    /** What the answer opens. */
    public enum Purpose {
        /** A registration (N-REG-1). */
        REGISTRATION,
        /** A new password (N-REG-5). */
        RECOVERY,
        /** A new address of an account (N-REG-4). */
        EMAIL_CHANGE,
        /** That it is still the same person: at sign-in, or before a change of what is theirs. */
        PROOF,
        /** That somebody who is to act for a member reads at the address (M-CARE-1). */
        REPRESENTATION,
        /** A password of one's own, for staff who were handed a first one. Nothing is mailed. */
        FIRST_PASSWORD;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Purpose of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /**
     * Whether its answer can lead anywhere: a registration of a new address, a recovery of a
     * registered one. The other mails only explain.
     */
    public boolean leadsOn() {
        return (purpose == Purpose.REGISTRATION) == accountId.isEmpty();
    }
}
