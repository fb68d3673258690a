package coop.kumiai.members;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who registered and says to be a member already (もう組合員になっている), with the code that they
 * gave.
 */
public record Claim(
        Member member, MemberCode code, Instant claimedAt, Optional<Decision> decision) {

    /**
     * What staff found.
     *
     * @param reason in their words; a member whose claim was refused reads it
     */
    public record Decision(boolean confirmed, String reason, Instant at) {}

    /** Whether staff have still to compare it with the register. */
    public boolean isOpen() {
        return decision.isEmpty();
    }

    /** Whether it was not found in the register. */
    public boolean isRefused() {
        return decision.filter(it -> !it.confirmed()).isPresent();
    }
}
