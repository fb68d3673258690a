package coop.kumiai.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

class ServiceRulesTest {
    /** Of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @ParameterizedTest
    @CsvSource({
        "https://class.example.jp/back, true, true",
        "https://class.example.jp/back?from=kumiai, true, true",
        "http://localhost:9999/back, true, true",
        "http://class.example.jp/back, true, false",
        "https://class.example.jp/back#here, true, false",
        "https://somebody@class.example.jp/back, true, false",
        "/back, true, false",
        "https:/back, true, false",
        "https://*.example.jp/back, true, false",
        "javascript:alert(1), false, false",
        "jp.example.class:/back, false, true",
        "jp.example.class:/back, true, false",
        "class:/back, false, false"
    })
    void onlyAddressesThatNobodyElseReadsAreTaken(
            String address, boolean confidential, boolean taken) {
        assertThat(ServiceRules.isSafe(address, confidential)).isEqualTo(taken);
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() {
        var typed = new TypedService(" ", "", Set.of(), "\n", "http://elsewhere.example/", true);
        assertThat(ServiceRules.check(typed))
                .hasExactlyElementsOfTypes(
                        ServiceRefusal.NoName.class,
                        ServiceRefusal.NoPurpose.class,
                        ServiceRefusal.NoAddress.class,
                        ServiceRefusal.UnsafeAddress.class);
    }

    @Test
    void aCodeIsGoodForItsVerifierItsAddressItsTimeAndOnce() {
        var until = Instant.parse("2026-11-20T00:01:00Z");
        var in = until.minusSeconds(1);
        var fresh = grant(until, Optional.empty());
        assertThat(GrantRules.mayRedeem(fresh, "https://a.example/", VERIFIER, in)).isTrue();
        assertThat(GrantRules.mayRedeem(fresh, "https://b.example/", VERIFIER, in)).isFalse();
        assertThat(GrantRules.mayRedeem(fresh, "https://a.example/", CHALLENGE, in)).isFalse();
        assertThat(GrantRules.mayRedeem(fresh, "https://a.example/", "", in)).isFalse();
        assertThat(GrantRules.mayRedeem(fresh, "https://a.example/", VERIFIER, until)).isFalse();
        var used = grant(until, Optional.of(in));
        assertThat(GrantRules.mayRedeem(used, "https://a.example/", VERIFIER, in)).isFalse();
    }

    private static Grant grant(Instant until, Optional<Instant> used) {
        var id = new UUID(0, 1);
        var asked =
                new CodeRequest(
                        id,
                        id,
                        id,
                        0,
                        Set.of(Scope.OPENID),
                        "https://a.example/",
                        CHALLENGE,
                        Optional.empty(),
                        until);
        return new Grant(id, asked, id, until, used);
    }
}
