package coop.kumiai.orders;

import static coop.kumiai.kernel.PriceMode.EXCLUDED;
import static coop.kumiai.kernel.PriceMode.INCLUDED;
import static coop.kumiai.kernel.TaxClass.REDUCED;
import static coop.kumiai.kernel.TaxClass.STANDARD;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.catalog.TaxRates;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;
import coop.kumiai.stores.AgreedFee;
import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class TotalsTest {
    private static final TaxRates RATES = new TaxRates(10, 8);
    private static final Yen FEE = Yen.of(220);

    @Test
    @DisplayName("消費税は税率ごとに一回だけ計算する")
    void taxIsReckonedOncePerRate() {
        var totals =
                Totals.of(
                        List.of(
                                Samples.line(1, EXCLUDED, STANDARD, 1, 105),
                                Samples.line(2, EXCLUDED, STANDARD, 1, 107)),
                        RATES,
                        AgreedFee.ordinary(Yen.ZERO),
                        Yen.ZERO);
        assertThat(totals.standard()).isEqualTo(new RateTotal(10, Yen.of(233), Yen.of(21)));
        assertThat(totals.goodsExTax()).isEqualTo(Yen.of(212));
    }

    @Test
    @DisplayName("税込500円の商品は500円のまま")
    void anIncludedPriceStaysWhatItIs() {
        var totals =
                Totals.of(
                        List.of(Samples.line(1, INCLUDED, STANDARD, 1, 500)),
                        RATES,
                        AgreedFee.ordinary(Yen.ZERO),
                        Yen.ZERO);
        assertThat(totals.total()).isEqualTo(Yen.of(500));
        assertThat(totals.standard().tax()).isEqualTo(Yen.of(45));
    }

    @Test
    @Rule({"N-FEE-1", "N-PAY-1"})
    void feesAreTaxIncludedAtTheStandardRateAndNoGoods() {
        var totals =
                Totals.of(
                        List.of(Samples.line(1, EXCLUDED, REDUCED, 2, 1000)),
                        RATES,
                        AgreedFee.ordinary(FEE),
                        Yen.of(330));
        assertThat(totals.standard()).isEqualTo(new RateTotal(10, Yen.of(550), Yen.of(50)));
        assertThat(totals.reduced()).isEqualTo(new RateTotal(8, Yen.of(2160), Yen.of(160)));
        assertThat(totals.goodsExTax()).isEqualTo(Yen.of(2000));
        assertThat(totals.goodsInTax()).isEqualTo(Yen.of(2160));
        assertThat(totals.total()).isEqualTo(Yen.of(2710));
    }

    @ParameterizedTest
    @CsvSource({"1, 1499", "1, 1500", "1, 29999", "6, 333", "3, 9999"})
    @DisplayName("税抜価格の商品の税抜合計は、価格の合計そのもの")
    void theGoodsBeforeTaxOfExcludedPricesAreTheirSum(int quantity, long yen) {
        for (var taxClass : TaxClass.values()) {
            var lines = List.of(Samples.line(1, EXCLUDED, taxClass, quantity, yen));
            assertThat(totals(lines).goodsExTax()).isEqualTo(Yen.of(quantity * yen));
        }
    }

    @RepeatedTest(500)
    @DisplayName("どんな注文でも、部分の合計は全体に等しい")
    void thePartsAlwaysAddUp(RepetitionInfo repetition) {
        var random = new SplittableRandom(20261121L + repetition.getCurrentRepetition());
        var lines =
                IntStream.range(0, random.nextInt(1, 30))
                        .mapToObj(at -> anyLine(at + 1, random))
                        .toList();
        var totals = totals(lines);
        assertThat(totals.total())
                .isEqualTo(totals.goodsInTax().plus(totals.deliveryFee()).plus(totals.paymentFee()))
                .isEqualTo(totals.standard().inTax().plus(totals.reduced().inTax()));
        for (var rate : List.of(totals.standard(), totals.reduced())) {
            assertThat(rate.exTax().plus(rate.tax())).isEqualTo(rate.inTax());
            assertThat(rate.tax().amount() * (100 + rate.percent()))
                    .isBetween(
                            rate.inTax().amount() * rate.percent() - (99 + rate.percent()),
                            rate.inTax().amount() * rate.percent());
        }
        assertThat(totals(lines.reversed())).isEqualTo(totals);
    }

    static OrderTotals totals(List<OrderLine> lines) {
        return Totals.of(lines, RATES, AgreedFee.ordinary(FEE), Yen.ZERO);
    }

    private static OrderLine anyLine(int number, SplittableRandom random) {
        return Samples.line(
                number,
                random.nextBoolean() ? PriceMode.INCLUDED : PriceMode.EXCLUDED,
                random.nextBoolean() ? TaxClass.STANDARD : TaxClass.REDUCED,
                random.nextInt(0, 7),
                random.nextLong(1, 5000));
    }
}
