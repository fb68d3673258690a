package coop.kumiai.tills;

import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * レジ締め: a day of one till, added up.
 *
 * @param number counted from one, for each till
 * @param seal over the sums, and over the seal of the closing before
 * @param counted the cash as staff have counted it last
 */
public record TillClosing(
        UUID closingId,
        UUID tillId,
        String storeId,
        int number,
        LocalDate day,
        TillTotals totals,
        String seal,
        Instant closedAt,
        Optional<CashCount> counted) {

    /**
     * 現金の実査.
     *
     * @param note why it differs, where it does
     */
    public record CashCount(Yen counted, String note, Instant at) {}

    /** By how much the counted cash is more than it should be; empty before it is counted. */
    public Optional<Yen> difference() {
        return counted.map(it -> it.counted().minus(totals.cash()));
    }
}
