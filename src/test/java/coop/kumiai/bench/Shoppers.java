package coop.kumiai.bench;

import coop.kumiai.catalog.Catalog;
import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Offer;
import coop.kumiai.catalog.TaxRates;
import coop.kumiai.orders.Carts;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.SlotId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Members with a full cart of ten products and a chosen slot, each with a bearer token: everything
 * that is there when somebody presses 注文を確定する. Written by set-based SQL.
 */
final class Shoppers {
    private static final int LINES = 10;
    private static final int KINDS_OF_CARTS = 20;
    private static final int MOST_YEN = 900;
    private static final int ROUND = 10;
    private static final int BY_CARD_OF_ROUND = 3;

    private final BenchServer server;
    private final List<SlotId> slots;
    private final List<String> revisions = new ArrayList<>();

    private Shoppers(BenchServer server, List<SlotId> slots) {
        this.server = server;
        this.slots = slots;
    }

    /**
     * @param slots what they have chosen, in turn
     */
    static Shoppers create(BenchServer server, int count, List<SlotId> slots) {
        var shoppers = new Shoppers(server, slots);
        shoppers.insert(count);
        shoppers.readRevisions();
        return shoppers;
    }

    /**
     * The confirmation of one shopper's cart, paid in cash; the same shopper's key is always the
     * same.
     */
    byte[] confirmation(int shopper) {
        return post("orders", shopper, order(shopper, "cash_on_delivery"));
    }

    /** The same, but three of ten pay by a card that the processor keeps for them. */
    byte[] mixed(int shopper) {
        return paysByCard(shopper) ? byCard(shopper) : confirmation(shopper);
    }

    /** Three of ten, among every second shopper too. */
    private static boolean paysByCard(int shopper) {
        return Math.floorMod(shopper / ROUND * 7 + shopper, ROUND) < BY_CARD_OF_ROUND;
    }

    private byte[] byCard(int shopper) {
        var body =
                """
                {"order": %s, "token": "", "keptCard": "%s", "keep": false}
                """
                        .formatted(order(shopper, "card"), People.id('f', shopper));
        return post("card-orders", shopper, body);
    }

    private String order(int shopper, String payment) {
        return """
        {"cartId": "%s", "revision": "%s", "payment": "%s", "shortage": "cancel",
         "remarks": "", "chopsticks": 0, "spoons": 0, "receipt": false, "receiptTo": "", "leaveAtDoor": false}
        """
                .formatted(People.id('c', shopper), revisions.get(kind(shopper)), payment);
    }

    private static byte[] post(String what, int shopper, String body) {
        var headers =
                "Authorization: Bearer bench-token-%d\r\nIdempotency-Key: bench-key-%d\r\n"
                        .formatted(shopper, shopper);
        return Http.post("/api/v1/bench/" + what, headers, body);
    }

    /** Slot and contents of the cart decide what its revision is. */
    private int kind(int shopper) {
        return shopper % (slots.size() * KINDS_OF_CARTS);
    }

    private void insert(int count) {
        People.insert(server, count);
        execute(
                """
                insert into accounts.bearer (coop_id, token_hash, account_id, created_at, expires_at)
                select 'bench', encode(sha256(('bench-token-' || n)::bytea), 'hex'), %s, now(), '2027-01-01'
                from generate_series(0, %d) n
                """
                        .formatted(People.sqlId('a'), count - 1));
        execute(
                """
                insert into orders.cart (coop_id, member_id, cart_id, started_at, expires_at)
                select 'bench', %s, %s, '2026-11-20T07:59+09:00', '2026-11-20T08:59+09:00' from generate_series(0, %d) n
                """
                        .formatted(People.sqlId('b'), People.sqlId('c'), count - 1));
        for (int slot = 0; slot < slots.size(); slot++) {
            insertChoices(count, slot);
        }
        insertLines(count);
        execute(
                """
                insert into payments.kept_card (coop_id, card_id, member_id, gateway_card, brand, last_four, expires, kept_at)
                select 'bench', %s, %s, 'card-' || n, 'visa', '1111', '2030-12', now() from generate_series(0, %d) n
                """
                        .formatted(People.sqlId('f'), People.sqlId('b'), count - 1));
        execute("analyze");
    }

