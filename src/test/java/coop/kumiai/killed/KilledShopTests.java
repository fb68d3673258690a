package coop.kumiai.killed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.util.concurrent.CompletableFuture.runAsync;

import coop.kumiai.testing.MailSink;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestDatabase;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * {@code kill -9} in the middle of confirmations, again and again: whatever the moment, nothing is
 * half done, and asking again under the same key finds the order or makes it.
 */
@Tag("application")
@Tag("slow")
class KilledShopTests {
    private static final int KILLS = 3;

    /** When carts still live, and what a process left unsaid counts as left over. */
    private static final String LATER = "2026-11-20T08:45";

    private static final int ORDERS_BEFORE_A_KILL = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;
    private final List<Shopper> shoppers =
            IntStream.range(0, Shoppers.COUNT).mapToObj(Shopper::new).toList();
    private Optional<ShopProcess> shop = Optional.empty();
    private String database = "";
    private DSLContext sql;
    private MailSink mails;

    @BeforeEach
    void openDatabaseAndMailServer() throws IOException {
        database = TestDatabase.fresh();
        sql = DSL.using(database, "postgres", "");
        mails = new MailSink();
    }

    @AfterEach
    void endAll() throws Exception {
        kill();
        mails.close();
    }

    @Test
    @Rule({"N-SLOT-4", "N-ORD-5"})
    void whateverTheMomentAllIsDoneOrNothingIs() throws Exception {
        var port = start("2026-11-20T08:00");
        Shoppers.register(sql);
        sql.execute("update stores.slot set capacity = 1000 where slot_no > 1");
        for (int kill = 1; kill <= KILLS; kill++) {
            killWhileTheyShop(port);
            port = start(kill < KILLS ? "2026-11-20T08:%d0".formatted(kill) : LATER);
            askAgain(port);
        }
        assertThat(shoppers).noneMatch(Shopper::hasOpen);
        booksAreRight();
        everyOrderIsMailed();
    }

    private int start(String now) throws IOException {
        var started = ShopProcess.start(folder, database, mails, now);
        shop = Optional.of(started);
        return started.port();
    }

    private void kill() throws InterruptedException {
        if (shop.isPresent()) {
            shop.get().kill();
            shop = Optional.empty();
        }
    }

    private void killWhileTheyShop(int port) throws Exception {
        var before = count("orders.customer_order");
        var shopping = runAsync(() -> shop(port));
        var enough = before + ThreadLocalRandom.current().nextInt(1, ORDERS_BEFORE_A_KILL);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> count("orders.customer_order") >= enough);
        kill();
        shopping.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void shop(int port) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    shoppers.stream()
                            .map(it -> runAsync(() -> it.shop(port), threads))
                            .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        }
    }

    private void askAgain(int port) {
        shoppers.forEach(
                shopper -> {
                    try {
                        shopper.askAgain(port);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private void booksAreRight() {
        var acknowledged = shoppers.stream().flatMap(it -> it.orders().stream()).toList();
        assertThat(acknowledged).doesNotHaveDuplicates();
        assertThat(sql.fetch("select order_id::text from orders.customer_order").getValues(0))
                .as("every order was acknowledged once, and every acknowledged order is there")
                .map(Object::toString)
                .containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(
                        sql.fetch(
                                """
                                select s.day, s.slot_no, s.taken, count(o.order_id)
                                from stores.slot s
                                left join orders.customer_order o using (coop_id, store_id, day, slot_no)
                                group by s.coop_id, s.store_id, s.day, s.slot_no
                                having s.taken <> count(o.order_id)
                                """))
                .as("no place is lost and none is given twice")
                .isEmpty();
        assertThat(count("orders.confirmation")).isEqualTo(acknowledged.size());
        assertThat(count("orders.order_version")).isEqualTo(acknowledged.size());
        assertThat(count("orders.order_line")).isEqualTo(acknowledged.size());
        assertThat(
                        number(
                                """
                                select count(*) from orders.order_version v join payments.payment p
                                  on p.coop_id = v.coop_id and p.payable_ref like '%' || v.order_id
                                where p.amount_yen = v.total_yen and p.state = 'due'
                                """))
                .as("one sum is due for each")
                .isEqualTo(acknowledged.size())
                .isEqualTo(count("payments.payment"));
        assertThat(
                        number(
                                """
                                select count(*) from orders.cart c join orders.customer_order o
                                  on o.coop_id = c.coop_id and o.cart_id = c.cart_id
                                """))
                .as("no cart is left that became an order")
                .isZero();
    }

    private void everyOrderIsMailed() {
        var subjects =
                sql.fetch("select order_number from orders.customer_order").getValues(0).stream()
                        .map("ご注文を承りました（ご注文番号 %s）"::formatted)
                        .toList();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mails.subjects()).containsAll(subjects));
    }

    private long count(String table) {
        return number("select count(*) from " + table);
    }

    private long number(String question) {
        return sql.fetchSingle(question).get(0, long.class);
    }
}
