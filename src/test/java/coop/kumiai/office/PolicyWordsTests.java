package coop.kumiai.office;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.CartTerms;
import coop.kumiai.policies.PolicyRegistry;
import coop.kumiai.testing.KumiaiTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

@KumiaiTest
class PolicyWordsTests {
    @Autowired PolicyRegistry registry;
    @Autowired PolicyWords words;

    @Test
    void everyPolicyAndEveryValueOfItHasAName() {
        assertThat(registry.names().stream().flatMap(this::codes))
                .allSatisfy(code -> assertThat(words.isNamed(code)).as(code).isTrue());
    }

    @Test
    void valuesAreSaidInWords() {
        assertThat(words.value("x", Yen.of(1500))).isEqualTo("1,500円");
        assertThat(words.value("x", Duration.ofMinutes(60))).isEqualTo("60分");
        assertThat(words.value("x", Duration.ofSeconds(90))).isEqualTo("90秒");
        assertThat(words.value("x", LocalTime.of(17, 0))).isEqualTo("17時");
        assertThat(words.value("x", List.of(4, 5))).isEqualTo("4、5");
        assertThat(words.value("x", true)).isEqualTo("あり");
        assertThat(words.value("orders.cart.atExpiry", CartTerms.AtExpiry.EMPTY)).isEqualTo("空にする");
    }

    private Stream<String> codes(String policy) {
        var values =
                Arrays.stream(registry.find(policy).orElseThrow().getRecordComponents())
                        .map(component -> policy + "." + component.getName());
        return Stream.concat(Stream.of(policy), values);
    }
}
