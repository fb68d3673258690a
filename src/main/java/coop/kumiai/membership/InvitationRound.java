package coop.kumiai.membership;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A round of invitations to everybody who has paid in and has no My Page (M-USE-3).
 *
 * @param toDo how many had no My Page when it began
 * @param lookedAt how many of them it has come by; not everybody gets a mail
 * @param until after which member it goes on
 */
public record InvitationRound(
        UUID roundId,
        UUID begunBy,
        Instant begunAt,
        int toDo,
        int lookedAt,
        int mailed,
        Optional<UUID> until,
        Optional<Instant> doneAt) {
    public boolean isDone() {
        return doneAt.isPresent();
    }
}
