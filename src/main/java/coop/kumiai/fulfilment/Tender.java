package coop.kumiai.fulfilment;

import coop.kumiai.kernel.Yen;

import java.util.EnumMap;
import java.util.Map;

/** Cash as it was counted: how many of each kind (金種). */
public record Tender(Map<Denomination, Integer> counts) {
    public static final Tender NOTHING = new Tender(Map.of());

    public Tender {
        if (counts.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("less than no coin");
        }
        counts = Map.copyOf(counts);
    }

    /** An amount in as few notes and coins as can be; nobody carries 2,000 yen notes to give. */
    public static Tender fewest(Yen amount) {
        var counts = new EnumMap<Denomination, Integer>(Denomination.class);
        var left = amount.amount();
        for (var kind : Denomination.values()) {
            if (kind != Denomination.BILL_2000 && left >= kind.worth().amount()) {
                counts.put(kind, Math.toIntExact(left / kind.worth().amount()));
                left %= kind.worth().amount();
            }
        }
        return new Tender(counts);
    }

    public Yen total() {
        return Yen.sum(
                counts.entrySet().stream()
                        .map(it -> it.getKey().worth().times(it.getValue()))
                        .toList());
    }

    public int of(Denomination kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** Whether nothing was counted. */
    public boolean isEmpty() {
        return counts.values().stream().allMatch(count -> count == 0);
    }

    /** {@code 500円玉 1枚、100円玉 1枚}: the largest first. */
    public String inWords() {
        return java.util.Arrays.stream(Denomination.values())
                .filter(kind -> of(kind) > 0)
                .map(kind -> "%s %d枚".formatted(kind.word(), of(kind)))
                .collect(java.util.stream.Collectors.joining("、"));
    }
}
