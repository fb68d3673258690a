package coop.kumiai.members;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One thing that happened to the share capital of a member (出資金の異動): never changed, corrected only
 * by another.
 *
 * @param amount how many shares it was about
 * @param day from which it counts
 * @param ref where it came from, such as the number of an order or of a bank statement
 * @param capitalAfter what was paid in after it
 */
public record SharePosting(
        UUID postingId,
        ShareKind kind,
        ShareAmount amount,
        LocalDate day,
        Instant recordedAt,
        String ref,
        ShareAmount capitalAfter) {}
