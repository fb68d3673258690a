package coop.kumiai.bench;

import coop.kumiai.kernel.Yen;
import coop.kumiai.wallet.Instruction;
import coop.kumiai.wallet.PointUse;
import coop.kumiai.wallet.Purchase;
import coop.kumiai.wallet.ReceiptLine;
import coop.kumiai.wallet.WalletProofs;
import coop.kumiai.wallet.Wallets;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * Whole payments through the ledger (key, limits, receipt lines, points) against the yardstick of
 * the same run: with 50 shops and with one, and with the commit delay of a standby imitated. In the
 * end the ledger is proved, and counts what was answered.
 */
final class WalletBench {
    private static final int WALLETS = 100_000;
    private static final int CLIENTS = 256;
    private static final int YARDSTICK_CLIENTS = 16;
    private static final int SHOPS = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration LASTING = Duration.ofSeconds(8);

    private final BenchServer server;
    private final Wallets wallets;
    private final WalletYardstick yardstick;
    private final LongAdder paid = new LongAdder();

    private WalletBench(BenchServer server) throws Exception {
        this.server = server;
        this.wallets = server.bean(Wallets.class);
        People.insert(server, WALLETS);
        fill(server);
        this.yardstick = new WalletYardstick(server.database(), WALLETS);
    }

    static Figures measure(BenchServer server) throws Exception {
        return new WalletBench(server).measure();
    }

    private Figures measure() throws Exception {
        var figures = new Figures();
        run(CLIENTS, WARM_UP, () -> pay(SHOPS));
        run(YARDSTICK_CLIENTS, WARM_UP.dividedBy(4), () -> yardstick.pay(SHOPS));
        var many = ratio(figures, "50 shops", SHOPS);
        var one = ratio(figures, "one shop", 1);
        var light = light(figures);
        var half = halfLoad(figures, many.own());
        commitDelay(2_000);
        var delayed = ratio(figures, "one shop, commits 2 ms late", 1);
        commitDelay(0);
        prove(figures);
        return figures.add("wallet.ratio_50_shops", many.ratio(), "×")
                .add("wallet.ratio_1_shop", one.ratio(), "×")
                .add("wallet.ratio_1_shop_2ms", delayed.ratio(), "×")
                .add("wallet.light_load_ratio", light, "×")
                .add("wallet.p99_half_load", half, "ms")
                .addRate("wallet.payments_per_second", many.own(), "payments/s");
    }

    /** Payments per second, of the ledger and of the yardstick. */
    private record Compared(double own, double yardstick) {
        double ratio() {
            return own / yardstick;
        }
    }

    private Compared ratio(Figures figures, String words, int shops) throws Exception {
        var before = run(YARDSTICK_CLIENTS, LASTING.dividedBy(2), () -> yardstick.pay(shops));
        var own = run(CLIENTS, LASTING, () -> pay(shops));
        var after = run(YARDSTICK_CLIENTS, LASTING.dividedBy(2), () -> yardstick.pay(shops));
        var compared = new Compared(own.perSecond(), (before.perSecond() + after.perSecond()) / 2);
        figures.say(
                "%s: %.0f/s (p50 %.1f ms, p99 %.1f ms), yardstick %.0f/s: %.2f ×",
                words,
                compared.own(),
                own.millis(0.5),
                own.millis(0.99),
                compared.yardstick(),
                compared.ratio());
        return compared;
    }

    /** One client alone: how much longer the ledger takes than one plain transaction. */
    private double light(Figures figures) throws Exception {
        var plain = run(1, LASTING.dividedBy(4), () -> yardstick.pay(SHOPS));
        var own = run(1, LASTING.dividedBy(4), () -> pay(SHOPS));
        figures.say("alone: %.2f ms, yardstick %.2f ms", own.millis(0.5), plain.millis(0.5));
        return own.millis(0.5) / plain.millis(0.5);
    }

    /** At a steady rate of half of what is possible, whatever the answers take. */
    private double halfLoad(Figures figures, double perSecond) throws InterruptedException {
        var rate = (int) (perSecond / 2);
        var load =
                OpenLoop.run(
                        rate,
                        rate * (int) LASTING.toSeconds(),
                        10_000,
                        at -> {
                            pay(SHOPS);
                            return new Http.Answer(200, "");
                        });
        figures.say("half load, %d/s: %s", rate, load.words());
        return load.millis(0.99);
    }

