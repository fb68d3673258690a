package coop.kumiai.bench;

import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * 5,000 members want 500 places of one slot, all within a second: exactly 500 get one, all others
 * are told so, and none is doubled (N-SLOT-4). Afterwards everybody presses once more. Then the
 * same for another slot, with three of ten paying by card.
 */
final class SlotsBench {
    private static final int MEMBERS = 5_000;
    private static final int PLACES = 500;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    /** The first one opened an hour before: the server is warm when the rush comes. */
    private static final List<SlotId> SLOTS =
            List.of(
                    new SlotId("shibuya", DAY, 3),
                    new SlotId("shibuya", DAY, 2),
                    new SlotId("shibuya", DAY, 1));

    private static final int WARM_UP_RATE = 200;
    private static final int AT_ONCE = 48;

    private final BenchServer server;
    private final Shoppers shoppers;
    private final Http http;
    private final Figures figures = new Figures();

    private SlotsBench(BenchServer server) {
        this.server = server;
        this.shoppers = Shoppers.create(server, SLOTS.size() * MEMBERS, SLOTS);
        this.http = server.http();
    }

    static Figures measure(BenchServer server) throws InterruptedException {
        server.stock();
        server.bean(Slots.class).offered(BenchServer.COOP, SLOTS.getFirst().storeId());
        server.sql().execute("update stores.slot set capacity = " + PLACES);
        return new SlotsBench(server).measure();
    }

    private Figures measure() throws InterruptedException {
        var earlier = confirmations(0, shoppers::confirmation);
        var warm = OpenLoop.run(WARM_UP_RATE, MEMBERS, AT_ONCE, at -> http.send(earlier.get(at)));
        figures.say("earlier rush for another slot: %s", warm.words());
        server.awaitMails(warm.with(201));
        var cash = rush("slots", 1, shoppers::confirmation);
        var mixed = rush("slots.mixed", 2, shoppers::mixed);
        return figures.add("slots.mixed_to_cash", cash / mixed, "ratio");
    }

    /** How long all the answers took, in seconds. */
    private double rush(String name, int slot, IntFunction<byte[]> confirmation)
            throws InterruptedException {
        var requests = confirmations(slot, confirmation);
        var rush = OpenLoop.run(MEMBERS, MEMBERS, MEMBERS, at -> http.send(requests.get(at)));
        figures.say("%s, rush: %s", name, rush.words());
        var again = OpenLoop.run(500, MEMBERS, MEMBERS, at -> http.send(requests.get(at)));
        figures.say("%s, again: %s", name, again.words());
        figures.add(name + ".confirmed", rush.with(201), "orders")
                .add(name + ".refused", rush.with(422), "members")
                .add(name + ".doubled", doubled(SLOTS.get(slot), again), "orders")
                .add(name + ".p50", rush.millis(0.50), "ms")
                .add(name + ".p95", rush.millis(0.95), "ms")
                .add(name + ".p99", rush.millis(0.99), "ms");
        var decided = rush.perSecond(rush.answered());
        figures.addRate(name + ".decided_per_second", decided, "answers/s");
        return MEMBERS / decided;
    }

    /** Those of the members of one of the slots, who take turns. */
    private List<byte[]> confirmations(int slot, IntFunction<byte[]> confirmation) {
        return IntStream.range(0, MEMBERS)
                .mapToObj(member -> confirmation.apply(SLOTS.size() * member + slot))
                .toList();
    }

    /** Orders beyond one a member and beyond the places, by the database's own sums. */
    private long doubled(SlotId slot, OpenLoop.Load again) {
        var ofSlot =
                " where coop_id = 'bench' and store_id = '%s' and day = '%s' and slot_no = %d"
                        .formatted(slot.storeId(), slot.day(), slot.number());
        var standing = ofSlot + " and state = 'confirmed'";
        var orders = server.number("select count(*) from orders.customer_order" + standing);
        var members =
                server.number(
                        "select count(distinct member_id) from orders.customer_order" + standing);
        var taken = server.number("select taken from stores.slot" + ofSlot);
        var all =
                server.number(
                        "select count(*) from orders.customer_order where state = 'confirmed'");
        var due = server.number("select count(*) from payments.payment where state = 'due'");
        var found = again.with(200) + again.with(201);
        if (taken != PLACES || orders != PLACES || due != all || found != PLACES) {
            throw new IllegalStateException(
                    "the sums differ: %d orders, %d places taken, %d payments of %d, %d repeats found theirs"
                            .formatted(orders, taken, due, all, found));
        }
        return (orders - members) + Math.max(0, orders - PLACES);
    }
}
