package coop.kumiai.bench;

import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * 20,000 products: how long a page of search results and a page of a category take at a steady
 * rate, and how many go through at most. Visitors browse the viewing store.
 */
final class CatalogBench {
    private static final int PRODUCTS = 20_000;
    private static final int RATE = 200;
    private static final int SECONDS = 15;
    private static final int RUSH_RATE = 4_000;
    private static final int AT_ONCE = 32;
    private static final List<String> WORDS =
            List.of(
                    "たまご", "牛乳", "ねぎ", "とりもも", "ヨーグルト", "しゃけ", "豆腐", "食パン", "トマト", "みそ", "ぎゅうにゅう",
                    "りんご", "バナナ", "納豆", "しょうゆ", "コーヒー", "米", "うどん", "ハム", "チーズ");

    private CatalogBench() {}

    static Figures measure(BenchServer server) throws Exception {
        var figures = new Figures();
        fill(server, figures);
        var http = server.http();
        var searches =
                WORDS.stream()
                        .map(
                                it ->
                                        "/bench/search?q="
                                                + URLEncoder.encode(it, StandardCharsets.UTF_8))
                        .map(Http::get)
                        .toList();
        var pages = categories().stream().map(it -> Http.get("/bench/category/" + it)).toList();
        WarmUp.run(figures, RATE, at -> http.send(mixed(searches, pages, at)));
        var search = steady(http, searches);
        figures.say("search at %d/s: %s", RATE, search.words());
        var page = steady(http, pages);
        figures.say("category at %d/s: %s", RATE, page.words());
        var rush =
                OpenLoop.run(
                        RUSH_RATE,
                        10 * RUSH_RATE,
                        AT_ONCE,
                        at -> http.send(mixed(searches, pages, at)));
        figures.say("both at %d/s: %s", RUSH_RATE, rush.words());
        return figures.add("catalog.search_p50", search.millis(0.50), "ms")
                .add("catalog.search_p99", search.millis(0.99), "ms")
                .add("catalog.page_p50", page.millis(0.50), "ms")
                .add("catalog.page_p99", page.millis(0.99), "ms")
                .add(
                        "catalog.dropped",
                        search.dropped() + page.dropped() + search.broken() + page.broken(),
                        "requests")
                .addRate(
                        "catalog.requests_per_second",
                        rush.perSecond(rush.with(200)),
                        "requests/s");
    }

    private static OpenLoop.Load steady(Http http, List<byte[]> requests)
            throws InterruptedException {
        var load =
                OpenLoop.run(
                        RATE,
                        SECONDS * RATE,
                        1_000,
                        at -> http.send(requests.get(at % requests.size())));
        if (load.with(200) != load.answered()) {
            throw new IllegalStateException("not every page was found: " + load.words());
        }
        return load;
    }

    private static byte[] mixed(List<byte[]> searches, List<byte[]> pages, int at) {
        return at % 2 == 0
                ? searches.get(at / 2 % searches.size())
                : pages.get(at / 2 % pages.size());
    }

    /** The demo's goods again and again under other numbers, through the import that staff use. */
    private static void fill(BenchServer server, Figures figures) throws IOException {
        take(server, "categories", resource("categories"));
        var file = Files.createTempFile("kumiai-bench", ".csv");
        try {
            Files.write(file, lines());
            var start = System.nanoTime();
            take(server, "products", file);
            var seconds = (System.nanoTime() - start) / 1e9;
            figures.say("import of %d products: %.1f s", PRODUCTS, seconds)
                    .add("catalog.import_seconds", seconds, "s");
        } finally {
            Files.delete(file);
        }
    }

    private static void take(BenchServer server, String kind, Path file) {
        server.imports().stream()
                .filter(it -> it.kind().equals(kind))
                .forEach(it -> it.take(BenchServer.COOP, file, progress -> {}));
    }

    private static List<String> lines() throws IOException {
        var demo = Files.readAllLines(resource("products"));
        var all = new ArrayList<>(List.of(demo.getFirst()));
        var lines = demo.subList(1, demo.size());
        var number = 0L;
        for (int round = 1; all.size() <= PRODUCTS; round++) {
            var seen = new java.util.HashMap<String, String>();
            for (var line : lines) {
                var jan = line.substring(0, line.indexOf(','));
                if (!seen.containsKey(jan)) {
                    seen.put(jan, jan(number++));
                }
                all.add(seen.get(jan) + line.substring(line.indexOf(',')));
            }
        }
        return all;
    }

    /** An in-store code (インストアコード) with its check digit. */
    private static String jan(long number) {
        var digits = "20%010d".formatted(number);
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            sum += Character.digit(digits.charAt(place), 10) * (place % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    private static List<String> categories() throws IOException {
        return Files.readAllLines(resource("categories")).stream()
                .skip(1)
                .map(it -> it.substring(0, it.indexOf(',')))
                .toList();
    }

    private static Path resource(String kind) throws IOException {
        return new ClassPathResource("demo/minato/" + kind + ".csv").getFile().toPath();
    }
}
