package coop.kumiai.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.Rule;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class FlyerRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Jan JAN = new Jan(ProductLines.jan(1));
    private static final Product LEEK =
            new Product(
                    JAN,
                    "長ねぎ 3本入",
                    "ナガネギ",
                    "",
                    "vegetables",
                    "3本入",
                    TaxClass.REDUCED,
                    OptionalInt.empty(),
                    false,
                    false,
                    "J-04-1",
                    "leek.svg");

    @ParameterizedTest
    @Rule("N-CAT-2")
    @CsvSource({
        "2026-11-20, 2026-11-20, ",
        "2026-11-19, 2026-11-20, catalog/no-flyer-days",
        "2026-11-22, 2026-11-21, catalog/no-flyer-days",
        "2026-11-21, 2026-11-27, ",
        "2026-11-21, 2026-11-28, catalog/flyer-too-long",
        "2026-11-30, 2026-11-30, ",
        "2026-12-01, 2026-12-01, catalog/flyer-too-far-ahead",
    })
    void itsDaysAreToComeAndNotTooMany(LocalDate from, LocalDate to, String code) {
        assertThat(codes(from, to, true)).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @Rule("N-CAT-2")
    @CsvSource({
        // a flyer price that is there
        "2026-11-18, 2026-11-22, false",
        "2026-11-18, 2026-11-23, true",
        "2026-11-23, 2026-11-24, true",
        "2026-11-20, 2026-11-30, true",
        "2026-11-25, 2026-11-28, true",
        "2026-11-26, 2026-11-28, false",
        // an ordinary price
        "2026-01-01, , false",
        "2026-11-22, , false",
        "2026-11-23, , true",
        "2026-11-25, , true",
        "2026-11-26, , false",
    })
    void onADayThereIsOnePrice(LocalDate from, LocalDate to, boolean clash) {
        var there = new FlyerRules.Days(from, Optional.ofNullable(to));
        var wanted = line(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 25));
        assertThat(there.clashWith(wanted)).isEqualTo(clash);
        assertThat(codes(wanted, true, there))
                .isEqualTo(clash ? List.of("catalog/flyer-overlaps") : List.of());
    }

    @ParameterizedTest
    @Rule("N-CAT-2")
    @CsvSource({"true, ", "false, catalog/flyer-not-sold"})
    void whatTheStoreDoesNotSellHasNoFlyerPrice(boolean sold, String code) {
        assertThat(codes(TODAY, TODAY, sold)).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest
    @CsvSource({
        "1, incl, 2026-11-20, ",
        "'１，９８０円', excl, 2026-11-20, ",
        "0, incl, 2026-11-20, catalog/no-flyer-price",
        "198.5, incl, 2026-11-20, catalog/no-flyer-price",
        "198, both, 2026-11-20, catalog/no-flyer-price",
        "198, incl, 2026-11-31, catalog/no-flyer-days",
        "198, incl, あす, catalog/no-flyer-days",
    })
    void whatIsTypedIsReadOrRefused(String yen, String mode, String day, String code) {
        var cells =
                Map.of(
                        "jan", JAN.digits(),
                        "price_mode", mode,
                        "price_yen", yen,
                        "valid_from", day,
                        "valid_to", day);
        try {
            var line = FlyerLine.read(column -> cells.getOrDefault(column, ""));
            assertThat(code).isNull();
            assertThat(line.from()).isEqualTo(line.to());
        } catch (Refused refused) {
            assertThat(refused.refusals()).extracting(Refusal::code).containsExactly(code);
        }
    }

    private static List<String> codes(LocalDate from, LocalDate to, boolean sold) {
        return codes(line(from, to), sold);
    }

    private static List<String> codes(FlyerLine line, boolean sold, FlyerRules.Days... there) {
        var terms = new FlyerTerms(7, 10, 30);
        return FlyerRules.entering(line, LEEK, sold, List.of(there), TODAY, terms).stream()
                .map(Refusal::code)
                .toList();
    }

    private static FlyerLine line(LocalDate from, LocalDate to) {
        return new FlyerLine(JAN, new Price(PriceMode.INCLUDED, Yen.of(198)), from, to);
    }
}
