package coop.kumiai.bench;

import java.util.Map;
import java.util.TreeMap;

/** {@code ./kumiai bench NAME}. */
public final class Bench {
    private static final Map<String, Measure> BENCHES =
            new TreeMap<>(
                    Map.of(
                            "slots", SlotsBench::measure,
                            "orders", OrdersBench::measure,
                            "catalog", CatalogBench::measure));

    private Bench() {}

    /** One bench. */
    interface Measure {
        Figures measure(BenchServer server) throws Exception;
    }

    public static void main(String[] names) throws Exception {
        if (names.length != 1 || !BENCHES.containsKey(names[0])) {
            System.err.println("bench takes one of: " + String.join(", ", BENCHES.keySet()));
            System.exit(2);
        }
        try (var server = BenchServer.start()) {
            var yardstick = Yardstick.measure(server.database());
            var figures = BENCHES.get(names[0]).measure(server);
            figures.print(System.out, yardstick);
        }
        System.exit(0);
    }
}
