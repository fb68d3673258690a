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

    /** Another slot that opened an hour before: the server is warm when the rush comes. */
    private static final SlotId EARLIER_SLOT = new SlotId("shibuya", LocalDate.of(2026, 11, 21), 3);

    private static final int WARM_UP_RATE = 200;
    private static final int AT_ONCE = 48;
    private static final String OF_THE_SLOT =
            " where coop_id = 'bench' and store_id = '%s' and day = '%s' and slot_no = %d"
                    .formatted(SLOT.storeId(), SLOT.day(), SLOT.number());

    private SlotsBench() {}

    static Figures measure(BenchServer server) throws InterruptedException {
        server.stock();
        server.bean(Slots.class).offered(BenchServer.COOP, SLOT.storeId());
        server.sql().execute("update stores.slot set capacity = " + PLACES);
        var shoppers = Shoppers.create(server, 2 * MEMBERS, List.of(SLOT, EARLIER_SLOT));
        var http = server.http();
        var earlier = confirmations(shoppers, 1);
        var warm = OpenLoop.run(WARM_UP_RATE, MEMBERS, AT_ONCE, at -> http.send(earlier.get(at)));
        server.awaitMails(warm.with(201));
        var requests = confirmations(shoppers, 0);
        var rush = OpenLoop.run(MEMBERS, MEMBERS, MEMBERS, at -> http.send(requests.get(at)));
        var figures =
                new Figures()
                        .say("earlier rush for another slot: %s", warm.words())
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

    /** Those of the members of one of the two slots, who take turns. */
    private static List<byte[]> confirmations(Shoppers shoppers, int slot) {
        return IntStream.range(0, MEMBERS)
                .mapToObj(member -> shoppers.confirmation(2 * member + slot))
                .toList();
    }

    /** Orders beyond one a member and beyond the places, by the database's own sums. */
    private static long doubled(BenchServer server, OpenLoop.Load again) {
        var all = server.count("orders.customer_order");
        var orders = server.number("select count(*) from orders.customer_order" + OF_THE_SLOT);
        var members =
                server.number(
                        "select count(distinct member_id) from orders.customer_order"
                                + OF_THE_SLOT);
        var taken = server.number("select taken from stores.slot" + OF_THE_SLOT);
        var due = server.number("select count(*) from payments.payment where state = 'due'");
        var versions = server.count("orders.order_version");
        if (taken != PLACES || due != all || versions != all || again.with(200) != PLACES) {
            throw new IllegalStateException(
                    "the sums differ: %d orders, %d places taken, %d payments, %d versions, %d repeats found theirs"
                            .formatted(orders, taken, due, versions, again.with(200)));
        }
        return (orders - members) + Math.max(0, orders - PLACES);
    }
}
