package coop.kumiai.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.accounts.RecoveryTerms;
import coop.kumiai.accounts.SecondFactors;
import coop.kumiai.accounts.SignInRefusal;
import coop.kumiai.coupons.CouponDesk;
import coop.kumiai.coupons.CouponSamples;
import coop.kumiai.demo.CatalogSeeds;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.PostalCode;
import coop.kumiai.members.Application;
import coop.kumiai.members.Joining;
import coop.kumiai.members.Members;
import coop.kumiai.members.PersonName;
import coop.kumiai.members.Place;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The whole way of a member through the API, with the real catalogue of the demo. */
@KumiaiTest
class ApiTests {
    private static final String PASSWORD = "a password for tests";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired MockMvcTester http;
    @Autowired Accounts accounts;
    @Autowired MailProofs proofs;
    @Autowired SecondFactors seconds;
    @Autowired Members members;
    @Autowired CouponDesk couponDesk;
    @Autowired BusinessClock clock;
    @Autowired TestCoops coops;
    @Autowired CatalogSeeds goods;
    CoopId coop;
    String email;
    String token = "";

    @BeforeEach
    void aCoopWithAMember() {
        coop = coops.fresh();
        goods.stock(coop, "minato");
        aMember();
    }

    private void aMember() {
        email = "api-%d@example.com".formatted(COUNT.incrementAndGet());
        var account = accounts.createMember(coop, email, PASSWORD, "湊 花子");
        members.register(
                coop,
                account.accountId(),
                new Application(
                        new PersonName("湊", "花子", "ミナト", "ハナコ"),
                        "0312345678",
                        LocalDate.of(1960, 4, 1),
                        "1-2-3",
                        "",
                        Joining.WEB,
                        Optional.empty()),
                new Place(new PostalCode("1500031"), "東京都", "渋谷区", "桜丘町"));
        signIn();
    }

    @Test
    void aTokenEndsAtSignOutAndWhenItsTimeIsOver() {
        assertThat(get("me")).hasStatusOk();
        assertThat(call(HttpMethod.DELETE, "sign-in", "")).hasStatus(204);
        assertThat(get("me")).hasStatus(401).hasHeader("WWW-Authenticate", "Bearer");
    }

    @Test
    void aTokenEndsWhenItsTimeIsOver() {
        clock.standAt(TestClock.START.plusSeconds(12 * 60 * 60));
        assertThat(get("me")).hasStatus(401);
    }

    @Test
    void aWrongPasswordIsRefusedAlikeForKnownAndUnknownAddresses() {
        var wrong = "{\"email\": \"%s\", \"password\": \"wrong\"}";
        var known = call(HttpMethod.POST, "sign-in", wrong.formatted(email));
        var unknown = call(HttpMethod.POST, "sign-in", wrong.formatted("nobody@example.com"));
        assertThat(known).hasStatus(422);
        assertThat(unknown).hasStatus(422);
        assertThat(text(known, "$.detail")).isEqualTo(text(unknown, "$.detail"));
    }

    @Test
    void nobodyGetsInWhoseSignInGoesOnAfterThePassword() {
        var account = accounts.findByEmail(coop, Account.Kind.MEMBER, email).orElseThrow();
        seconds.chooseMail(coop, account.accountId());
        assertOnlyOnThePages(PASSWORD);
    }

    @Test
    @Rule("N-REG-5")
    void aTemporaryPasswordIsForThePagesOnly() {
        var way = new RecoveryTerms(RecoveryTerms.Way.TEMPORARY_PASSWORD);
        coops.decide(coop, way, "", LocalDate.of(2026, 1, 1));
        var mail = proofs.askRecovery(coop, email, "192.0.2.1");
        assertOnlyOnThePages(proofs.letter(coop, mail).orElseThrow().temporaryPassword());
    }

