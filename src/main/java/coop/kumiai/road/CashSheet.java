package coop.kumiai.road;

import static java.util.stream.Collectors.reducing;

import coop.kumiai.fulfilment.Taken;

import java.util.List;

/**
 * The cash of one driver and one slot.
 *
 * @param taken all of it so far
 * @param reports those that are made, the first first
 */
public record CashSheet(Taken taken, List<CashReport> reports) {
    public CashSheet {
        reports = List.copyOf(reports);
    }

    /** まだ締めていない現金. */
    public Taken open() {
        return taken.minus(
                reports.stream()
                        .map(CashReport::taken)
                        .collect(reducing(Taken.NOTHING, Taken::plus)));
    }

    /** Whether all that was taken is reported. */
    public boolean isClosed() {
        return open().sum().isZero();
    }
}
