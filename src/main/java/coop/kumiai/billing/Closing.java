package coop.kumiai.billing;

import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * 締め of one day: how far it has come, and what came out.
 *
 * @param doneAt empty while it is under way, or was broken off
 * @param after the last member that it has been through
 * @param membersToDo for whom there was something to bill when it began
 * @param membersDone whose statements are made
 */
public record Closing(
        LocalDate closedOn,
        LocalDate payBy,
        Instant begunAt,
        Optional<Instant> doneAt,
        Optional<UUID> after,
        int membersToDo,
        int membersDone,
        long lines,
        Yen total) {
    public boolean isDone() {
        return doneAt.isPresent();
    }
}
