package coop.kumiai.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.web.HandlersByPath.Shape;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;

class HandlersByPathTest {
    @ParameterizedTest
    @CsvSource({
        "/{coop}/cart, minato/cart",
        "/{coop}/, minato",
        "/{coop}/orders/{order}, minato/orders/7",
        "/{coop}/files/{name}.pdf, minato/files/a.pdf",
        "/api/openapi.json, api/openapi.json",
        "/{coop}/help/**, minato/help/a/b/c",
        "/{coop}/{*rest}, minato/a/b"
    })
    void passesWhatThePatternMayMean(String pattern, String path) {
        assertThat(Shape.of(pattern).fits(words(path))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/{coop}/cart, minato/orders",
        "/{coop}/cart, minato",
        "/{coop}/cart, minato/cart/lines",
        "/{coop}/office/orders/{order}, minato/office/members/7",
        "/api/openapi.json, minato/openapi.json"
    })
    void passesOverWhatItCannotMean(String pattern, String path) {
        assertThat(Shape.of(pattern).fits(words(path))).isFalse();
    }

    private static List<String> words(String path) {
        return Arrays.asList(path.split("/"));
    }
}
