package coop.kumiai.documents;

import static coop.kumiai.testing.TestClock.jst;
import static coop.kumiai.testing.TestOrders.BEER;
import static coop.kumiai.testing.TestOrders.EGGS;
import static coop.kumiai.testing.TestOrders.NO_WISHES;
import static coop.kumiai.testing.TestOrders.RICE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Joining;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.OrderPicked;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.Picked;
import coop.kumiai.orders.PickedOrders;
import coop.kumiai.orders.Wishes;
import coop.kumiai.payments.Payments;
import coop.kumiai.stores.FeeCampaign;
import coop.kumiai.stores.Fees;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestOrders;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

@KumiaiTest
class DocumentsTests {
    private static final SlotId SLOT = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);
    private static final Wishes FOR_A_FIRM =
            new Wishes(Wishes.Shortage.CANCEL, "", 0, 0, true, "株式会社 髙﨑商店", false);

    @Autowired Documents documents;
    @Autowired PaperRegister register;
    @Autowired Orders orders;
    @Autowired PickedOrders pickedOrders;
    @Autowired Fees fees;
    @Autowired Payments payments;
    @Autowired TestOrders some;
    @Autowired TestCoops coops;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher announce;
    CoopId coop;
    UUID desk;

    @BeforeEach
    void aDesk() {
        coop = some.coop();
        desk = some.staff(coop, StaffRole.Kind.DESK, "shibuya");
    }

    @Test
    @Rule("N-RCPT-1")
    @DisplayName("納品書は、ピッキング済みの版から作る適格請求書")
    void theDeliveryNoteIsTheQualifiedInvoiceOfThePickedVersion() {
        var order = place(NO_WISHES, Map.of(RICE, 1, BEER, 2, EGGS, 3));
        assertThat(documents.ofOrder(coop, order.id())).isEmpty();
        pick(order, Map.of(EGGS.digits(), 2, BEER.digits(), 0));
        var note = note(order);
        assertThat(note.number()).isEqualTo("N-2026-000001");
        assertThat(note.isInvoice()).isTrue();
        assertThat(note.legalName()).isEqualTo("適格請求書");
        var content = note.content();
        assertThat(content.seller().registrationNumber()).isEqualTo("T8000000000001");
        assertThat(content.seller().name()).isEqualTo("みなと生活協同組合");
        assertThat(content.addressee()).isEqualTo("山田 花子");
        assertThat(content.suppliedOn()).isEqualTo(SLOT.day());
        assertThat(content.orderNumber()).isEqualTo(order.number());
        assertThat(content.missing()).containsExactly("ビール 350ml 6缶");
        assertThat(content.lines()).extracting(PaperLine::quantity).containsExactlyInAnyOrder(1, 2);
        assertThat(content.lines()).allMatch(line -> line.rate().reduced());
        assertThat(content.fees()).extracting(PaperFee::amount).containsExactly(Yen.of(220));
        var picked = orders.get(coop, order.id()).current().totals();
        assertThat(note.total()).isEqualTo(picked.total());
        assertThat(content.totals().rates())
                .extracting(it -> it.rate().label(), RateSum::tax)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("10%", picked.standard().tax()),
                        org.assertj.core.groups.Tuple.tuple("8%※", picked.reduced().tax()));
        assertThat(note.keepUntil()).isEqualTo(LocalDate.of(2034, 5, 20));
    }

    @ParameterizedTest
    @CsvSource({"0, 配達手数料（年末送料割引）", "100, 配達手数料（年末送料割引）", "220, 配達手数料"})
    @Rule({"N-FEE-1", "N-RCPT-1"})
    @DisplayName("割引で0円になった配達手数料も、割引の名前とともに納品書に載る")
    void aFeeThatACampaignMadeNothingIsNamed(long fee, String wording) {
        var days = SLOT.day();
        var campaign =
                new FeeCampaign(
                        UUID.randomUUID(),
                        "年末送料割引",
                        days,
                        days,
                        OptionalInt.empty(),
                        Yen.ZERO,
                        Yen.of(fee));
        fees.announce(coop, desk, "shibuya", campaign, "試験");
        var order = place(NO_WISHES, Map.of(RICE, 1));
        pick(order, Map.of());
        var note = note(order);
        assertThat(note.content().fees())
                .extracting(PaperFee::wording, PaperFee::amount)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(wording, Yen.of(fee)));
        assertThat(note.content().totals().rates()).hasSize(fee == 0 ? 1 : 2);
        assertThat(note.total()).isEqualTo(orders.get(coop, order.id()).current().totals().total());
    }

    @Test
    @Rule({"N-RCPT-1", "N-JOIN-2"})
    void shareCapitalIsNoSale() {
        var account = some.register(coop, Joining.WEB);
        var order = some.place(coop, account, SLOT, NO_WISHES, Map.of(RICE, 1));
        pick(order, Map.of());
        var content = note(order).content();
        assertThat(content.shareCapital()).isEqualTo(Yen.of(500));
        assertThat(content.collected()).isEqualTo(content.totals().total().plus(Yen.of(500)));
        assertThat(content.totals().total())
                .isEqualTo(orders.get(coop, order.id()).current().totals().total());
    }

    @Test
    @DisplayName("同じお知らせが何度来ても、同時に来ても、納品書は一枚")
    void announcedTwiceItIsMadeOnce() throws InterruptedException, ExecutionException {
        var order = place(NO_WISHES, Map.of(RICE, 1));
        pick(order, Map.of());
        try (var callers = Executors.newFixedThreadPool(4)) {
            var calls = List.<Callable<Void>>of(writing(order), writing(order), writing(order));
            for (var done : callers.invokeAll(calls)) {
                done.get();
            }
        }
        assertThat(documents.ofOrder(coop, order.id())).hasSize(1);
        assertThat(register.prove(coop).sound()).isTrue();
    }

    @Test
    @DisplayName("ピッキングの記録と納品書のお知らせは同じ取引に書かれ、あとから必ず納品書になる")
    void theAnnouncementBecomesAPaper() {
        var order = place(NO_WISHES, Map.of(RICE, 1));
        pick(order, Map.of());
        transaction.executeWithoutResult(
                it -> announce.publishEvent(new OrderPicked(coop, order.id(), 2)));
        awaitHeard();
        assertThat(documents.ofOrder(coop, order.id())).hasSize(1);
    }

    @Test
    @DisplayName("番号は生協ごと年ごとに抜けなく、年が変われば1番から")
    void numbersHaveNoGaps() {
        var first = place(NO_WISHES, Map.of(RICE, 1));
        var second = place(NO_WISHES, Map.of(RICE, 1));
        pick(first, Map.of());
        pick(second, Map.of());
        note(first);
        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        it -> {
                                            documents.write(coop, second.id());
                                            throw new IllegalStateException("killed");
                                        }))
                .hasMessage("killed");
        clock.standAt(jst("2027-01-01T00:00"));
        var later = Map.of(first.current().lines().getFirst().number(), 1);
        assertThat(documents.giveBack(coop, returned("k1", first, later)).number())
                .isEqualTo("H-2027-000001");
        assertThat(note(second).number()).isIn("N-2026-000002", "N-2027-000001");
        var elsewhere = some.coop();
        assertThat(documents.ofOrder(elsewhere, first.id())).isEmpty();
        assertThatThrownBy(() -> documents.get(elsewhere, "N-2026-000001"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @Rule("N-RCPT-2")
    @DisplayName("注文のときに頼んだ領収書は、代金を受け取ったあとに作る")
    void aReceiptThatTheCheckoutAskedForComesWithTheMoney() {
        var order = place(FOR_A_FIRM, Map.of(RICE, 1, BEER, 1));
        pick(order, Map.of());
        assertThat(note(order).counterparty()).isEqualTo("株式会社 髙﨑商店");
        assertThat(receipt(order)).isEmpty();
        pay(order);
        var receipt = receipt(order).orElseThrow();
        assertThat(receipt.number()).isEqualTo("R-2026-000001");
        assertThat(receipt.counterparty()).isEqualTo("株式会社 髙﨑商店");
        assertThat(receipt.total()).isEqualTo(note(order).total());
        assertThat(receipt.content().about()).isEqualTo(note(order).number());
        assertThat(receipt.isInvoice()).as("one sale has one invoice").isFalse();
        assertThat(note(order).isInvoice()).isTrue();
        assertRefused(
                () -> documents.exchange(coop, desk, note(order).number(), "別の会社", true),
                "documents/has-receipt");
    }

    @Test
    @Rule("N-RCPT-2")
    @DisplayName("頼み忘れた領収書は納品書と引き換え。引き換えた納品書は請求書でなくなる")
    void forgottenAReceiptIsGivenForTheNote() {
        var order = place(NO_WISHES, Map.of(RICE, 1));
        pick(order, Map.of());
        var note = note(order).number();
        assertRefused(
                () -> documents.exchange(coop, desk, note, "髙﨑商店", true), "documents/not-paid");
        pay(order);
        assertRefused(
                () -> documents.exchange(coop, desk, note, "　", false),
                "documents/no-addressee",
                "documents/note-not-given-back");
        assertRefused(
                () -> documents.exchange(coop, desk, note, "あ".repeat(41), true),
                "documents/addressee-too-long");
        var receipt = documents.exchange(coop, desk, note, " 髙﨑商店 ", true);
        assertThat(receipt.counterparty()).isEqualTo("髙﨑商店");
        assertThat(receipt.isInvoice()).isTrue();
        assertThat(receipt.total()).as("never for a part").isEqualTo(note(order).total());
        assertThat(note(order).exchangedFor()).contains(receipt.number());
        assertThat(note(order).isInvoice()).isFalse();
        assertRefused(
                () -> documents.exchange(coop, desk, note, "髙﨑商店", true), "documents/has-receipt");
        assertThatThrownBy(() -> documents.exchange(coop, desk, receipt.number(), "髙﨑商店", true))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @Rule("N-RET-1")
    @DisplayName("返還請求書は納品書の金額と税率で、二度返すことはできない")
    void aReturnHasAPaperOfItsOwn() {
        var order = place(NO_WISHES, Map.of(RICE, 1, EGGS, 3));
        pick(order, Map.of());
        note(order);
        var eggs = lineOf(order, EGGS.digits());
        var first = documents.giveBack(coop, returned("desk-1", order, Map.of(eggs, 1)));
        assertThat(first.number()).isEqualTo("H-2026-000001");
        assertThat(first.legalName()).isEqualTo("適格返還請求書");
        assertThat(first.total()).isEqualTo(Yen.of(321));
        assertThat(first.content().about()).isEqualTo("N-2026-000001");
        assertThat(first.content().aboutDay()).isEqualTo(SLOT.day());
        assertThat(documents.giveBack(coop, returned("desk-1", order, Map.of(eggs, 1))))
                .isEqualTo(first);
        assertRefused(
                () -> documents.giveBack(coop, returned("desk-1", order, Map.of(eggs, 2))),
                "documents/key-of-another");
        assertRefused(
                () -> documents.giveBack(coop, returned("desk-2", order, Map.of(eggs, 3))),
                "documents/more-than-delivered");
        var second = documents.giveBack(coop, returned("desk-2", order, Map.of(eggs, 2)));
        assertThat(first.total().plus(second.total()))
                .isEqualTo(Yen.of(298 * 3).portionRoundedDown(108, 100));
        assertThat(documents.givenBack(coop, order.id())).containsExactly(Map.entry(eggs, 3));
    }

    @Test
    @DisplayName("0%になった日からの納品書は0%で、その前の返品は前の税率で")
    void aRateOfNoughtFromADay() {
        coops.decide(coop, new coop.kumiai.catalog.TaxRates(10, 0), "", LocalDate.of(2026, 11, 20));
        var order = place(NO_WISHES, Map.of(RICE, 1, BEER, 1));
        pick(order, Map.of());
        var rates = note(order).content().totals().rates();
        assertThat(rates).extracting(it -> it.rate().label()).containsExactly("10%", "0%※");
        assertThat(rates.getLast())
                .isEqualTo(new RateSum(new PaperRate(0, true), Yen.of(2480), Yen.ZERO));
    }

    private Order place(Wishes wishes, Map<coop.kumiai.catalog.Jan, Integer> goods) {
        clock.standAt(jst("2026-11-20T08:00"));
        return some.place(coop, some.register(coop, Joining.EXISTING), SLOT, wishes, goods);
    }

    /** All of it but what is named. */
    private void pick(Order order, Map<String, Integer> found) {
        clock.standAt(jst("2026-11-20T11:00"));
        var quantities =
                order.current().lines().stream()
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        OrderLine::number,
                                        line ->
                                                Picked.of(
                                                        found.getOrDefault(
                                                                line.jan().digits(),
                                                                line.quantity()))));
        pickedOrders.record(coop, order.id(), desk, quantities);
    }

    private void pay(Order order) {
        var ref = Payments.order(order.id());
        payments.collect(coop, ref, payments.get(coop, ref).amount(), desk);
    }

    private Paper note(Order order) {
        documents.write(coop, order.id());
        return documents.ofOrder(coop, order.id()).getFirst();
    }

    private Optional<Paper> receipt(Order order) {
        documents.write(coop, order.id());
        return documents.ofOrder(coop, order.id()).stream()
                .filter(it -> it.kind() == PaperKind.RECEIPT)
                .findFirst();
    }

    private Callable<Void> writing(Order order) {
        return () -> {
            documents.write(coop, order.id());
            return null;
        };
    }

    private Return returned(String key, Order order, Map<Integer, Integer> pieces) {
        return new Return(
                key, order.id(), LocalDate.of(2026, 11, 22), pieces, "お好みに合わない", Optional.of(desk));
    }

    private static int lineOf(Order order, String jan) {
        return order.current().lines().stream()
                .filter(line -> line.jan().digits().equals(jan))
                .findFirst()
                .orElseThrow()
                .number();
    }

    /** Waits, with an end, until every announcement about papers of this co-op was heard. */
    private void awaitHeard() {
        var open =
                """
                select count(*) from events.event_publication
                where listener_id like '%PaperWriter%' and serialized_event like ?
                """;
        var end = System.nanoTime() + 20_000_000_000L;
        while (sql.fetchSingle(open, "%" + coop.code() + "\"%").get(0, long.class) > 0) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static void assertRefused(Runnable deed, String... codes) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        it ->
                                assertThat(it.refusals())
                                        .extracting(refusal -> refusal.code())
                                        .containsExactlyInAnyOrder(codes));
    }
}
