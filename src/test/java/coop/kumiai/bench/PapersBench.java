package coop.kumiai.bench;

import coop.kumiai.documents.Documents;
import coop.kumiai.documents.Paper;
import coop.kumiai.documents.PaperRegister;
import coop.kumiai.documents.RegisterQuery;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.Slots;
import coop.kumiai.web.Papers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * 10,000 picked orders of ten lines: how long their delivery notes take, numbered and sealed one
 * after the other, and then printed as PDFs on all processors; and reading the register whole.
 */
final class PapersBench {
    private static final int NOTES = 10_000;
    private static final int WARM_UP = 200;

    private PapersBench() {}

    static Figures measure(BenchServer server) throws InterruptedException, ExecutionException {
        var orders = picked(server, NOTES + WARM_UP);
        var figures = new Figures();
        print(server, write(server, orders.subList(NOTES, orders.size())));
        var begun = System.nanoTime();
        var papers = write(server, orders.subList(0, NOTES));
        var written = since(begun);
        figures.say("%,d delivery notes numbered and sealed in %s", papers.size(), written);
        var bytes = print(server, papers);
        var all = since(begun);
        figures.say(
                "printed as PDFs, %,d kB each, in %s", bytes / NOTES / 1024, all.minus(written));
        var proving = System.nanoTime();
        var proof = server.bean(PaperRegister.class).prove(BenchServer.COOP);
        if (!proof.sound() || proof.papers() != NOTES + WARM_UP) {
            throw new IllegalStateException("the register is not sound: " + proof);
        }
        var proved = since(proving);
        var looking = System.nanoTime();
        server.bean(PaperRegister.class)
                .search(BenchServer.COOP, RegisterQuery.ALL, Optional.empty(), 50);
        figures.say("register proved in %s, its first page found in %s", proved, since(looking));
        return figures.add("papers.seconds", seconds(all), "s")
                .add("papers.written_seconds", seconds(written), "s")
                .add("papers.printed_seconds", seconds(all.minus(written)), "s")
                .add("papers.proved_seconds", seconds(proved), "s");
    }

    private static List<Paper> write(BenchServer server, List<UUID> orders) {
        var documents = server.bean(Documents.class);
        var papers = new ArrayList<Paper>();
        for (var order : orders) {
            documents.write(BenchServer.COOP, order);
            papers.addAll(documents.ofOrder(BenchServer.COOP, order));
        }
        if (papers.size() != orders.size()) {
            throw new IllegalStateException("not every order has one paper");
        }
        return papers;
    }

    /** How many bytes they have in all. */
    private static long print(BenchServer server, List<Paper> papers)
            throws InterruptedException, ExecutionException {
        var printer = server.bean(Papers.class);
        var work =
                papers.stream()
                        .<Callable<Integer>>map(
                                paper ->
                                        () ->
                                                printer.bytes(
                                                                "documents/paper.jte",
                                                                Map.of("paper", paper))
                                                        .length)
                        .toList();
        var bytes = 0L;
        try (var printers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (var done : printers.invokeAll(work)) {
                bytes += done.get();
            }
        }
        return bytes;
    }

    /**
     * Orders as the picker left them: six lines of food before tax, four of daily goods with it.
     */
    private static List<UUID> picked(BenchServer server, int count) {
        People.insert(server, count);
        var slot = slot(server);
        server.sql()
                .execute(
                        """
                        insert into orders.customer_order (coop_id, order_id, order_number, member_id, cart_id, store_id, day,
                            slot_no, state, version, placed_at)
                        select 'bench', %s, 'bench-' || n, %s, %s, '%s', '%s', %d, 'confirmed', 1, now()
                        from generate_series(0, %d) n
                        """
                                .formatted(
                                        People.sqlId('e'),
                                        People.sqlId('b'),
                                        People.sqlId('c'),
                                        slot.id().storeId(),
                                        slot.id().day(),
                                        slot.id().number(),
                                        count - 1));
        server.sql()
                .execute(
                        """
                        insert into orders.order_version (coop_id, order_id, version, kind, made_at, made_by, reason, recipient, phone,
                            postal_code, address, starts_at, ends_at, cutoff_at, payment_method, shortage, remarks, chopsticks,
                            spoons, receipt, receipt_to, leave_at_door, goods_ex_tax_yen, delivery_fee_yen, payment_fee_yen,
                            standard_percent, standard_total_yen, standard_tax_yen, reduced_percent, reduced_total_yen,
                            reduced_tax_yen, total_yen, share_capital_yen)
                        select 'bench', %s, 1, 'picked', now(), %s, '', '湊 花子', '0312345678', '1500031', '東京都渋谷区桜丘町1-2-3',
                            now(), now(), now(), 'cash_on_delivery', 'cancel', '', 0, 0, false, '', false, 2988, 220, 0,
                            10, 1540, 140, 8, 1931, 143, 3471, 0
                        from generate_series(0, %d) n
                        """
                                .formatted(People.sqlId('e'), People.sqlId('a'), count - 1));
        server.sql()
                .execute(
                        """
                        insert into orders.order_line (coop_id, order_id, version, line_no, jan, name, unit, quantity, price_mode,
                            unit_price_yen, tax_class, by_weight, alcohol, shelf)
                        select 'bench', %s, 1, line, '4599000001019', 'みなと農場の商品 その' || line, '1個', 1,
                            case when line <= 6 then 'excl' else 'incl' end, case when line <= 6 then 298 else 330 end,
                            case when line <= 6 then 'reduced' else 'standard' end, false, false, 'A-01-1'
                        from generate_series(0, %d) n, generate_series(1, 10) line
                        """
                                .formatted(People.sqlId('e'), count - 1));
        server.sql().execute("analyze");
        return IntStream.range(0, count).mapToObj(it -> People.id('e', it)).toList();
    }

    private static Slot slot(BenchServer server) {
        return server.bean(Slots.class).offered(BenchServer.COOP, "shibuya").getFirst();
    }

    private static double seconds(Duration taken) {
        return taken.toMillis() / 1000.0;
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
