package coop.kumiai.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {
    @ParameterizedTest
    @CsvSource({"198, 8, 213", "198, 10, 217", "100, 8, 108", "1, 8, 1", "12, 8, 12", "13, 8, 14"})
    void taxComesOnTopAndFractionsOfAYenAreDropped(long excluded, int percent, long included) {
        var price = new Price(PriceMode.EXCLUDED, Yen.of(excluded));
        assertThat(price.inTax(percent)).isEqualTo(Yen.of(included));
        assertThat(price.exTax(percent)).isEqualTo(Yen.of(excluded));
    }

    @ParameterizedTest
    @CsvSource({"216, 8, 200", "213, 8, 198", "598, 8, 554", "550, 10, 500", "1, 8, 1"})
    void thePriceWithoutTaxIsWhatTheTaxInItLeaves(long included, int percent, long excluded) {
        var price = new Price(PriceMode.INCLUDED, Yen.of(included));
        assertThat(price.inTax(percent)).isEqualTo(Yen.of(included));
        assertThat(price.exTax(percent)).isEqualTo(Yen.of(excluded));
    }

    @Test
    void eachTaxClassHasItsRate() {
        var rates = new TaxRates(10, 8);
        assertThat(rates.percent(TaxClass.STANDARD)).isEqualTo(10);
        assertThat(rates.percent(TaxClass.REDUCED)).isEqualTo(8);
        assertThatThrownBy(() -> new TaxRates(8, 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
