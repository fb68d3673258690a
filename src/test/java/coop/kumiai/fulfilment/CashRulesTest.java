package coop.kumiai.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CashOnDelivery;
import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

class CashRulesTest {
    private static final CashOnDelivery TERMS = new CashOnDelivery(Yen.ZERO, 20);
    private static final Yen DUE = Yen.of(1_500);

    @Test
    @Rule("N-PAY-2")
    void twentyCoinsOfAKindAreTakenAndTwentyOneAreNot() {
        assertThat(check(Map.of(Denomination.BILL_1000, 2, Denomination.COIN_10, 20))).isEmpty();
        assertThat(check(Map.of(Denomination.BILL_1000, 2, Denomination.COIN_10, 21)))
                .singleElement()
                .isEqualTo(new CashRefusal.TooManyCoins("cash", Denomination.COIN_10, 20, 21));
        assertThat(check(Map.of(Denomination.BILL_1000, 21))).isEmpty();
    }

    @Test
    @Rule({"N-PAY-2", "N-DELIV-1"})
    void whatIsDueIsEnoughAndOneYenLessIsNot() {
        assertThat(check(Map.of(Denomination.BILL_1000, 1, Denomination.COIN_500, 1))).isEmpty();
        var less =
                Map.of(
                        Denomination.BILL_1000, 1,
                        Denomination.COIN_100, 4,
                        Denomination.COIN_50, 1,
                        Denomination.COIN_10, 4,
                        Denomination.COIN_5, 1,
                        Denomination.COIN_1, 4);
        assertThat(check(less))
                .singleElement()
                .isEqualTo(new CashRefusal.TooLittle("cash", DUE, Yen.of(1_499)));
    }

    @Test
    void nothingCountedMeansExactlyWhatIsDue() {
        assertThat(check(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5000,'1,000円札 3枚、500円玉 1枚'",
        "10000,'5,000円札 1枚、1,000円札 3枚、500円玉 1枚'",
        "1501,'1円玉 1枚'",
        "2166,'500円玉 1枚、100円玉 1枚、50円玉 1枚、10円玉 1枚、5円玉 1枚、1円玉 1枚'",
        "1500,''"
    })
    void changeIsAsFewNotesAndCoinsAsCanBe(long given, String words) {
        var change = Counted.of(DUE, Tender.fewest(Yen.of(given))).change();
        assertThat(change.inWords()).isEqualTo(words);
        assertThat(change.total()).isEqualTo(Yen.of(given).minus(DUE));
    }

    private static List<CashRefusal> check(Map<Denomination, Integer> counts) {
        return CashRules.check("cash", DUE, new Tender(counts), TERMS);
    }
}
