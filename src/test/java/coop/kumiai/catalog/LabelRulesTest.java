package coop.kumiai.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;

class LabelRulesTest {
    private static final String[] NUTRITION = {"100g", "165", "10.5", "8.10", "12", "0.9"};

    @Test
    void allergensAreReadInTheOrderOfLabels() {
        var label = LabelRules.read(label("大豆・小麦・ 卵", "", "", "", "", "", ""));
        assertThat(label.names(true)).containsExactly("小麦", "卵");
        assertThat(label.names(false)).containsExactly("大豆");
        assertThat(label.nutrition()).isEmpty();
    }

    @Test
    void noneOfThemIsAnotherThingThanNothingKnown() {
        var none = LabelRules.read(label("なし", "", "", "", "", "", ""));
        assertThat(none.allergens()).hasValueSatisfying(it -> assertThat(it).isEmpty());
        assertThat(none.isUnknown()).isFalse();
        assertThat(LabelRules.read(label("", "", "", "", "", "", "")).isUnknown()).isTrue();
    }

    @Test
    void nutritionKeepsThePlacesOfTheLabel() {
        var nutrition = LabelRules.read(nutrition("8.10")).nutrition().orElseThrow();
        assertThat(nutrition.per()).isEqualTo("100g");
        assertThat(nutrition.fatGrams()).isEqualTo(new BigDecimal("8.10"));
        assertThat(nutrition.saltGrams()).isEqualTo(new BigDecimal("0.9"));
    }

    @ParameterizedTest
    @CsvSource({"0", "0.5", "99999", "99999.99"})
    void figuresMayBe(String fat) {
        assertThat(LabelRules.reasons(nutrition(fat))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "-1", "100000", "1.234", ".5", "少量"})
    void figuresMayNotBe(String fat) {
        assertThat(LabelRules.reasons(nutrition(fat)))
                .singleElement()
                .asString()
                .startsWith("fat_g「" + fat + "」は、12.3のような数にしてください");
    }

    @Test
    void figuresWithoutAnAmountAreRefused() {
        assertThat(LabelRules.reasons(label("", "", "165", "10.5", "8.1", "12", "0.9")))
                .singleElement()
                .asString()
                .startsWith("nutrition_per");
    }

    @ParameterizedTest
    @CsvSource({"そば粉, そば粉", "小麦・・卵, ''", "wheat, wheat"})
    void whatIsNoAllergenIsRefused(String cell, String named) {
        assertThat(LabelRules.reasons(label(cell, "", "", "", "", "", "")))
                .singleElement()
                .asString()
                .startsWith("allergens「" + named + "」は、アレルゲンの名前ではありません");
    }

    @Test
    void theLawNamesEightAndTwenty() {
        assertThat(Allergens.all()).filteredOn(Allergen::mandatory).hasSize(8);
        assertThat(Allergens.all()).filteredOn(it -> !it.mandatory()).hasSize(20);
    }

    private static LabelCells nutrition(String fat) {
        return label("", NUTRITION[0], NUTRITION[1], NUTRITION[2], fat, NUTRITION[4], NUTRITION[5]);
    }

    private static LabelCells label(String... cells) {
        return LabelCells.of(column -> cells[LabelCells.COLUMNS.indexOf(column)]);
    }
}
