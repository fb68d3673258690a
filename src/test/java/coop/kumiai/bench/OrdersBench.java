package coop.kumiai.bench;

import coop.kumiai.policies.DatedPolicy;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.SlotPlan;
import coop.kumiai.stores.SlotTime;
import coop.kumiai.stores.Slots;
import coop.kumiai.stores.Store;
import coop.kumiai.stores.Stores;

import java.time.LocalDate;
import java.util.List;

/**
 * Confirms carts of ten products over the API, with durable commits and the mails going out: as
 * many as go through when more arrive than can, and then at half of that rate.
 */
final class OrdersBench {
    private static final int CAPACITY = 2_000;
    private static final int WARM_UP_RATE = 120;
    private static final int RUSH_SECONDS = 12;
    private static final int RUSH_RATE = 1_000;
    private static final int AT_ONCE = 48;
    private static final int CALM_SECONDS = 20;
    private static final int CALM_MOST_RATE = 400;

    private OrdersBench() {}

    static Figures measure(BenchServer server) throws InterruptedException {
        server.stock();
        var count =
                WarmUp.most(WARM_UP_RATE)
                        + RUSH_SECONDS * RUSH_RATE
                        + CALM_SECONDS * CALM_MOST_RATE;
        var shoppers = Shoppers.create(server, count, slots(server));
        var http = server.http();
        var figures = new Figures();
        var warm = WarmUp.run(figures, WARM_UP_RATE, at -> http.send(shoppers.confirmation(at)));
        server.awaitMails(warm.confirmed());
        var rush =
                OpenLoop.run(
                        RUSH_RATE,
                        RUSH_SECONDS * RUSH_RATE,
                        AT_ONCE,
                        at -> http.send(shoppers.confirmation(warm.asked() + at)));
        figures.say("rush at %d/s: %s", RUSH_RATE, rush.words());
        var confirmed = rush.perSecond(rush.with(201));
        var rate = (int) Math.min(confirmed / 2, CALM_MOST_RATE);
        server.awaitMails(warm.confirmed() + rush.with(201));
        var first = warm.asked() + RUSH_SECONDS * RUSH_RATE;
        var calm =
                OpenLoop.run(
                        rate,
                        rate * CALM_SECONDS,
                        count,
                        at -> http.send(shoppers.confirmation(first + at)));
        figures.say("half rate, %d/s: %s", rate, calm.words());
        prove(server, warm.confirmed() + rush.with(201) + calm.with(201));
        figures.say("mails gone out so far: %d", server.mailsTaken());
        return figures.addRate("orders.confirmed_per_second", confirmed, "orders/s")
                .add("orders.p50_half_rate", calm.millis(0.50), "ms")
                .add("orders.p99_half_rate", calm.millis(0.99), "ms")
                .add("orders.half_rate", rate, "orders/s")
                .add("orders.dropped_half_rate", calm.dropped() + calm.broken(), "requests");
    }

    /** The database has what was answered, to the order, the line and the yen. */
    private static void prove(BenchServer server, long confirmed) {
        var orders = server.count("orders.customer_order");
        var lines = server.count("orders.order_line");
        var taken = server.number("select sum(taken) from stores.slot");
        var due = server.number("select sum(amount_yen) from payments.payment where state = 'due'");
        var total = server.number("select sum(total_yen) from orders.order_version");
        if (orders != confirmed || taken != confirmed || lines != 10 * confirmed || due != total) {
            throw new IllegalStateException(
                    "the sums differ: %d confirmed, %d orders, %d places, %d lines, %d yen due of %d"
                            .formatted(confirmed, orders, taken, lines, due, total));
        }
    }

    /** Every slot of every store, wide enough for all. */
    private static List<SlotId> slots(BenchServer server) {
        var coop = BenchServer.COOP;
        var policies = server.bean(Policies.class);
        var stores = server.bean(Stores.class).all(coop);
        stores.forEach(store -> widen(policies, store));
        return stores.stream()
                .flatMap(store -> server.bean(Slots.class).offered(coop, store.id()).stream())
                .map(Slot::id)
                .toList();
    }

    private static void widen(Policies policies, Store store) {
        var day = LocalDate.of(2026, 11, 20);
        var plan =
                policies.at(BenchServer.COOP, SlotPlan.class, store.id(), day).slots().stream()
                        .map(OrdersBench::wide)
                        .toList();
        policies.decide(
                BenchServer.COOP,
                new DatedPolicy<>(store.id(), day, new SlotPlan(plan), "測定", "測定のため"));
    }

    private static SlotTime wide(SlotTime time) {
        return new SlotTime(
                time.number(),
                time.from(),
                time.until(),
                time.cutoffDaysBefore(),
                time.cutoff(),
                CAPACITY);
    }
}