    private void insertChoices(int count, int slot) {
        var chosen = slots.get(slot);
        var home = Home.near(chosen.storeId());
        var members = "generate_series(%d, %d, %d) n".formatted(slot, count - 1, slots.size());
        execute(
                """
                insert into members.address (coop_id, address_id, member_id, label, recipient, phone, postal_code, prefecture,
                    city, town, street, building, position, created_at)
                select 'bench', %s, %s, 'ご自宅', '湊 花子', '0312345678', '%s', '東京都', '%s', '%s', '1-2-3', '', 1, now() from %s
                """
                        .formatted(
                                People.sqlId('d'),
                                People.sqlId('b'),
                                home.postalCode(),
                                home.city(),
                                home.town(),
                                members));
        execute(
                """
                insert into orders.delivery_choice (coop_id, member_id, address_id, store_id, day, slot_no, chosen_at)
                select 'bench', %s, %s, '%s', '%s', %d, now() from %s
                """
                        .formatted(
                                People.sqlId('b'),
                                People.sqlId('d'),
                                chosen.storeId(),
                                chosen.day(),
                                chosen.number(),
                                members));
    }

    /** Cart n holds ten products from place n of the list on, by the kind of the cart. */
    private void insertLines(int count) {
        var goods = goods();
        var rows = new ArrayList<String>();
        for (int kind = 0; kind < KINDS_OF_CARTS; kind++) {
            for (int line = 0; line < LINES; line++) {
                var offer = goods.get((kind * 7 + line * 3) % goods.size());
                rows.add("(%d, '%s', %d)".formatted(kind, offer.jan(), inTax(offer)));
            }
        }
        execute(
                """
                insert into orders.cart_line (coop_id, member_id, jan, quantity, seen_in_tax_yen, added_at)
                select 'bench', %s, goods.jan, 1, goods.yen, now()
                from generate_series(0, %d) n join (values %s) goods (kind, jan, yen) on goods.kind = (n / %d) %% %d
                """
                        .formatted(
                                People.sqlId('b'),
                                count - 1,
                                String.join(", ", rows),
                                slots.size(),
                                KINDS_OF_CARTS));
    }

    /** Products at one price at all stores on all open days. */
    private List<Offer> goods() {
        var catalog = server.bean(Catalog.class);
        var today = slots.getFirst().day();
        return catalog.categories(BenchServer.COOP).stream()
                .flatMap(
                        category ->
                                catalog
                                        .shelf(
                                                BenchServer.COOP,
                                                "shibuya",
                                                today,
                                                category.code(),
                                                Optional.<Jan>empty(),
                                                500)
                                        .offers()
                                        .stream())
                .filter(offer -> !offer.product().alcohol() && !offer.product().soldByWeight())
                .filter(offer -> inTax(offer) < MOST_YEN && inTax(offer) > 150)
                .filter(this::isTheSameEverywhere)
                .limit(200)
                .toList();
    }

    private boolean isTheSameEverywhere(Offer offer) {
        return slots.stream()
                .allMatch(
                        slot ->
                                server.bean(Catalog.class)
                                        .offer(
                                                BenchServer.COOP,
                                                slot.storeId(),
                                                slot.day(),
                                                offer.jan())
                                        .filter(there -> there.price().equals(offer.price()))
                                        .isPresent());
    }

    private long inTax(Offer offer) {
        var rates =
                server.bean(Policies.class)
                        .at(BenchServer.COOP, TaxRates.class, LocalDate.of(2026, 11, 20));
        return offer.piecePrice().inTax(rates.percent(offer.taxClass())).amount();
    }

    /** Carts of the same contents, for the same slot and home, have the same revision. */
    private void readRevisions() {
        var carts = server.bean(Carts.class);
        for (int kind = 0; kind < slots.size() * KINDS_OF_CARTS; kind++) {
            var cart = carts.view(BenchServer.COOP, People.id('a', kind));
            if (!cart.problems().isEmpty() || cart.lines().size() != LINES) {
                throw new IllegalStateException("not a cart to confirm: " + cart.problems());
            }
            revisions.add(cart.revision());
        }
    }

    private void execute(String statement) {
        server.sql().execute(statement);
    }

    private record Home(String postalCode, String city, String town) {
        static Home near(String storeId) {
            return switch (storeId) {
                case "meguro" -> new Home("1530051", "目黒区", "上目黒");
                case "setagaya" -> new Home("1540024", "世田谷区", "三軒茶屋");
                default -> new Home("1500031", "渋谷区", "桜丘町");
            };
        }
    }
}
