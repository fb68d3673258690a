package coop.kumiai.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;

import coop.kumiai.accounts.AccessTokens;
import coop.kumiai.accounts.Tills;
import coop.kumiai.cards.OlderCard;
import coop.kumiai.cards.OlderCards;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Member;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCards;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.wallet.Instruction;
import coop.kumiai.wallet.OpeningTerms;
import coop.kumiai.wallet.Openings;
import coop.kumiai.wallet.WalletProofs;
import coop.kumiai.wallet.Wallets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A till and the e-money of a member, over HTTP; after every test the ledger is proved. */
@KumiaiTest
class TillSalesApiTests {
    private static final UUID STAFF = new UUID(7, 7);
    private static final String BOOK_AND_PEN =
            """
            [{"jan": "9784000000001", "name": "化学入門", "quantity": 1, "amount": 3300},
             {"jan": "4512345678901", "name": "ボールペン", "quantity": 4, "amount": 2000}]
            """;

    @Autowired MockMvcTester http;
    @Autowired TestCoops coops;
    @Autowired TestCards some;
    @Autowired OlderCards older;
    @Autowired Tills tills;
    @Autowired AccessTokens tokens;
    @Autowired Wallets wallets;
    @Autowired Openings openings;
    @Autowired WalletProofs proofs;
    @Autowired BusinessClock clock;
    CoopId coop;
    Member hanako;
    String till;
    int keys;
    int decisions;

    @BeforeEach
    void aMemberAndATill() {
        coop = coops.fresh();
        hanako = some.joined(coop);
        wallets.open(coop, hanako.memberId(), true);
        till = some.tillToken(coop);
    }

    @AfterEach
    void theLedgerAgrees() {
        assertThat(proofs.run(coop).findings()).isEmpty();
    }

    @Test
    @Rule({"U-WAL-1", "U-WAL-2", "U-WAL-3"})
    void aMemberChargesCashAndPaysForABook() {
        var charge = charge(10_000);
        assertThat(charge).hasStatus(201);
        assertThat(number(charge, "$.moneyAfter")).isEqualTo(10_000);
        var payment = pay(key(), code(), 5_300, BOOK_AND_PEN);
        assertThat(payment).hasStatus(201);
        assertThat(number(payment, "$.money")).isEqualTo(-5_300);
        assertThat(number(payment, "$.pointsAfter")).isEqualTo(340);
        assertThat(payment)
                .bodyJson()
                .extractingPath("$.grants")
                .asArray()
                .containsExactly("書籍 3,300円 × 10 %", "お買上げ 2,000円 × 0.5 %");
        var next = pay(key(), code(), 1_000, "[]");
        assertThat(number(next, "$.money")).as("points first").isEqualTo(-660);
    }

    @Test
    void afterALostAnswerTheTillAsksByItsKeyOrSendsAgain() {
        charge(10_000);
        var code = code();
        var first = pay("lost-answer-1", code, 800, "[]");
        var again = pay("lost-answer-1", code, 800, "[]");
        assertThat(again).hasStatusOk().hasHeader("Idempotency-Hit", "true");
        assertThat(again).bodyJson().isStrictlyEqualTo(body(first));
        assertThat(lookUp("lost-answer-1")).hasStatusOk();
        assertThat(lookUp("lost-answer-1")).bodyJson().isStrictlyEqualTo(body(first));
        assertThat(lookUp("never-sent-1")).hasStatus(404);
        assertThat(money()).isEqualTo(Yen.of(9_200));
        assertThat(pay("lost-answer-1", code, 801, "[]"))
                .hasStatus(422)
                .bodyText()
                .contains("tills/key-of-another");
        assertThat(pay("lost-answer-1", code(), 800, "[]"))
                .hasStatus(422)
                .bodyText()
                .contains("tills/key-of-another");
        assertThat(money()).isEqualTo(Yen.of(9_200));
    }

    @Test
    void aRefusalSaysHowMuchIsMissingAndStays() {
        charge(1_000);
        var code = code();
        var words = "残高は1,000円で、1,500円のお支払いには500円足りません";
        assertThat(pay("too-dear-1", code, 1_500, "[]")).hasStatus(422).bodyText().contains(words);
        charge(5_000);
        assertThat(pay("too-dear-1", code, 1_500, "[]")).hasStatus(422).bodyText().contains(words);
        assertThat(lookUp("too-dear-1")).hasStatus(422).bodyText().contains(words);
        assertThat(pay(key(), code(), 1_500, BOOK_AND_PEN))
                .hasStatus(422)
                .bodyText()
                .contains("wallet/lines-differ", "5,300円");
        assertThat(money()).isEqualTo(Yen.of(6_000));
    }

