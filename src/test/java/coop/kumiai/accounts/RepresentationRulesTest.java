package coop.kumiai.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

class RepresentationRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final RepresentativeTerms TERMS =
            new RepresentativeTerms(Duration.ofDays(7), 12, 2, Yen.of(10000), 10);
    private static final EmailAddress OWN = new EmailAddress("hanako@example.com");

    @Test
    @Rule({"M-CARE-1", "M-CARE-3"})
    void whatIsTypedInAnyWritingIsEntrusted() {
        var typed = typed(" 湊　次郎 ", "child", "JIRO@example.com", "order", "１０，０００円", "3");
        assertThat(refusals(typed)).isEmpty();
        var mandate = RepresentationRules.mandate(typed, TODAY);
        assertThat(mandate.orderLimit()).contains(Yen.of(10000));
        assertThat(mandate.until()).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(mandate.errands()).containsExactly(Errand.ORDER);
    }

    @Test
    void aLimitIsForOrdersOnly() {
        var typed = typed("次郎", "child", "jiro@example.com", "statements", "", "12");
        assertThat(refusals(typed)).isEmpty();
        assertThat(RepresentationRules.mandate(typed, TODAY).orderLimit()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', child, jiro@example.com, order, 100, 3, accounts/no-name",
        "湊湊湊湊湊湊湊湊湊湊湊, child, jiro@example.com, order, 100, 3, accounts/name-too-long",
        "次郎, cousin, jiro@example.com, order, 100, 3, accounts/no-relation",
        "次郎, child, jiro, order, 100, 3, accounts/no-representative-email",
        "次郎, child, Hanako@Example.com, order, 100, 3, accounts/own-email",
        "次郎, child, jiro@example.com, password, 100, 3, accounts/no-errand",
        "次郎, child, jiro@example.com, order, 0, 3, accounts/no-order-limit",
        "次郎, child, jiro@example.com, order, 9999999999, 3, accounts/no-order-limit",
        "次郎, child, jiro@example.com, order, 100, 13, accounts/representation-too-long",
        "次郎, child, jiro@example.com, order, 100, 0, accounts/representation-too-long",
        "次郎, child, jiro@example.com, order, 100, いつまでも, accounts/representation-too-long",
    })
    @Rule("M-CARE-1")
    void everythingElseIsRefusedWithItsReason(
            String name,
            String relation,
            String email,
            String errand,
            String limit,
            String months,
            String code) {
        assertThat(refusals(typed(name, relation, email, errand, limit, months)))
                .extracting(MandateRefusal::code)
                .containsExactly(code);
    }

    @Test
    @Rule("M-CARE-1")
    void noMoreThanThePolicyAllowsAndNobodyTwice() {
        var typed = typed("次郎", "child", "jiro@example.com", "order", "100", "3");
        var other = standing("saburo@example.com");
        var same = standing("Jiro@example.com");
        assertThat(RepresentationRules.refusals(typed, TERMS, OWN, List.of(other, same)))
                .extracting(MandateRefusal::code)
                .containsExactly(
                        "accounts/representative-stands", "accounts/too-many-representatives");
    }

    @ParameterizedTest
    @CsvSource({"5000, true", "5001, false"})
    @Rule("M-CARE-3")
    void anOrderCostsAtMostTheLimit(long yen, boolean passes) {
        var mandate = standing("jiro@example.com").mandate();
        assertThat(RepresentationRules.order(mandate, Yen.of(yen)).isEmpty()).isEqualTo(passes);
    }

    private static List<MandateRefusal> refusals(TypedRepresentation typed) {
        return RepresentationRules.refusals(typed, TERMS, OWN, List.of());
    }

    private static TypedRepresentation typed(
            String name,
            String relation,
            String email,
            String errand,
            String limit,
            String months) {
        return new TypedRepresentation(name, relation, email, Set.of(errand), limit, months);
    }

    private static Representation standing(String email) {
        return new Representation(
                new UUID(1, 1),
                new UUID(1, 2),
                "湊 花子",
                new Mandate(
                        "三郎",
                        Relation.CHILD,
                        new EmailAddress(email),
                        Set.of(Errand.ORDER),
                        Optional.of(Yen.of(5000)),
                        TODAY),
                new UUID(1, 3),
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty());
    }
}