    private void pay(int shops) {
        var random = ThreadLocalRandom.current();
        var wallet = People.id('c', random.nextInt(WALLETS));
        var lines =
                List.of(
                        new ReceiptLine("9784000000001", "国語辞典", 1, Yen.of(330)),
                        new ReceiptLine("4512345678901", "ノート", 2, Yen.of(220)));
        wallets.post(
                BenchServer.COOP,
                new Instruction.Pay(
                        UUID.randomUUID().toString(),
                        wallet,
                        new Purchase("shop-" + random.nextInt(shops), Yen.of(550), lines),
                        PointUse.NONE));
        paid.increment();
    }

    /** Every wallet with money, by postings like all others, so that the proof holds. */
    private static void fill(BenchServer server) {
        var id = People.sqlId('c');
        var posting = People.sqlId('d');
        for (var sql :
                List.of(
                        "insert into wallet.wallet select 'bench', %s, %s, 'active', '2026-11-19', now()"
                                .formatted(id, People.sqlId('b')),
                        "insert into wallet.balance (coop_id, wallet_id, account, amount_yen) select 'bench', %s, 'money:base', 40000"
                                .formatted(id),
                        "insert into wallet.posting (coop_id, wallet_id, posting_id, kind, request_key, request_digest, money_after_yen, points_after, effective_on, recorded_at) select 'bench', %s, %s, 'migrate', 'fill-' || n, '', 40000, 0, '2026-11-20', now()"
                                .formatted(id, posting),
                        "insert into wallet.transfer (coop_id, wallet_id, posting_id, line, debit, credit, amount_yen) select 'bench', %s, %s, 0, 'migrated:coop', 'money:base', 40000"
                                .formatted(id, posting))) {
            server.sql().execute(sql + " from generate_series(0, " + (WALLETS - 1) + ") n");
        }
        server.sql()
                .execute(
                        "insert into wallet.total values ('bench', 'migrated:coop', '2026-11-20',"
                                + " 0, "
                                + 40_000L * WALLETS
                                + ", 0)");
        server.sql().execute("vacuum analyze wallet.wallet, wallet.balance, wallet.posting");
    }

    /** A commit waits so long before it flushes: as long as the answer of a standby would take. */
    private void commitDelay(int micros) {
        server.sql().execute("alter system set commit_delay = " + micros);
        server.sql().execute("alter system set commit_siblings = 0");
        server.sql().execute("select pg_reload_conf()");
    }

    private void prove(Figures figures) {
        var proof = server.bean(WalletProofs.class).run(BenchServer.COOP);
        var payments =
                server.number(
                        "select count(*) from wallet.posting where kind = 'pay' and refusal_code is"
                                + " null");
        if (!proof.agrees() || payments != paid.sum()) {
            throw new IllegalStateException(
                    "%d payments of %d; %s".formatted(payments, paid.sum(), proof.findings()));
        }
        figures.say("%d payments, all of them answered; the ledger agrees", payments);
    }

    private record Measured(long[] nanos, double perSecond) {
        double millis(double part) {
            return nanos[(int) (part * (nanos.length - 1))] / 1e6;
        }
    }

    /** So many clients, each with the next payment as soon as it has an answer. */
    private static Measured run(int clients, Duration lasting, Runnable payment)
            throws InterruptedException {
        var times = new ConcurrentLinkedQueue<long[]>();
        var start = System.nanoTime();
        var end = start + lasting.toNanos();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < clients; client++) {
                callers.execute(() -> times.add(calls(end, payment)));
            }
        }
        if (times.size() != clients) {
            throw new IllegalStateException((clients - times.size()) + " clients failed");
        }
        var all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Measured(all, all.length * 1e9 / (System.nanoTime() - start));
    }

    private static long[] calls(long end, Runnable payment) {
        var nanos = new long[1_024];
        var count = 0;
        for (var now = System.nanoTime(); now < end; ) {
            payment.run();
            var after = System.nanoTime();
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = after - now;
            now = after;
        }
        return Arrays.copyOf(nanos, count);
    }
}
