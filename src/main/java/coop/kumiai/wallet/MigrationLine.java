package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One old card, as a line of a file has it.
 *
 * @param line of the file
 * @param card its number, without hyphens
 * @param balance as the old system has it, fractions and all
 * @param pending charges that were paid and not picked up
 */
public record MigrationLine(
        long line,
        String card,
        String memberCode,
        BigDecimal balance,
        BigDecimal points,
        BigDecimal pending) {

    /** What becomes e-money: balance and pending together, what is under one yen dropped. */
    Yen money() {
        return whole(balance.add(pending));
    }

    /** What becomes points, what is under one dropped. */
    Yen wholePoints() {
        return whole(points);
    }

    private static Yen whole(BigDecimal amount) {
        return Yen.of(amount.setScale(0, RoundingMode.DOWN).longValueExact());
    }
}
