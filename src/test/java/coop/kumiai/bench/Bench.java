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
                            "catalog", CatalogBench::measure,
                            "signin", SignInBench::measure,
                            "closing", ClosingBench::measure,
                            "papers", PapersBench::measure,
                            "wallet", WalletBench::measure));

    private Bench() {}

    /** One bench. */
    interface Measure {
        Figures measure(BenchServer server) throws Exception;
    }

    public static void main(String[] names) {
        var bench = names.length == 1 ? BENCHES.get(names[0]) : null;
        if (bench == null) {
            System.err.println("bench takes one of: " + String.join(", ", BENCHES.keySet()));
            System.exit(2);
            return;
        }
        System.exit(run(bench) ? 0 : 1);
    }

    private static boolean run(Measure bench) {
        try (var server = BenchServer.start()) {
            var yardstick = Yardstick.measure(server.database());
            var figures = bench.measure(server);
            figures.print(System.out, yardstick);
            return true;
        } catch (Exception e) {
            e.printStackTrace();
            return false;
        }
    }
}