    private void assertOnlyOnThePages(String password) {
        var typed = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password);
        var answer = call(HttpMethod.POST, "sign-in", typed);
        assertThat(answer).hasStatus(422);
        assertThat(answer.getResponse().getHeader("Set-Cookie")).isNull();
        assertThat(text(answer, "$.detail")).isEqualTo(new SignInRefusal.OnThePages().sentence());
    }

    @Test
    void aMemberSeesThemselves() {
        var me = get("me");
        assertThat(text(me, "$.email")).isEqualTo(email);
        assertThat(text(me, "$.name")).isEqualTo("湊 花子");
        assertThat(number(me, "$.shareDueYen")).isEqualTo(500);
    }

    @Test
    @Rule("N-CAT-3")
    void aVisitorBrowsesTheViewingStore() {
        token = "";
        assertThat(text(get("stores"), "$[?(@.viewing)].id")).contains("shibuya");
        assertThat(text(get("categories"), "$[0].code")).isNotEmpty();
        var found = get("search?q=たまご");
        assertThat(text(found, "$.storeId")).isEqualTo("shibuya");
        assertThat(number(found, "$.total")).isPositive();
        assertThat(text(get("suggestions?q=ぎゅうに"), "$")).contains("牛乳");
        assertThat(get("products/" + text(found, "$.data[0].jan"))).hasStatusOk();
        assertThat(get("products/4999999999990")).hasStatus(404);
        assertThat(get("cart")).hasStatus(401);
    }

    @Test
    @DisplayName("一つの商品は、食品表示とともに読める")
    void aProductTellsItsLabel() {
        var milk = get("products/4599100001506");
        assertThat(text(milk, "$.label.allergens[0].name")).isEqualTo("乳");
        assertThat(text(milk, "$.label.nutrition.per")).isNotEmpty();
        var cabbage = get("products/2002000001009");
        assertThat(cabbage).hasStatusOk();
        assertThat(cabbage).bodyText().doesNotContain("allergens\":[");
    }

    @Test
    void aCategoryIsReadPartByPart() {
        var category = text(get("categories"), "$[0].code");
        var first = get("products?category=" + category + "&limit=2");
        assertThat(number(first, "$.data.length()")).isEqualTo(2);
        var next =
                get(
                        "products?category=%s&limit=2&after=%s"
                                .formatted(category, text(first, "$.next")));
        assertThat(text(next, "$.data[0].jan")).isNotEqualTo(text(first, "$.data[1].jan"));
        assertThat(get("products?category=nothing")).hasStatus(404);
        assertThat(get("products")).hasStatus(400);
        assertThat(get("products?category=%s&limit=9999".formatted(category))).hasStatus(400);
    }

    @Test
    @Rule("N-REG-3")
    void addressesAreAddedChangedAndRemoved() {
        var added = call(HttpMethod.POST, "addresses", address("1530051", "目黒区", "上目黒"));
        assertThat(added).hasStatus(201);
        var id = text(added, "$.id");
        var changed = call(HttpMethod.PUT, "addresses/" + id, address("1540024", "世田谷区", "三軒茶屋"));
        assertThat(text(changed, "$.city")).isEqualTo("世田谷区");
        assertThat(number(get("addresses"), "$.length()")).isEqualTo(2);
        assertThat(call(HttpMethod.DELETE, "addresses/" + id, "")).hasStatus(204);
        assertThat(call(HttpMethod.DELETE, "addresses/" + id, "")).hasStatus(404);
        assertThat(call(HttpMethod.POST, "addresses", address("0600000", "札幌市", "")))
                .hasStatus(422);
    }

    @Test
    @Rule({"N-AREA-1", "N-SLOT-1", "N-FEE-1"})
    void theAddressDecidesTheStoreAndItsSlots() {
        var slots = get("stores/shibuya/slots");
        assertThat(number(slots, "$.slots.length()")).isEqualTo(15);
        assertThat(number(slots, "$.deliveryFeeYen")).isEqualTo(220);
        assertThat(text(slots, "$.slots[0].cutoffAt")).isEqualTo("2026-11-20T09:00:00+09:00");
        assertThat(text(get("delivery"), "$.storeId")).isEqualTo("shibuya");
        assertThat(choose("2026-11-21", 2)).hasStatusOk();
        assertThat(choose("2026-11-30", 2)).hasStatus(422);
    }

    @Test
    @Rule({"N-ORD-1", "N-ORD-3", "N-ORD-5", "N-ORD-6"})
    void aMemberOrdersSeesTheOrderAndCancelsIt() {
        var order = confirm(ready(), "key-" + email);
        assertThat(order).hasStatus(201);
        var id = text(order, "$.id");
        assertThat(order).hasHeader("Location", root() + "orders/" + id);
        assertThat(text(order, "$.wishes.remarks")).isEqualTo("チャイムは鳴らさないでください");
        assertThat(text(get("orders"), "$.data[0].id")).isEqualTo(id);
        assertThat(text(get("orders/" + id), "$.state")).isEqualTo("confirmed");
        assertThat(number(get("cart"), "$.lines.length()")).isZero();
        assertThat(text(call(HttpMethod.POST, "orders/" + id + "/cancellation", ""), "$.state"))
                .isEqualTo("cancelled");
        assertThat(call(HttpMethod.POST, "orders/" + id + "/cancellation", "")).hasStatus(422);
    }

    @Test
    @Rule("N-ORD-8")
    void afterTheCutoffThePhoneOfTheStoreIsTheWayOut() {
        var order = confirm(ready(), "key-" + email);
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        signIn();
        var refused = call(HttpMethod.POST, "orders/" + text(order, "$.id") + "/cancellation", "");
        assertThat(refused).hasStatus(422);
        assertThat(text(refused, "$.detail")).contains("03-5550-0101");
    }

    @Test
    void theHistoryIsReadPartByPart() {
        for (int i = 0; i < 3; i++) {
            clock.forward(java.time.Duration.ofSeconds(1));
            assertThat(confirm(ready(), "key-%d-%s".formatted(i, email))).hasStatus(201);
        }
        var first = get("orders?limit=2");
        assertThat(number(first, "$.data.length()")).isEqualTo(2);
        var rest = get("orders?limit=2&after=" + text(first, "$.next"));
        assertThat(number(rest, "$.data.length()")).isEqualTo(1);
        assertThat(text(rest, "$.next")).isEqualTo("null");
    }

    @Test
    @Rule({"N-CPN-1", "N-CPN-2"})
    void aClaimedCouponTakesItsDiscountOffTheOrder() {
        var coupon = CouponSamples.amount(120).named("アプリで").in(coop, couponDesk);
        ready();
        assertThat(text(get("coupons"), "$[0].benefit")).isEqualTo("120円引き");
        var before = number(get("cart"), "$.totals.totalYen");
        var claimed = call(HttpMethod.PUT, "cart/coupon", "{\"id\": \"%s\"}".formatted(coupon));
        assertThat(number(claimed, "$.totals.totalYen")).isEqualTo(before - 120);
        assertThat(text(claimed, "$.coupon.title")).isEqualTo("アプリで");
        var dropped = call(HttpMethod.DELETE, "cart/coupon", "");
        assertThat(number(dropped, "$.totals.discountYen")).isZero();
        var cart = call(HttpMethod.PUT, "cart/coupon", "{\"id\": \"%s\"}".formatted(coupon));
        var order = confirm(confirmation(cart), "key-" + email);
        assertThat(number(order, "$.totals.discountYen")).isEqualTo(120);
        assertThat(text(order, "$.totals.coupon.id")).isEqualTo(coupon.toString());
        var again = call(HttpMethod.PUT, "cart/coupon", "{\"id\": \"%s\"}".formatted(coupon));
        assertThat(again).hasStatus(422);
        assertThat(text(again, "$.detail")).contains("もうお使いになりました");
    }

    @Test
    @Rule("N-ORD-5")
    void aRepeatedConfirmationFindsTheSameOrder() {
        var body = ready();
        var first = confirm(body, "key-" + email);
        var second = confirm(body, "key-" + email);
        assertThat(second).hasStatusOk().hasHeader("Idempotency-Hit", "true");
        assertThat(first).doesNotContainHeader("Idempotency-Hit");
        assertThat(text(second, "$.id")).isEqualTo(text(first, "$.id"));
        assertThat(number(get("orders"), "$.data.length()")).isEqualTo(1);
    }

    @Test
    void aConfirmationWithoutAKeyOrWithAUsedOneIsRefused() {
        var body = ready();
        var without = call(HttpMethod.POST, "orders", body);
        assertThat(without).hasStatus(400);
        assertThat(text(without, "$.fields[0]")).isEqualTo("Idempotency-Key");
        assertThat(confirm(body, "key-" + email)).hasStatus(201);
        var other = confirm(body.replace("cancel", "substitute"), "key-" + email);
        assertThat(other).hasStatus(422);
        assertThat(text(other, "$.refusals[0].code")).isEqualTo("orders/key-was-used");
    }

    @Test
    @Rule({"N-ORD-1", "N-ORD-2"})
    void refusalsCarryTheirFigures() {
        var jan = cheapProduct();
        var many = put(jan, 7);
        assertThat(many).hasStatus(422).hasContentType("application/problem+json");
        assertThat(text(many, "$.type")).isEqualTo("/problems/orders/too-many-of-one");
        assertThat(number(many, "$.refusals[0].figures.most")).isEqualTo(6);
        assertThat(put(jan, -1)).hasStatus(422);
        choose("2026-11-21", 2);
        var cart = put(jan, 1);
        assertThat(text(cart, "$.problems[0].code")).isEqualTo("orders/below-least");
        var refused = confirm(confirmation(cart), "key-" + email);
        assertThat(number(refused, "$.refusals[0].figures.least")).isEqualTo(1500);
    }

    @Test
    void whatCannotBeReadIsSaidWithTheField() {
        var jan = cheapProduct();
        var missing = call(HttpMethod.PUT, "cart/lines/" + jan, "{}");
        assertThat(missing).hasStatus(400);
        assertThat(text(missing, "$.fields[0]")).isEqualTo("quantity");
        assertThat(call(HttpMethod.PUT, "cart/lines/" + jan, "{\"quantity\": 9999999999}"))
                .hasStatus(400);
        assertThat(call(HttpMethod.PUT, "cart/lines/" + jan, "{\"quantity\":")).hasStatus(400);
        assertThat(call(HttpMethod.PUT, "cart/lines/123", "{\"quantity\": 1}")).hasStatus(404);
        var nulls = call(HttpMethod.POST, "sign-in", "{\"email\": null}");
        assertThat(nulls).hasStatus(400);
        assertThat(text(nulls, "$.fields")).contains("email", "password");
        assertThat(call(HttpMethod.PATCH, "cart", "{}"))
                .hasStatus(405)
                .hasContentType("application/problem+json");
        assertThat(http.post().uri(root() + "sign-in").contentType("text/xml").content("<a/>"))
                .hasStatus(415);
    }

    @Test
    void nobodyReachesAnothersOrderOrAnotherCoop() {
        var id = text(confirm(ready(), "key-" + email), "$.id");
        var mine = token;
        aMember();
        assertThat(get("orders/" + id)).hasStatus(404);
        assertThat(call(HttpMethod.POST, "orders/" + id + "/cancellation", "")).hasStatus(404);
        assertThat(get("orders/" + UUID.randomUUID())).hasStatus(404);
        assertThat(get("orders/x")).hasStatus(400);
        assertThat(http.get().uri("/api/v1/test-1/me").header("Authorization", "Bearer " + mine))
                .matches(result -> result.getResponse().getStatus() >= 401);
    }

    private String root() {
        return "/api/v1/" + coop.code() + "/";
    }

    private String ready() {
        choose("2026-11-21", 2);
        return confirmation(put(rice(), 1));
    }

    private String confirmation(MvcTestResult cart) {
        return """
        {"cartId": "%s", "revision": "%s", "payment": "cash_on_delivery", "shortage": "cancel",
         "remarks": "チャイムは鳴らさないでください", "chopsticks": 2, "spoons": 0,
         "receipt": false, "receiptTo": "", "leaveAtDoor": false}
        """
                .formatted(text(cart, "$.id"), text(cart, "$.revision"));
    }

    private String rice() {
        return text(get("search?q=米 5kg"), "$.data[?(@.priceExTaxYen > 1600)].jan", 0);
    }

    private String cheapProduct() {
        return text(get("search?q=豆腐"), "$.data[?(@.priceExTaxYen < 300)].jan", 0);
    }

    private MvcTestResult choose(String day, int number) {
        return call(
                HttpMethod.PUT,
                "delivery",
                "{\"addressId\": \"%s\", \"slot\": {\"day\": \"%s\", \"number\": %d}}"
                        .formatted(text(get("addresses"), "$[0].id"), day, number));
    }

    private MvcTestResult put(String jan, int quantity) {
        return call(HttpMethod.PUT, "cart/lines/" + jan, "{\"quantity\": %d}".formatted(quantity));
    }

    private MvcTestResult confirm(String body, String key) {
        return http.post()
                .uri(root() + "orders")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .content(body)
                .exchange();
    }

    private void signIn() {
        token =
                text(
                        call(
                                HttpMethod.POST,
                                "sign-in",
                                "{\"email\": \"%s\", \"password\": \"%s\"}"
                                        .formatted(email, PASSWORD)),
                        "$.token");
    }

    private static String address(String postalCode, String city, String town) {
        return """
        {"label": "職場", "recipient": "湊 花子", "phone": "03-1234-5678", "postalCode": "%s",
         "prefecture": "東京都", "city": "%s", "town": "%s", "street": "1-2-3", "building": ""}
        """
                .formatted(postalCode, city, town);
    }

    private MvcTestResult get(String path) {
        return call(HttpMethod.GET, path, "");
    }

    private MvcTestResult call(HttpMethod method, String path, String body) {
        var request = http.method(method).uri(root() + path);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.contentType("application/json").content(body);
        }
        return request.exchange();
    }

    private static String text(MvcTestResult result, String path) {
        return String.valueOf((Object) JsonPath.read(body(result), path));
    }

    private static String text(MvcTestResult result, String path, int at) {
        return String.valueOf(JsonPath.<java.util.List<?>>read(body(result), path).get(at));
    }

    private static int number(MvcTestResult result, String path) {
        return JsonPath.<Number>read(body(result), path).intValue();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
