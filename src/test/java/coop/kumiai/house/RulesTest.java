package coop.kumiai.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import java.io.IOException;

class RulesTest {
    @Test
    void everyRuleThatATestNamesIsInTheCatalogue() throws IOException {
        var rules = RuleList.rules();
        assertThat(rules).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(RuleList.tests().keySet()).allMatch(id -> RuleList.isKnown(id, rules));
        LoggerFactory.getLogger(RuleList.class)
                .info(
                        "Rules and their tests:{}{}",
                        System.lineSeparator(),
                        RuleList.summary(rules, RuleList.tests()));
    }

    @Test
    void aWrongIdIsNoticed() throws IOException {
        assertThat(RuleList.isKnown("N-ORD-99", RuleList.rules())).isFalse();
    }
}
