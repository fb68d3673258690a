package coop.kumiai.membership;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A round of invitations to everybody who has paid in and has no My Page (M-USE-3).
 *
 * @param toDo how many were to be mailed when it began
 * @param until after which member it goes on
 */
public record InvitationRound(
        UUID roundId,
        UUID begunBy,
        Instant begunAt,
        int toDo,
        int mailed,
        Optional<UUID> until,
        Optional<Instant> doneAt) {
    public boolean isDone() {
        return doneAt.isPresent();
    }
}
