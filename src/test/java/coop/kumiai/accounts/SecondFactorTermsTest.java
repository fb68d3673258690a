package coop.kumiai.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.SecondFactorTerms.Asked;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecondFactorTermsTest {
    @ParameterizedTest
    @EnumSource
    void staffAreAlwaysAskedOutsideTheDemo(Asked decided) {
        var terms = new SecondFactorTerms(Asked.BY_CHOICE, decided);
        assertThat(terms.of(Account.Kind.STAFF, false)).isEqualTo(Asked.ALWAYS);
        assertThat(terms.of(Account.Kind.STAFF, true)).isEqualTo(decided);
    }

    @ParameterizedTest
    @EnumSource
    void membersAreAskedAsTheCoopDecides(Asked decided) {
        var terms = new SecondFactorTerms(decided, Asked.ALWAYS);
        assertThat(terms.of(Account.Kind.MEMBER, false)).isEqualTo(decided);
        assertThat(terms.of(Account.Kind.MEMBER, true)).isEqualTo(decided);
    }
}
