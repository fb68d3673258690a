package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * ポイントのロット: points of one last day and one bearer.
 *
 * @param lastDay on which they are still good; {@link Account#NO_DAY} where purchases keep them
 */
public record Lot(String bearer, LocalDate lastDay, Yen points) {
    /** Those that end first are used first. */
    static final Comparator<Lot> ORDER_OF_USE =
            Comparator.comparing(Lot::lastDay).thenComparing(Lot::bearer);

    Account account() {
        return Account.points(bearer, lastDay);
    }
}
