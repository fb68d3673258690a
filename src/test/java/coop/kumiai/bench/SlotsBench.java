package coop.kumiai.bench;

import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * 5,000 members want 500 places of one slot, all within a second: exactly 500 get one, all others
 * are told so, and none is doubled (N-SLOT-4). Afterwards everybody presses once more.
 */
final class SlotsBench {
    private static final int MEMBERS = 5_000;
    private static final int PLACES = 500;
    private static final SlotId SLOT = new SlotId("shibuya", LocalDate.of(2026, 11, 21), 2);

    private SlotsBench() {}

    static Figures measure(BenchServer server) throws InterruptedException {
        server.stock();
        server.bean(Slots.class).offered(BenchServer.COOP, SLOT.storeId());
        server.sql().execute("update stores.slot set capacity = " + PLACES);
        var shoppers = Shoppers.create(server, MEMBERS, List.of(SLOT));
        var http = server.http();
        var requests = IntStream.range(0, MEMBERS).mapToObj(shoppers::confirmation).toList();
        var rush = OpenLoop.run(MEMBERS, MEMBERS, MEMBERS, at -> http.send(requests.get(at)));
        var figures =
                new Figures()
                        .say("rush: %s", rush.words())
                        .add("slots.confirmed", rush.with(201), "orders")
                        .add("slots.refused", rush.with(422), "members");
        var again = OpenLoop.run(500, MEMBERS, MEMBERS, at -> http.send(requests.get(at)));
        figures.say("again: %s", again.words());
        return figures.add("slots.doubled", doubled(server, again), "orders")
                .add("slots.p50", rush.millis(0.50), "ms")
                .add("slots.p95", rush.millis(0.95), "ms")
                .add("slots.p99", rush.millis(0.99), "ms")
                .addRate("slots.decided_per_second", rush.perSecond(rush.answered()), "answers/s");
    }

    /** Orders beyond one a member and beyond the places, by the database's own sums. */
    private static long doubled(BenchServer server, OpenLoop.Load again) {
        var orders = server.count("orders.customer_order");
        var members = server.number("select count(distinct member_id) from orders.customer_order");
        var taken = server.number("select max(taken) from stores.slot");
        var due = server.number("select count(*) from payments.payment where state = 'due'");
        var versions = server.count("orders.order_version");
        if (taken != PLACES || due != orders || versions != orders || again.with(200) != PLACES) {
            throw new IllegalStateException(
                    "the sums differ: %d orders, %d places taken, %d payments, %d versions, %d repeats found theirs"
                            .formatted(orders, taken, due, versions, again.with(200)));
        }
        return (orders - members) + Math.max(0, orders - PLACES);
    }
}
