package coop.kumiai.documents;

import static coop.kumiai.documents.PaperSamples.FEE;
import static coop.kumiai.documents.PaperSamples.REDUCED;
import static coop.kumiai.documents.PaperSamples.STANDARD;
import static coop.kumiai.documents.PaperSamples.excluded;
import static coop.kumiai.documents.PaperSamples.included;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.coupons.Benefit;
import coop.kumiai.coupons.Benefit.Target;
import coop.kumiai.coupons.CouponSamples;
import coop.kumiai.coupons.Outcome;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The golden cases of papers, and a thousand random ones: every sum is exact. */
class PaperRulesTest {
    private static final PaperRate NOUGHT = new PaperRate(0, true);

    @Test
    @Rule("N-RCPT-1")
    @DisplayName("端数処理は一枚の書類で税率ごとに一回だけ")
    void taxIsRoundedOncePerRate() {
        var lines = List.of(excluded(1, 3, 33, REDUCED), excluded(2, 1, 98, REDUCED));
        var totals = PaperRules.totals(lines, List.of(), List.of());
        assertThat(totals.rates()).containsExactly(sum(REDUCED, 212, 15));
        assertThat(lines.stream().mapToLong(it -> PaperRules.inTax(it).amount()).sum())
                .as("line by line it would be less")
                .isEqualTo(211);
    }

    @Test
    @Rule("N-RCPT-1")
    @DisplayName("8%と10%を分けて合計し、配達手数料は10%に入る")
    void ratesStandApart() {
        var lines = List.of(included(1, 2, 250, REDUCED), included(2, 1, 770, STANDARD));
        var totals = PaperRules.totals(lines, List.of(FEE), List.of());
        assertThat(totals.rates()).containsExactly(sum(STANDARD, 990, 90), sum(REDUCED, 500, 37));
        assertThat(totals.total()).isEqualTo(Yen.of(1490));
        assertThat(totals.exTax()).isEqualTo(Yen.of(1363));
    }

    @Test
    @Rule("N-RCPT-2")
    @DisplayName("一部だけいただいた代金は、税率の割合で分け、税を計算し直す")
    void whatWasNotPaidIsSplitOverTheRates() {
        var lines = List.of(included(1, 2, 250, REDUCED), included(2, 1, 770, STANDARD));
        var sold = PaperRules.totals(lines, List.of(FEE), List.of());
        assertThat(PaperRules.paid(sold, Yen.of(1490))).isEqualTo(sold);
        var paid = PaperRules.paid(sold, Yen.of(1000));
        assertThat(paid.rates()).containsExactly(sum(STANDARD, 664, 60), sum(REDUCED, 336, 24));
        assertThat(PaperRules.paid(sold, Yen.ZERO).rates()).isEmpty();
    }

    @Test
    @DisplayName("二つの税率にまたがる値引きは、価格の割合で分ける")
    void aDiscountOverTwoRatesIsSplitByTheirPrices() {
        var lines = List.of(included(1, 1, 2000, REDUCED), included(2, 1, 1001, STANDARD));
        var adjustments =
                PaperRules.apply(
                        List.of(Adjustment.ofGoods("クーポン", Yen.of(100))), lines, List.of(FEE));
        assertThat(adjustments.getFirst().shares())
                .containsExactly(
                        new PaperAdjustment.Share(STANDARD, Yen.of(33)),
                        new PaperAdjustment.Share(REDUCED, Yen.of(67)));
        assertThat(adjustments.getFirst().split()).isEqualTo("10%対象 33円、8%※対象 67円");
        var totals = PaperRules.totals(lines, List.of(FEE), adjustments);
        assertThat(totals.rates())
                .containsExactly(sum(STANDARD, 1188, 108), sum(REDUCED, 1933, 143));
    }

    @Test
    @DisplayName("商品より大きいクーポンは商品の金額まで")
    void aCouponLargerThanItsLineTakesTheLineAndNoMore() {
        var lines = List.of(included(1, 1, 150, REDUCED), included(2, 1, 1000, REDUCED));
        var adjustments =
                PaperRules.apply(
                        List.of(Adjustment.ofLines("牛乳 300円引き", Yen.of(300), List.of(1))),
                        lines,
                        List.of());
        assertThat(adjustments.getFirst().amount()).isEqualTo(Yen.of(150));
        assertThat(PaperRules.totals(lines, List.of(), adjustments).total())
                .isEqualTo(Yen.of(1000));
    }

    @Test
    @DisplayName("全部より大きいクーポンは全部まで。0円の税率は載せない")
    void aCouponLargerThanAllGoodsLeavesTheFee() {
        var lines = List.of(included(1, 1, 150, REDUCED), included(2, 1, 100, STANDARD));
        var adjustments =
                PaperRules.apply(
                        List.of(
                                Adjustment.ofGoods("1,000円引き", Yen.of(1000)),
                                Adjustment.ofGoods("もう一枚", Yen.of(10)),
                                Adjustment.ofFees("配達手数料 100円引き", Yen.of(100))),
                        lines,
                        List.of(FEE));
        assertThat(adjustments)
                .extracting(PaperAdjustment::amount)
                .containsExactly(Yen.of(250), Yen.of(100));
        var totals = PaperRules.totals(lines, List.of(FEE), adjustments);
        assertThat(totals.rates()).containsExactly(sum(STANDARD, 120, 10));
    }

