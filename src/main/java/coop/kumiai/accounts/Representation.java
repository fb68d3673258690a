package coop.kumiai.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * 代理: one person who may act for a member, or who is invited to.
 *
 * @param accountId of the member
 * @param memberName as pages greet with; empty once the account is closed
 * @param invitedUntil the invitation is good until then
 * @param byStaff who took it down at the desk, if it was not the member
 * @param representative the account of whoever accepted
 * @param acceptedName the name of that account when it accepted; empty before
 */
public record Representation(
        UUID representationId,
        UUID accountId,
        String memberName,
        Mandate mandate,
        UUID proofId,
        Instant grantedAt,
        Instant invitedUntil,
        Optional<UUID> byStaff,
        Optional<UUID> representative,
        String acceptedName,
        Optional<Instant> endedAt) {

    /** Where it stands. */
    public enum State {
        INVITED("お返事を待っています"),
        GOES_ON("お任せしています"),
        LAPSED("期限が過ぎて終わりました"),
        ENDED("終わりました");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public State state(Instant now, LocalDate today) {
        if (endedAt.isPresent()) {
            return State.ENDED;
        }
        if (today.isAfter(mandate.until())) {
            return State.LAPSED;
        }
        if (representative.isPresent()) {
            return State.GOES_ON;
        }
        return now.isBefore(invitedUntil) ? State.INVITED : State.LAPSED;
    }
}
