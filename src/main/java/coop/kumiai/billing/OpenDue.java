package coop.kumiai.billing;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A statement that wants to be paid (未収).
 *
 * @param open what is still to be paid of it
 */
public record OpenDue(
        UUID memberId,
        LocalDate closedOn,
        LocalDate payBy,
        long payerNumber,
        String payerName,
        Yen open) {}