    @Test
    void aCodePaysOnce() {
        charge(10_000);
        var code = code();
        assertThat(pay(key(), code, 100, "[]")).hasStatus(201);
        assertThat(pay("second-time-1", code, 100, "[]"))
                .hasStatus(422)
                .bodyText()
                .contains("cards/already-taken");
        assertThat(lookUp("second-time-1")).hasStatus(422).bodyText().contains("already-taken");
        assertThat(money()).isEqualTo(Yen.of(9_900));
    }

    @Test
    @Rule("U-CARD-1")
    void theNumberOfAnOlderCardPaysNothing() {
        charge(1_000);
        older.record(
                coop,
                hanako.memberId(),
                OlderCard.Kind.LAMINATED,
                "1234567",
                "2015/4/1",
                Optional.empty(),
                STAFF,
                "窓口で確かめた");
        assertThat(pay(key(), "1234567", 100, "[]"))
                .hasStatus(422)
                .bodyText()
                .contains("tills/older-card", "組合員価格だけ");
        assertThat(money()).isEqualTo(Yen.of(1_000));
    }

    @Test
    void theFirstChargeOpensTheEMoneyOfAMember() {
        hanako = some.joined(coop);
        assertThat(pay(key(), code(), 100, "[]"))
                .hasStatus(422)
                .bodyText()
                .contains("tills/no-wallet", "レジで現金をチャージ");
        assertThat(charge(1_000)).hasStatus(201);
        assertThat(pay(key(), code(), 100, "[]")).hasStatus(201);
        assertThat(money()).isEqualTo(Yen.of(900));
    }

    @Test
    @Rule("U-SIGN-1")
    void whereEMoneyBeginsOnMyPageATillTakesNoCashBeforeThat() {
        begins(OpeningTerms.Way.ON_MY_PAGE);
        hanako = some.joined(coop);
        var early = post(till, "charges", "too-early-1", charged(code()));
        assertThat(early).hasStatus(422).bodyText().contains("wallet/not-begun", "マイページ");
        assertThat(pay(key(), code(), 100, "[]"))
                .hasStatus(422)
                .bodyText()
                .contains("wallet/not-begun");
        assertThat(wallets.of(coop, hanako.memberId())).isEmpty();
        openings.begin(coop, hanako);
        assertThat(charge(1_000)).hasStatus(201);
        assertThat(lookUp("too-early-1")).as("a no stays a no").hasStatus(422);
        assertThat(money()).isEqualTo(Yen.of(1_000));
    }

    @Test
    @Rule({"U-SIGN-1", "U-WAL-6"})
    void whatWasBroughtOverIsNotChargedBeforeItsOwnerHasBegun() {
        begins(OpeningTerms.Way.ON_MY_PAGE);
        hanako = some.joined(coop);
        wallets.open(coop, hanako.memberId(), false);
        assertThat(charge(1_000)).hasStatus(422).bodyText().contains("wallet/unverified");
        openings.begin(coop, hanako);
        openings.begin(coop, hanako);
        assertThat(charge(1_000)).hasStatus(201);
        begins(OpeningTerms.Way.OFF);
        hanako = some.joined(coop);
        assertThat(charge(1_000)).hasStatus(422).bodyText().contains("wallet/not-offered");
    }

    @Test
    @Rule("U-WAL-5")
    void aSuspendedWalletPaysNothing() {
        charge(1_000);
        var wallet = wallets.of(coop, hanako.memberId()).orElseThrow().walletId();
        wallets.post(coop, new Instruction.Suspend("lost-phone", wallet, "紛失"));
        assertThat(pay(key(), code(), 100, "[]"))
                .hasStatus(422)
                .bodyText()
                .contains("残高とポイントはそのまま");
    }

    @Test
    @Rule("X-WAL-1")
    void aPaymentIsGivenBackInPartsAndItsPointsAreTakenBack() {
        charge(10_000);
        var transaction = text(pay(key(), code(), 5_300, BOOK_AND_PEN), "$.transaction");
        var part = refund(till, key(), transaction, "2000");
        assertThat(part).hasStatus(201);
        assertThat(number(part, "$.money")).isEqualTo(2_000);
        assertThat(refund(till, key(), transaction, "3301"))
                .hasStatus(422)
                .bodyText()
                .contains("3,300円");
        var rest = refund(till, "void-the-rest", transaction, "null");
        assertThat(number(rest, "$.moneyAfter")).isEqualTo(10_000);
        assertThat(number(rest, "$.pointsAfter")).isZero();
        assertThat(refund(till, "void-the-rest", transaction, "null")).hasStatusOk();
        assertThat(money()).isEqualTo(Yen.of(10_000));
    }

