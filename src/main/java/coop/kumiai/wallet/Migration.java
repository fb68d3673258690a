package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * 移行: a file of old cards that was taken, and how far it has come.
 *
 * @param lines cards that this file brought first
 * @param waiting of them, not in the ledger yet
 * @param refused of them, not taken by the ledger
 * @param old as the old system has them, balance and pending together
 * @param money and points that the file brings, fractions dropped
 */
public record Migration(
        UUID migrationId,
        LocalDate cutOn,
        String fileName,
        long lines,
        long waiting,
        long refused,
        BigDecimal old,
        BigDecimal oldPoints,
        Yen money,
        long points,
        Instant takenAt) {

    public long booked() {
        return lines - waiting;
    }

    public boolean isDone() {
        return waiting == 0;
    }

    /** Yen under one that were dropped, over all cards. */
    public String droppedMoney() {
        return text(old.subtract(BigDecimal.valueOf(money.amount())));
    }

    /** Points under one that were dropped, over all cards. */
    public String droppedPoints() {
        return text(oldPoints.subtract(BigDecimal.valueOf(points)));
    }

    static String text(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
