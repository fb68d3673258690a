package coop.kumiai.bench;

import coop.kumiai.stores.Slot;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;
import coop.kumiai.stores.Stores;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Confirms carts of ten products over the API, with durable commits and the mails going out: as
 * many as go through when more arrive than can, and then at half of that rate; and once more as
 * many as can with three of ten paying by card, whose company thinks for 50 ms.
 */
final class OrdersBench {
    private static final int CAPACITY = 2_000;
    private static final int WARM_UP_RATE = 120;
    private static final int RUSH_SECONDS = 12;
    private static final int RUSH_RATE = 1_000;
    private static final int AT_ONCE = 48;
    private static final int CALM_SECONDS = 20;
    private static final int CALM_MOST_RATE = 400;
    private static final int SHOPPERS = 2 * WarmUp.most(WARM_UP_RATE) + 30_000;

    private final BenchServer server;
    private final Shoppers shoppers;
    private final Http http;
    private final Figures figures = new Figures();
    private final AtomicInteger next = new AtomicInteger();
    private long confirmed;

    private OrdersBench(BenchServer server) {
        this.server = server;
        this.shoppers = Shoppers.create(server, SHOPPERS, slots(server));
        this.http = server.http();
    }

    static Figures measure(BenchServer server) throws InterruptedException {
        server.stock();
        return new OrdersBench(server).measure();
    }

    private Figures measure() throws InterruptedException {
        settle(shoppers::confirmation);
        var rush = rush("in cash", shoppers::confirmation);
        var rate = (int) Math.min(perSecond(rush) / 2, CALM_MOST_RATE);
        var calm = run(rate, CALM_SECONDS, SHOPPERS, shoppers::confirmation);
        figures.say("half rate, %d/s: %s", rate, calm.words());
        settle(shoppers::mixed);
        var mixed = rush("three of ten by card", shoppers::mixed);
        prove();
        figures.say(
                "mails gone out so far: %d; cards charged: %d",
                server.mailsTaken(), server.cardsGranted());
        return figures.addRate("orders.confirmed_per_second", perSecond(rush), "orders/s")
                .add("orders.p50_half_rate", calm.millis(0.50), "ms")
                .add("orders.p99_half_rate", calm.millis(0.99), "ms")
                .add("orders.half_rate", rate, "orders/s")
                .add("orders.dropped_half_rate", calm.dropped() + calm.broken(), "requests")
                .addRate("orders.mixed_per_second", perSecond(mixed), "orders/s")
                .add("orders.mixed_to_cash", perSecond(mixed) / perSecond(rush), "ratio");
    }

    /**
     * Until the compiler has little left to do, and then a rush: it takes other ways through the
     * code than a calm hour.
     */
    private void settle(IntFunction<byte[]> confirmation) throws InterruptedException {
        confirmed += WarmUp.run(figures, WARM_UP_RATE, at -> send(confirmation)).confirmed();
        server.awaitMails(confirmed);
        rush("to warm up", confirmation);
    }

    private OpenLoop.Load rush(String what, IntFunction<byte[]> confirmation)
            throws InterruptedException {
        var rush = run(RUSH_RATE, RUSH_SECONDS, AT_ONCE, confirmation);
        figures.say("rush at %d/s, %s: %s", RUSH_RATE, what, rush.words());
        return rush;
    }

    /** Leaves nothing to do for what comes after. */
    private OpenLoop.Load run(
            int rate, int seconds, int mostAtOnce, IntFunction<byte[]> confirmation)
            throws InterruptedException {
        var load = OpenLoop.run(rate, rate * seconds, mostAtOnce, at -> send(confirmation));
        confirmed += load.with(201);
        server.awaitMails(confirmed);
        return load;
    }

    private Http.Answer send(IntFunction<byte[]> confirmation) {
        var shopper = next.getAndIncrement();
        if (shopper >= SHOPPERS) {
            throw new IllegalStateException("no shopper is left");
        }
        return http.send(confirmation.apply(shopper));
    }

    private static double perSecond(OpenLoop.Load load) {
        return load.perSecond(load.with(201));
    }

    /** The database has what was answered, to the order, the line and the yen. */
    private void prove() {
        var orders = server.count("orders.customer_order");
        var lines = server.count("orders.order_line");
        var taken = server.number("select sum(taken) from stores.slot");
        var due = server.number("select sum(amount_yen) from payments.payment where state = 'due'");
        var total = server.number("select sum(total_yen) from orders.order_version");
        var byCard = server.number("select count(*) from payments.payment where method = 'card'");
        if (orders != confirmed || taken != confirmed || lines != 10 * confirmed || due != total) {
            throw new IllegalStateException(
                    "the sums differ: %d confirmed, %d orders, %d places, %d lines, %d yen due of %d"
                            .formatted(confirmed, orders, taken, lines, due, total));
        }
        if (byCard != server.cardsGranted()) {
            throw new IllegalStateException(
                    "%d orders by card, %d granted".formatted(byCard, server.cardsGranted()));
        }
    }

    /** Every slot of every store that a van brings, wide enough for all. */
    private static List<SlotId> slots(BenchServer server) {
        var coop = BenchServer.COOP;
        var slots =
                server.bean(Stores.class).all(coop).stream()
                        .flatMap(it -> server.bean(Slots.class).offered(coop, it.id()).stream())
                        .filter(it -> !it.driveThrough())
                        .map(Slot::id)
                        .toList();
        server.sql().execute("update stores.slot set most_items = null, capacity = " + CAPACITY);
        return slots;
    }
}
