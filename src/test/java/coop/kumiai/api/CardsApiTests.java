package coop.kumiai.api;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.accounts.AccessTokens;
import coop.kumiai.accounts.Tills;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Member;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

@KumiaiTest
class CardsApiTests {
    private static final UUID STAFF = new UUID(7, 7);
    @Autowired MockMvcTester http;
    @Autowired TestCoops coops;
    @Autowired TestCards some;
    @Autowired Tills tills;
    @Autowired AccessTokens tokens;
    @Autowired BusinessClock clock;
    CoopId coop;
    Member hanako;

    @BeforeEach
    void aMember() {
        coop = coops.fresh();
        hanako = some.joined(coop);
    }

    @Test
    @Rule("X-CARD-1")
    void aTillSignsInAndReadsACard() throws Exception {
        var till = tills.issue(coop, "shibuya", "1番レジ", STAFF, "新しいレジ");
        var token = signIn(coop, till.tillId().toString(), till.secret());
        assertThat(token).hasStatus(201);
        var read = verify(coop, tokenOf(token), some.code(coop, hanako));
        assertThat(read).hasStatusOk();
        assertThat(read)
                .bodyJson()
                .isStrictlyEqualTo(
                        "{\"memberCode\": \"%s\", \"name\": \"山田 花子\", \"memberPrice\": true, \"mayPay\": true}"
                                .formatted(hanako.memberCode().orElseThrow()));
    }

    @Test
    void withoutTheCredentialOfATillNobodyLearnsAnything() {
        var code = some.code(coop, hanako);
        assertThat(verify(coop, "nonsense", code)).hasStatus(401);
        var member = tokens.issue(coop, hanako.accountId().orElseThrow());
        assertThat(verify(coop, member, code)).hasStatus(403);
        assertThat(verify(coop, some.tillToken(coops.fresh()), code)).hasStatus(401);
        assertThat(verify(coop, some.tillToken(coop), code))
                .as("the code was not spent by them")
                .hasStatusOk();
    }

    @Test
    void aTillIsNoMember() {
        assertThat(
                        http.get()
                                .uri("/api/v1/" + coop.code() + "/me")
                                .header("Authorization", "Bearer " + some.tillToken(coop)))
                .hasStatus(403);
    }

    @Test
    void aRevokedTillAndAnOldTokenAreNobody() throws Exception {
        var till = tills.issue(coop, "shibuya", "1番レジ", STAFF, "新しいレジ");
        var token = tokenOf(signIn(coop, till.tillId().toString(), till.secret()));
        assertThat(verify(coop, token, "nonsense")).hasStatus(422);
        tills.revoke(coop, till.tillId(), STAFF, "紛失");
        tills.revoke(coop, till.tillId(), STAFF, "紛失");
        assertThat(verify(coop, token, some.code(coop, hanako))).hasStatus(401);
        assertThat(signIn(coop, till.tillId().toString(), till.secret()))
                .hasStatus(422)
                .bodyText()
                .contains("accounts/wrong-till");
        var old = some.tillToken(coop);
        clock.standAt(TestClock.START.plusSeconds(12 * 60 * 60));
        assertThat(verify(coop, old, some.code(coop, hanako))).hasStatus(401);
    }

    @Test
    void aSecretIsNotFoundByTrying() {
        var till = tills.issue(coop, "shibuya", "1番レジ", STAFF, "新しいレジ");
        for (var i = 0; i < 5; i++) {
            assertThat(signIn(coop, till.tillId().toString(), "guess-" + i)).hasStatus(422);
        }
        assertThat(signIn(coop, till.tillId().toString(), till.secret()))
                .hasStatus(422)
                .bodyText()
                .contains("accounts/wait");
        assertThat(signIn(coop, "no number", "x")).hasStatus(400);
    }

    @Test
    @Rule("X-CARD-1")
    void aRefusalSaysWhatToDo() {
        var token = some.tillToken(coop);
        var code = some.code(coop, hanako);
        assertThat(verify(coop, token, code)).hasStatusOk();
        assertThat(verify(coop, token, code))
                .hasStatus(422)
                .bodyText()
                .contains("cards/already-taken", "30秒ほどで変わる次のコード");
    }

    private MvcTestResult signIn(CoopId where, String till, String secret) {
        return post(
                where,
                "tills/sign-in",
                "",
                "{\"till\": \"%s\", \"secret\": \"%s\"}".formatted(till, secret));
    }

    private MvcTestResult verify(CoopId where, String token, String code) {
        return post(where, "cards/verify", token, "{\"code\": \"%s\"}".formatted(code));
    }

    private MvcTestResult post(CoopId where, String path, String token, String body) {
        return http.post()
                .uri("/api/v1/" + where.code() + "/" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .content(body)
                .exchange();
    }

    private static String tokenOf(MvcTestResult result) throws Exception {
        var json = result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        return com.jayway.jsonpath.JsonPath.read(json, "$.token");
    }
}
