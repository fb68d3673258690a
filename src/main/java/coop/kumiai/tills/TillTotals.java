package coop.kumiai.tills;

import coop.kumiai.kernel.Yen;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a till has done in a day, by kind; kinds that did not occur are left out. */
public record TillTotals(Map<TillEntryKind, TillSum> sums) {
    public TillTotals {
        sums = Map.copyOf(sums);
    }

    static TillTotals of(Iterable<TillReceipt> receipts) {
        var sums = new EnumMap<TillEntryKind, TillSum>(TillEntryKind.class);
        receipts.forEach(it -> sums.merge(it.kind(), TillSum.of(it.receipt()), TillSum::plus));
        return new TillTotals(sums);
    }

    public TillSum of(TillEntryKind kind) {
        return sums.getOrDefault(kind, TillSum.NONE);
    }

    /** Cash that should be there: charges, less those that were taken back. */
    public Yen cash() {
        return of(TillEntryKind.CHARGE).money().minus(of(TillEntryKind.VOID).money());
    }

    /** What was sold, less what was given back. */
    public Yen sales() {
        return of(TillEntryKind.PAYMENT).both().minus(of(TillEntryKind.REFUND).both());
    }

    public int acts() {
        return sums.values().stream().mapToInt(TillSum::acts).sum();
    }

    /** In one way of writing, for the seal. */
    String words() {
        return Arrays.stream(TillEntryKind.values())
                .map(it -> line(it.code(), of(it)))
                .collect(Collectors.joining("\n"));
    }

    private static String line(String kind, TillSum sum) {
        return "%s\t%d\t%d\t%d"
                .formatted(kind, sum.acts(), sum.money().amount(), sum.points().amount());
    }
}