    @Test
    void onlyTheStoreThatTookAPaymentGivesItBack() {
        charge(10_000);
        var transaction = text(pay(key(), code(), 500, "[]"), "$.transaction");
        var issued = tills.issue(coop, "meguro", "1番レジ", STAFF, "試験のため");
        var meguro = tills.signIn(coop, issued.tillId(), issued.secret(), "192.0.2.8");
        assertThat(refund(meguro, key(), transaction, "null"))
                .hasStatus(422)
                .bodyText()
                .contains("tills/of-another-store");
        assertThat(refund(till, key(), UUID.randomUUID().toString(), "null"))
                .hasStatus(422)
                .bodyText()
                .contains("tills/no-such-payment");
        assertThat(refund(some.tillToken(coop), key(), transaction, "null")).hasStatus(201);
    }

    @Test
    void nobodyButATillOfTheCoopIsHeard() {
        var code = code();
        var member = tokens.issue(coop, hanako.accountId().orElseThrow());
        assertThat(charge("nonsense", code)).hasStatus(401);
        assertThat(charge(member, code)).hasStatus(403);
        assertThat(charge(some.tillToken(coops.fresh()), code)).hasStatus(401);
        assertThat(charge(till, code)).as("the code was not spent by them").hasStatus(201);
        var other = some.tillToken(coop);
        assertThat(get(other, "key-of-the-first")).as("keys are the till's own").hasStatus(404);
    }

    @Test
    void aRequestThatCannotBeReadChangesNothing() {
        assertThat(post(till, "charges", "short", "{\"code\": \"x\", \"amount\": 1}"))
                .hasStatus(422)
                .bodyText()
                .contains("tills/bad-key");
        assertThat(post(till, "charges", key(), "{\"code\": \"x\", \"amount\": 0}")).hasStatus(400);
        assertThat(post(till, "payments", key(), "{\"amount\": 10}")).hasStatus(400);
        assertThat(money()).isEqualTo(Yen.ZERO);
    }

    private void begins(OpeningTerms.Way way) {
        var day = LocalDate.of(2026, 11, 1).plusDays(++decisions);
        coops.decide(coop, new OpeningTerms(way, "試験の版"), "", day);
    }

    private static String charged(String code) {
        return "{\"code\": \"%s\", \"amount\": 1000}".formatted(code);
    }

    private MvcTestResult charge(long amount) {
        return post(
                till,
                "charges",
                key(),
                "{\"code\": \"%s\", \"amount\": %d}".formatted(code(), amount));
    }

    private MvcTestResult charge(String token, String code) {
        return post(token, "charges", "key-of-the-first", charged(code));
    }

    private MvcTestResult pay(String key, String code, long amount, String lines) {
        return post(
                till,
                "payments",
                key,
                "{\"code\": \"%s\", \"amount\": %d, \"lines\": %s}".formatted(code, amount, lines));
    }

    private MvcTestResult refund(String token, String key, String transaction, String amount) {
        return post(
                token,
                "refunds",
                key,
                "{\"transaction\": \"%s\", \"amount\": %s, \"reason\": \"返品\"}"
                        .formatted(transaction, amount));
    }

    private MvcTestResult lookUp(String key) {
        return get(till, key);
    }

    private MvcTestResult get(String token, String key) {
        return http.get()
                .uri("/api/v1/" + coop.code() + "/till/transactions/" + key)
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private MvcTestResult post(String token, String path, String key, String body) {
        return http.post()
                .uri("/api/v1/" + coop.code() + "/till/" + path)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .content(body)
                .exchange();
    }

    /** The next one that the member's phone shows. */
    private String code() {
        clock.forward(Duration.ofSeconds(30));
        return some.code(coop, hanako);
    }

    private Yen money() {
        return wallets.of(coop, hanako.memberId()).orElseThrow().money();
    }

    private String key() {
        return "receipt-" + ++keys;
    }

    private static long number(MvcTestResult result, String path) {
        return JsonPath.<Number>read(body(result), path).longValue();
    }

    private static String text(MvcTestResult result, String path) {
        return JsonPath.read(body(result), path);
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
