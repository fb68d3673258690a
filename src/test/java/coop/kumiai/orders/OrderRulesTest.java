package coop.kumiai.orders;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CardTerms;
import coop.kumiai.stores.Store;
import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class OrderRulesTest {
    static final OrderLimits LIMITS = new OrderLimits(Yen.of(1500), Yen.of(29999), 6);
    private static final CutleryLimits CUTLERY = new CutleryLimits(6, 6);
    private static final RemarksTerms REMARKS = new RemarksTerms(200);
    private static final ReceiptTerms RECEIPT = new ReceiptTerms(40);
    private static final Store SHIBUYA =
            new Store("shibuya", "渋谷店", "03-0000-0001", "東京都渋谷区", true);

    @ParameterizedTest
    @CsvSource({"1499, false", "1500, true", "29999, true", "30000, false"})
    @Rule("N-ORD-1")
    @DisplayName("1回の注文は税抜1,500円から29,999円まで")
    void anOrderHasALeastAndAMost(long exTax, boolean allowed) {
        assertThat(OrderRules.amount(LIMITS, Yen.of(exTax)).isEmpty()).isEqualTo(allowed);
    }

    @Test
    @Rule({"N-PICK-2", "N-PICK-4", "X-PICK-2"})
    @DisplayName("カードの承認の上限は、代わりの品を希望した方だけ、商品の代金の分だけ上がる")
    void theCeilingLeavesRoomForSubstitutesWhereTheyAreWanted() {
        var terms = new CardTerms(Duration.ofMinutes(30), Duration.ofMinutes(15), 20, 10);
        var lines = List.of(Samples.line(1, PriceMode.INCLUDED, TaxClass.STANDARD, 2, 1005));
        var totals = TotalsTest.totals(lines);
        var wanted = new Wishes(Wishes.Shortage.SUBSTITUTE, "", 0, 0, false, "", false);
        assertThat(OrderRules.ceiling(totals, lines, wanted, terms))
                .isEqualTo(totals.total().plus(Yen.of(201)));
        assertThat(OrderRules.ceiling(totals, lines, Samples.NO_WISHES, terms))
                .isEqualTo(totals.total());
    }

    @Test
    @Rule("N-ORD-1")
    void theRefusalSaysHowMuchIsMissing() {
        assertThat(OrderRules.amount(LIMITS, Yen.of(1180)))
                .hasValueSatisfying(
                        it ->
                                assertThat(it.sentence())
                                        .isEqualTo("ご注文は税抜1,500円からです。あと320円分お選びください。"));
    }

    @Test
    void anEmptyCartIsNoOrder() {
        assertThat(OrderRules.goods(LIMITS, List.of(), Yen.ZERO))
                .containsExactly(new CartRefusal.CartIsEmpty());
    }

    @Test
    void aNewPriceAndAProductNotSoldAreToldWithTheirFigures() {
        var lines =
                List.of(
                        Samples.inCart(2, 100, Optional.of(120L)),
                        Samples.inCart(1, 100, Optional.empty()),
                        Samples.inCart(1, 100, Optional.of(100L)));
        assertThat(OrderRules.goods(LIMITS, lines, Yen.of(2000)))
                .containsExactly(
                        new CartRefusal.PriceHasChanged("キャベツ", Yen.of(100), Yen.of(120)),
                        new CartRefusal.NotSold("キャベツ"));
    }

    @Test
    @Rule("N-ORD-2")
    void aLimitThatWasLoweredMeanwhileCounts() {
        assertThat(
                        OrderRules.goods(
                                LIMITS,
                                List.of(Samples.inCart(7, 300, Optional.of(300L))),
                                Yen.of(2100)))
                .containsExactly(new CartRefusal.TooManyOfOne("キャベツ", 6, 7));
    }

    @ParameterizedTest
    @CsvSource({
        "2006-11-21, 2026-11-21, true",
        "2006-11-22, 2026-11-21, false",
        "2006-11-22, 2026-11-22, true",
        "1946-01-01, 2026-11-21, true",
    })
    @Rule("N-ALC-1")
    @DisplayName("お酒はお届けの日に20歳以上の方だけ")
    void alcoholIsForThoseOfAgeOnTheDayOfDelivery(
            LocalDate birth, LocalDate delivery, boolean allowed) {
        var terms = new AlcoholTerms(20);
        assertThat(OrderRules.age(terms, birth, delivery, true).isEmpty()).isEqualTo(allowed);
        assertThat(OrderRules.age(terms, birth, delivery, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "6, 6, 0", "7, 6, 1", "6, 7, 1", "-1, -1, 2"})
    @Rule("N-ORD-4")
    @DisplayName("割りばしとスプーンはそれぞれ6本まで")
    void thereAreAtMostSixChopsticksAndSpoons(int chopsticks, int spoons, int refusals) {
        var wishes = new Wishes(Wishes.Shortage.CANCEL, "", chopsticks, spoons, false, "", false);
        assertThat(OrderRules.wishes(CUTLERY, REMARKS, RECEIPT, wishes)).hasSize(refusals);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "200, true", "201, false", "10000, false"})
    @Rule("N-ORD-3")
    void remarksHaveAMostThatCountsCharactersAsPeopleDo(int length, boolean allowed) {
        var wishes = wishes("𠮷".repeat(length), false, "");
        assertThat(OrderRules.wishes(CUTLERY, REMARKS, RECEIPT, wishes).isEmpty())
                .isEqualTo(allowed);
    }

    @Test
    @Rule("N-ORD-3")
    void aReceiptHasAnAddresseeAndAnAddresseeAReceipt() {
        assertThat(receipt(true, "湊 花子")).isEmpty();
        assertThat(receipt(false, "")).isEmpty();
        assertThat(receipt(true, "")).containsExactly(new WishesRefusal.ReceiptWithoutAddressee());
        assertThat(receipt(false, "湊 花子"))
                .containsExactly(new WishesRefusal.AddresseeWithoutReceipt());
        assertThat(receipt(true, "あ".repeat(40))).isEmpty();
        assertThat(receipt(true, "あ".repeat(41)))
                .containsExactly(new WishesRefusal.AddresseeTooLong(40, 41));
    }

    @Test
    @Rule({"N-ORD-6", "N-ORD-8"})
    @DisplayName("締切の前は取り消せる。締切からは、お店の電話番号を案内する")
    void anOrderIsCancelledBeforeItsCutoffOnly() {
        var order = Samples.order(OrderVersion.Kind.PLACED, false);
        assertThat(OrderRules.cancelling(order, SHIBUYA, Samples.CUTOFF.minusMillis(1))).isEmpty();
        assertThat(OrderRules.cancelling(order, SHIBUYA, Samples.CUTOFF))
                .hasValueSatisfying(
                        it -> assertThat(it.sentence()).contains("渋谷店", "03-0000-0001"));
    }

    @Test
    void aCancelledOrderIsNotCancelledAgain() {
        var order = Samples.order(OrderVersion.Kind.CANCELLED, true);
        assertThat(OrderRules.cancelling(order, SHIBUYA, Samples.CUTOFF.minusMillis(1)))
                .containsInstanceOf(OrderRefusal.IsCancelled.class);
    }

    @Test
    @Rule({"N-PICK-1", "N-SLOT-5"})
    void pickingBeginsAtTheCutoff() {
        var order = Samples.order(OrderVersion.Kind.PLACED, false);
        var all = Map.of(1, Picked.of(3), 2, Picked.of(1));
        assertThat(OrderRules.picking(order, all, Samples.CUTOFF.minusMillis(1)))
                .hasOnlyElementsOfType(OrderRefusal.NotYetPickable.class);
        assertThat(OrderRules.picking(order, all, Samples.CUTOFF)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "3, 1, 0", "4, 1, 1", "-1, 2, 2"})
    @Rule("N-PICK-1")
    void nobodyFindsMoreThanWasOrdered(int first, int second, int refusals) {
        var order = Samples.order(OrderVersion.Kind.PLACED, false);
        assertThat(
                        OrderRules.picking(
                                order,
                                Map.of(1, Picked.of(first), 2, Picked.of(second)),
                                Samples.CUTOFF))
                .hasSize(refusals);
    }

    @Test
    void everyLineIsPicked() {
        var order = Samples.order(OrderVersion.Kind.PLACED, false);
        assertThat(OrderRules.picking(order, Map.of(1, Picked.of(3)), Samples.CUTOFF))
                .containsExactly(new OrderRefusal.PickedDoesNotFit("品2", 1));
    }

    @Test
    void cancelledAndPickedOrdersAreNotPicked() {
        var all = Map.of(1, Picked.of(3), 2, Picked.of(1));
        assertThat(
                        OrderRules.picking(
                                Samples.order(OrderVersion.Kind.CANCELLED, true),
                                all,
                                Samples.CUTOFF))
                .hasOnlyElementsOfType(OrderRefusal.IsCancelled.class);
        assertThat(
                        OrderRules.picking(
                                Samples.order(OrderVersion.Kind.PICKED, false),
                                all,
                                Samples.CUTOFF))
                .hasOnlyElementsOfType(OrderRefusal.IsPicked.class);
    }

    @ParameterizedTest
    @CsvSource({"7, false", "8, true", "100, true", "101, false"})
    void aKeyHasAFitLength(int length, boolean fits) {
        assertThat(OrderRules.key("k".repeat(length)).isEmpty()).isEqualTo(fits);
    }

    private static List<WishesRefusal> receipt(boolean wanted, String to) {
        return OrderRules.wishes(CUTLERY, REMARKS, RECEIPT, wishes("", wanted, to));
    }

    private static Wishes wishes(String remarks, boolean receipt, String to) {
        return new Wishes(Wishes.Shortage.SUBSTITUTE, remarks, 0, 0, receipt, to, false);
    }
}
