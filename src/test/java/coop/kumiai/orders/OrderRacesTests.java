package coop.kumiai.orders;

import static coop.kumiai.orders.Shopping.SOAP;
import static coop.kumiai.orders.Shopping.TOMORROW;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.testing.AtOnce;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Several at once on the real database: one wins, the others are told so, and nothing is doubled.
 */
@KumiaiTest
class OrderRacesTests {
    private static final int AT_ONCE = 8;

    @Autowired Orders orders;
    @Autowired PickedOrders pickedOrders;
    @Autowired TestCoops coops;
    @Autowired BusinessClock clock;
    @Autowired TransactionTemplate transaction;
    @Autowired CartStore store;
    @Autowired Carts carts;
    @Autowired Deliveries deliveries;
    @Autowired JdbcTemplate jdbc;
    @Autowired ApplicationContext context;
    CoopId coop;
    Shopping shopping;

    @BeforeEach
    void aCoop() {
        coop = coops.fresh();
        shopping = new Shopping(coop, context);
    }

    @Test
    @Rule("N-SLOT-4")
    @DisplayName("最後の一枠を同時に求めたら、一人だけが得る")
    void ofManyAfterTheLastPlaceOneGetsIt() throws Exception {
        var members = IntStream.range(0, AT_ONCE).mapToObj(at -> shopping.readyMember()).toList();
        shopping.leave(TOMORROW, 1);
        var results =
                AtOnce.all(
                        members.stream()
                                .<Callable<String>>map(
                                        account -> placing(account, "key of " + account))
                                .toList());
        assertThat(results.stream().filter(it -> it.startsWith("done"))).hasSize(1);
        assertThat(results.stream().filter(it -> it.equals("stores/slot-full")))
                .hasSize(AT_ONCE - 1);
        assertThat(shopping.rows("orders.customer_order")).isEqualTo(1);
        assertThat(shopping.rows("orders.cart")).isEqualTo(AT_ONCE - 1);
    }

    @Test
    @DisplayName("同時の二度押しも、注文は一つ")
    void aDoubleClickIsOneOrder() throws Exception {
        var account = shopping.readyMember();
        var placing = placing(account, "the one key");
        var results = AtOnce.all(IntStream.range(0, AT_ONCE).mapToObj(at -> placing).toList());
        assertThat(results).allMatch(it -> it.startsWith("done")).hasSize(AT_ONCE);
        assertThat(results.stream().distinct()).hasSize(1);
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
    }

    @Test
    @DisplayName("二つの画面から同時に確定しても、注文は一つ")
    void manyWindowsAreOneOrder() throws Exception {
        var account = shopping.readyMember();
        var results =
                AtOnce.all(
                        IntStream.range(0, AT_ONCE)
                                .<Callable<String>>mapToObj(
                                        at -> placing(account, "key of window " + at))
                                .toList());
        assertThat(results.stream().distinct()).hasSize(1);
        assertThat(results.getFirst()).startsWith("done");
        assertThat(shopping.rows("orders.customer_order")).isEqualTo(1);
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
    }

    @Test
    @Rule("N-ORD-6")
    void ofManyCancellationsOneCounts() throws Exception {
        var account = shopping.readyMember();
        var order = orders.place(coop, account, shopping.confirmation(account, "the one key"));
        var results =
                AtOnce.all(
                        IntStream.range(0, AT_ONCE)
                                .<Callable<String>>mapToObj(
                                        at ->
                                                () ->
                                                        said(
                                                                () ->
                                                                        orders.cancel(
                                                                                coop,
                                                                                account,
                                                                                order.id())))
                                .toList());
        assertThat(results.stream().filter(it -> it.startsWith("done"))).hasSize(1);
        assertThat(results.stream().filter("orders/is-cancelled"::equals)).hasSize(AT_ONCE - 1);
        assertThat(shopping.taken(TOMORROW)).isZero();
        assertThat(orders.get(coop, order.id()).current().number()).isEqualTo(2);
    }

    @Test
    @Rule({"N-ORD-8", "N-PICK-1"})
    @DisplayName("取り消しのあいだに締切が来たら、ピッキングは取り消しを待つ")
    void pickingWaitsForACancellationUnderWay() throws Exception {
        var account = shopping.readyMember();
        var order = orders.place(coop, account, shopping.confirmation(account, "the one key"));
        clock.standAt(TestClock.jst("2026-11-21T09:59:59"));
        var cancelled = new CountDownLatch(1);
        var picks = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var cancelling =
                    threads.submit(
                            () ->
                                    transaction.executeWithoutResult(
                                            status -> {
                                                orders.cancel(coop, account, order.id());
                                                cancelled.countDown();
                                                await(picks);
                                            }));
            await(cancelled);
            clock.standAt(TestClock.jst("2026-11-21T10:00"));
            var picking =
                    threads.submit(
                            () -> {
                                picks.countDown();
                                return said(
                                        () ->
                                                pickedOrders.record(
                                                        coop,
                                                        order.id(),
                                                        new UUID(0, 7),
                                                        Map.of(1, Picked.of(2))));
                            });
            cancelling.get(20, TimeUnit.SECONDS);
            assertThat(picking.get(20, TimeUnit.SECONDS)).isEqualTo("orders/is-cancelled");
        }
    }

    @Test
    @Rule("N-CART-1")
    @DisplayName("となりの画面で入れたばかりの商品も、確定を待つあいだに見落とさない")
    void whoeverWaitsForACartReadsWhatWasPutInMeanwhile() throws Exception {
        var account = shopping.readyMember();
        var member = deliveries.member(coop, account).memberId();
        var held = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var adding =
                    threads.submit(
                            () ->
                                    transaction.executeWithoutResult(
                                            status -> {
                                                store.lock(coop, member);
                                                held.countDown();
                                                awaitSomebodyWaiting();
                                                carts.add(coop, account, SOAP, 3);
                                            }));
            await(held);
            var waiting =
                    threads.submit(() -> transaction.execute(status -> store.lock(coop, member)));
            adding.get(20, TimeUnit.SECONDS);
            assertThat(waiting.get(20, TimeUnit.SECONDS).orElseThrow().lines())
                    .extracting(KeptCart.Line::jan)
                    .contains(SOAP);
        }
    }

    /** Until another transaction of this database waits for a row. */
    private void awaitSomebodyWaiting() {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (Boolean.FALSE.equals(
                jdbc.queryForObject(
                        "select count(*) > 0 from pg_locks where not granted", Boolean.class))) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private Callable<String> placing(UUID account, String key) {
        var confirmation = shopping.confirmation(account, key);
        return () -> said(() -> orders.place(coop, account, confirmation));
    }

    private static String said(Callable<Order> doing) throws Exception {
        try {
            return "done " + doing.call().id();
        } catch (Refused refused) {
            return refused.refusals().getFirst().code();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