    @Test
    @DisplayName("税率0%の日からは、0%として載せて税は0円")
    void aRateOfNoughtIsARateOfItsOwn() {
        var lines = List.of(excluded(1, 2, 298, NOUGHT), excluded(2, 1, 500, STANDARD));
        var totals = PaperRules.totals(lines, List.of(FEE), List.of());
        assertThat(totals.rates()).containsExactly(sum(STANDARD, 770, 70), sum(NOUGHT, 596, 0));
        assertThat(totals.rates().getLast().rate().label()).isEqualTo("0%※");
    }

    @Test
    @Rule("N-PICK-4")
    @DisplayName("量り売りは量った重さの金額で合計する")
    void weighedGoodsCountByTheirWeight() {
        var weighed =
                new PaperLine(
                        1,
                        "豚バラ",
                        "約300g",
                        1,
                        PriceMode.EXCLUDED,
                        Yen.of(474),
                        Yen.of(494),
                        REDUCED,
                        Optional.of(new PaperLine.Weighing(313, Yen.of(158))));
        var totals = PaperRules.totals(List.of(weighed), List.of(), List.of());
        assertThat(totals.rates()).containsExactly(sum(REDUCED, 533, 39));
    }

    @Test
    @DisplayName("でたらめな千枚：クーポンの税率ごとの分け方は、注文と納品書で一円も違わない")
    void aCouponIsSplitAsTheOrderSplitIt() {
        var random = new Random(20261122);
        for (int paper = 0; paper < 1000; paper++) {
            var lines = PaperSamples.lines(random);
            var only = Set.of(PaperSamples.jan(1), PaperSamples.jan(3));
            var target = random.nextBoolean() ? Target.ALL : new Target(only, Set.of());
            var coupon =
                    CouponSamples.of(new Benefit.Amount(Yen.of(1 + random.nextInt(3000)), target))
                            .coupon();
            var discount =
                    ((Outcome.Applies) coupon.appliedTo(PaperSamples.basket(lines))).discount();
            var adjustment =
                    discount.lines().isEmpty()
                            ? Adjustment.ofGoods("クーポン", discount.amount())
                            : Adjustment.ofLines("クーポン", discount.amount(), discount.lines());
            var taken = PaperRules.apply(List.of(adjustment), lines, List.of()).getFirst();
            assertThat(taken.amount(STANDARD)).isEqualTo(discount.standard());
            assertThat(taken.amount(REDUCED)).isEqualTo(discount.reduced());
        }
    }

    @Test
    @DisplayName("でたらめな千枚：合計は明細と値引きから一円もずれない")
    void anySumsAreExact() {
        var random = new Random(20261120);
        for (int paper = 0; paper < 1000; paper++) {
            var lines = PaperSamples.lines(random);
            var wished = PaperSamples.adjustments(random, lines);
            var adjustments = PaperRules.apply(wished, lines, List.of(FEE));
            var totals = PaperRules.totals(lines, List.of(FEE), adjustments);
            assertExact(lines, adjustments, totals);
            for (var adjustment : adjustments) {
                assertThat(wished)
                        .anyMatch(
                                it ->
                                        it.wording().equals(adjustment.wording())
                                                && !it.amount().isLessThan(adjustment.amount()));
            }
        }
    }

    private static void assertExact(
            List<PaperLine> lines, List<PaperAdjustment> adjustments, PaperTotals totals) {
        var gross =
                PaperRules.rates(lines, List.of()).stream()
                        .mapToLong(rate -> PaperRules.goods(lines, rate).amount())
                        .sum();
        var off = adjustments.stream().mapToLong(it -> it.amount().amount()).sum();
        assertThat(totals.total().amount()).isEqualTo(gross + FEE.amount().amount() - off);
        assertThat(totals.exTax().plus(totals.tax())).isEqualTo(totals.total());
        for (var sum : totals.rates()) {
            assertThat(sum.inTax().amount()).isPositive();
            var percent = sum.rate().percent();
            assertThat(sum.tax())
                    .isEqualTo(sum.inTax().portionRoundedDown(percent, 100L + percent));
        }
        var net = PaperRules.netByLine(lines, adjustments);
        var offFees =
                adjustments.stream()
                        .filter(it -> it.scope() == Adjustment.Scope.FEES)
                        .mapToLong(it -> it.amount().amount())
                        .sum();
        assertThat(net.values()).allMatch(it -> it.amount() >= 0);
        assertThat(Yen.sum(net.values()).amount()).isEqualTo(gross - off + offFees);
    }

    private static RateSum sum(PaperRate rate, long inTax, long tax) {
        return new RateSum(rate, Yen.of(inTax), Yen.of(tax));
    }
}
