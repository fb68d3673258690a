package coop.kumiai.stores;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

class FeeRulesTest {
    private static final Yen ORDINARY = Yen.of(220);
    private static final FeeCampaign LARGE = campaign("大口割引", OptionalInt.empty(), 3000, 100);
    private static final FeeCampaign SLOT = campaign("3便割引", OptionalInt.of(3), 0, 150);
    private static final FeeCampaign DEARER = campaign("値上げ", OptionalInt.empty(), 0, 500);

    @ParameterizedTest
    @CsvSource({
        "2026-12-27, 2, 3000, 220",
        "2026-12-28, 2, 2999, 220",
        "2026-12-28, 2, 3000, 100",
        "2026-12-30, 2, 3000, 100",
        "2026-12-31, 2, 3000, 220",
        "2026-12-28, 3, 2999, 150",
        "2026-12-28, 3, 3000, 100",
        "2026-12-28, 0, 2999, 220",
    })
    @Rule("N-FEE-1")
    @DisplayName("配達手数料は、日、便、商品合計に合う割引のうち、いちばん安いもの")
    void theLeastFeeOfWhatIsMetCounts(LocalDate day, int slot, long goods, long fee) {
        var chosen = slot == 0 ? OptionalInt.empty() : OptionalInt.of(slot);
        var campaigns = List.of(LARGE, SLOT, DEARER);
        assertThat(FeeRules.fee(ORDINARY, campaigns, day, chosen, Yen.of(goods)).inTax())
                .isEqualTo(Yen.of(fee));
    }

    @Test
    @Rule({"N-FEE-1", "N-ORD-7"})
    @DisplayName("割引の条件を下回る変更では、いつもの手数料に戻る")
    void anOfferIsLostBelowTheGoodsThatItAsksFor() {
        var day = LARGE.firstDay();
        var agreed = FeeRules.fee(ORDINARY, List.of(LARGE), day, OptionalInt.of(2), Yen.of(3000));
        assertThat(agreed.wording()).isEqualTo("配達手数料（大口割引）");
        assertThat(agreed.forGoods(Yen.of(3000))).isEqualTo(agreed);
        assertThat(agreed.forGoods(Yen.of(2999))).isEqualTo(AgreedFee.ordinary(ORDINARY));
        assertThat(AgreedFee.ordinary(ORDINARY).forGoods(Yen.ZERO).wording()).isEqualTo("配達手数料");
    }

    @ParameterizedTest
    @CsvSource({"2026-12-30, ''", "2026-12-31, stores/no-fee-days"})
    void aCampaignHasDaysToCome(LocalDate today, String code) {
        assertThat(FeeRules.announcing(LARGE, today).stream().map(FeeRefusal::code).findFirst())
                .isEqualTo(java.util.Optional.of(code).filter(it -> !it.isEmpty()));
    }

    private static FeeCampaign campaign(String name, OptionalInt slot, long least, long fee) {
        return new FeeCampaign(
                new UUID(0, 1),
                name,
                LocalDate.of(2026, 12, 28),
                LocalDate.of(2026, 12, 30),
                slot,
                Yen.of(least),
                Yen.of(fee));
    }
}
