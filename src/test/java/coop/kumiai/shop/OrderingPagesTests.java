package coop.kumiai.shop;

import static coop.kumiai.orders.Shopping.BEER;
import static coop.kumiai.orders.Shopping.CHICKEN;
import static coop.kumiai.orders.Shopping.RICE;
import static coop.kumiai.orders.Shopping.SOAP;
import static coop.kumiai.orders.Shopping.TOMORROW;
import static coop.kumiai.testing.SentForm.csrf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.catalog.Jan;
import coop.kumiai.coupons.CouponDesk;
import coop.kumiai.coupons.CouponSamples;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Joining;
import coop.kumiai.orders.CartTerms;
import coop.kumiai.orders.Carts;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.Shopping;
import coop.kumiai.orders.SlotHoldTerms;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.web.SignedIn;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** From the slot to the cancellation over HTTP, as a browser without script does it. */
@KumiaiTest
class OrderingPagesTests {
    private static final Map<String, String> WISHES =
            Map.of(
                    "payment", "cash_on_delivery",
                    "shortage", "cancel",
                    "remarks", "魚は三枚におろしてください",
                    "chopsticks", "2",
                    "spoons", "0");

    @Autowired MockMvcTester mvc;
    @Autowired Accounts accounts;
    @Autowired Carts carts;
    @Autowired Orders orders;
    @Autowired CouponDesk couponDesk;
    @Autowired TestCoops coops;
    @Autowired BusinessClock clock;
    @Autowired ApplicationContext context;
    CoopId coop;
    Shopping shopping;
    UUID account;
    Cookie browser = new Cookie("kumiai", "none");

    @BeforeEach
    void aMember() {
        coop = coops.fresh();
        shopping = new Shopping(coop, context);
        account = shopping.member();
    }

    @Test
    @Rule({"N-SLOT-1", "N-SLOT-6", "N-FEE-1", "N-AREA-2"})
    @DisplayName("便は今日から明後日まで。手数料とお知らせは便の上に出る")
    void theSlotsStandBelowAddressFeeAndNotices() {
        var page = text(get("slots"));
        assertThat(page)
                .contains("東京都渋谷区桜丘町1-2-3", "220円", "11/20(金)", "11/22(日)", "空きあり")
                .doesNotContain("11/23(月)");
        assertThat(page.indexOf("配達手数料")).isLessThan(page.indexOf("slot-columns"));
    }

    @Test
    @Rule({"N-SLOT-3", "N-SLOT-5"})
    @DisplayName("満員の便と締切を過ぎた便は選べない")
    void fullAndPastSlotsAreNoButtons() {
        shopping.leave(TOMORROW, 0);
        clock.standAt(TestClock.jst("2026-11-20T10:00"));
        var page = text(get("slots"));
        assertThat(page)
                .contains("満員", "締切")
                .doesNotContain("name=\"slot\" value=\"shibuya.2026-11-21.2\"")
                .doesNotContain("value=\"shibuya.2026-11-20.2\"")
                .contains("value=\"shibuya.2026-11-20.3\"");
        assertThat(post("slots", Map.of("slot", "shibuya.2026-11-21.2")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("満員になりました");
    }

    @Test
    @Rule("N-SLOT-3")
    @DisplayName("満員の便は空き待ちができ、やめることもできる")
    void oneCanWaitForAFullSlot() {
        assertThat(text(get("slots"))).doesNotContain("空いたら知らせる");
        shopping.leave(TOMORROW, 0);
        assertThat(text(get("slots"))).contains("空いたら知らせる");
        var slot = Map.of("wait", "shibuya.2026-11-21.2");
        assertThat(post("slots/wait", slot)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(text(get("slots"))).contains("空き待ち中", "空き待ちをやめる").doesNotContain("空いたら知らせる");
        assertThat(post("slots/wait/stop", slot)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(text(get("slots"))).contains("空いたら知らせる");
        assertThat(post("slots/wait", Map.of("wait", "shibuya.2026-11-21.3")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("いま空きがあります");
    }

    @Test
    @DisplayName("残りが少ない便は、言葉でも伝える")
    void fewPlacesAreTold() {
        shopping.leave(TOMORROW, 1);
        assertThat(get("slots")).bodyText().contains("残りわずか");
    }

    @Test
    void aChosenSlotStandsInTheLineOfEveryPage() {
        choose("shibuya.2026-11-21.2");
        assertThat(get("cart"))
                .bodyText()
                .contains("お届け 11/21(土) 2便 14–16時", "締切 11/21(土) 10:00", "渋谷店");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shibuya.2026-11-30.1",
                "shibuya.2026-02-31.1",
                "meguro.2026-11-21.1",
                "shibuya.2026-11-21.9",
                "'; drop table orders.cart; --"
            })
    void whatIsNoSlotIsRefusedInWords(String slot) {
        assertThat(post("slots", Map.of("slot", slot)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("別の便をお選びください");
    }

    @Test
    @Rule({"N-ORD-1", "N-ORD-2", "N-CART-1"})
    @DisplayName("カートには、のこり時間、合計、あといくらかが出る")
    void theCartShowsTimeTotalAndWhatIsMissing() {
        put(SOAP, "２");
        var page = text(get("cart"));
        assertThat(page)
                .contains("のこり", "60", "1,000円", "1,220")
                .contains("ご注文は税抜1,500円からです。あと590円分お選びください。");
    }

    @ParameterizedTest
    @CsvSource({"7, 6点までです", "-1, 0から6まで", "たくさん, 数字で", "99999999999, 数字で", "1000000, 6点まで"})
    @Rule("N-ORD-2")
    void wrongNumbersAreRefusedInWords(String quantity, String sentence) {
        assertThat(lines(RICE, quantity))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(sentence);
        assertThat(carts.view(coop, account).isEmpty()).isTrue();
    }

    @Test
    void withScriptTheStepperAndTheCartComeBack() {
        assertThat(stepped(RICE, "1", "1"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<html")
                .contains(
                        "id=\"in-cart-" + RICE.digits() + "\"",
                        "id=\"cart-bar\"",
                        "id=\"cart-side\"",
                        "2,160円");
    }

    @Test
    void anUnknownProductIsNotFound() {
        assertThat(lines(new Jan("2002000001009"), "1")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("cart/lines", Map.of("product", "<script>", "quantity", "1")))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    @Rule("N-ORD-1")
    @DisplayName("ご注文の前に足りないことには、くわしい案内への道がある")
    void whatStandsInTheWayLeadsToItsHelp() {
        put(SOAP, "1");
        assertThat(get("cart"))
                .bodyText()
                .contains("ご注文は税抜1,500円からです", "ヘルプ：<a href=\"/" + coop + "/help/orders/limits\"");
        assertThat(stepped(SOAP, "1", "1"))
                .bodyText()
                .contains("ご注文は税抜1,500円からです", "/" + coop + "/help/orders/limits\"");
    }

    @Test
    @Rule("N-CART-1")
    @DisplayName("時間が過ぎたカートは空で、わけを伝える")
    void anEndedCartSaysWhy() {
        put(RICE, "2");
        clock.standAt(TestClock.jst("2026-11-20T09:00"));
        assertThat(get("")).bodyText().contains("60分が過ぎたため、カートは空になりました");
        assertThat(text(get("cart")).split("60分が過ぎたため、カートは空になりました", -1)).hasSize(2);
        assertThat(post("cart/forget", Map.of())).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get("cart")).bodyText().doesNotContain("60分が過ぎた");
    }

    @Test
    @Rule("X-CART-1")
    void aKeptListComesBackWithOnePress() {
        coops.decide(
                coop,
                new CartTerms(Duration.ofMinutes(60), CartTerms.AtExpiry.KEEP),
                "",
                LocalDate.of(2026, 11, 1));
        put(RICE, "2");
        clock.standAt(TestClock.jst("2026-11-20T09:00"));
        assertThat(get("cart")).bodyText().contains("1品をカートに戻す");
        assertThat(post("cart/restore", Map.of())).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(carts.view(coop, account).pieces()).isEqualTo(2);
    }

    @Test
    @DisplayName("カートの中で価格が変わったら、新旧を見せて確かめてもらう")
    void aNewPriceIsShownAndTaken() {
        ready();
        shopping.price(RICE, 1100);
        assertThat(get("cart")).bodyText().contains("1,080円から1,188円", "新しい価格で続ける");
        assertThat(get("checkout")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(post("cart/prices", Map.of("revision", carts.view(coop, account).revision())))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get("checkout")).hasStatusOk();
    }

    @Test
    @Rule({
        "N-ORD-3",
        "N-ORD-4",
        "N-ORD-5",
        "N-ORD-6",
        "N-PAY-1",
        "N-PAY-2",
        "N-SLOT-4",
        "N-AREA-2"
    })
    @DisplayName("入力、確認、完了。購入履歴に残り、締切の前は取り消せる")
    void anOrderFromCheckoutToCancellation() {
        ready();
        assertThat(get("checkout")).bodyText().contains("代金引換", "20枚まで", "備考", "割りばし", "置き配");
        assertThat(post("checkout", WISHES)).hasStatus(HttpStatus.SEE_OTHER);
        var letter = text(get("checkout/confirm"));
        assertThat(letter)
                .contains("湊 花子 様", "11/21(土) 2便 14–16時", "魚は三枚におろしてください", "2,380円", "注文を確定する");

        var confirmed = post("checkout/confirm", hidden(letter));
        assertThat(confirmed).hasStatus(HttpStatus.SEE_OTHER);
        var order = orders.history(coop, account, Optional.empty(), 1).orders().getFirst();
        assertThat(location(confirmed)).isEqualTo(path("orders/" + order.id() + "/done"));
        assertThat(get("orders/" + order.id() + "/done"))
                .bodyText()
                .contains(order.number(), "現金で 2,380円", "11/21(土) 10時まで");
        assertThat(get("orders")).bodyText().contains(order.number());
        assertThat(get("orders/" + order.id())).bodyText().contains("魚は三枚におろしてください", "注文を取り消す");

        assertThat(get("orders/" + order.id() + "/cancel")).bodyText().contains("すべて取り消します");
        assertThat(post("orders/" + order.id() + "/cancel", Map.of()))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get("orders/" + order.id())).bodyText().contains("取り消し済み");
        assertThat(shopping.taken(TOMORROW)).isZero();
    }

    @Test
    @Rule({"N-CPN-1", "N-CPN-2"})
    @DisplayName("クーポンを選び直し、確かめて確定し、取り消すと一覧に戻る")
    void aCouponFromTheListThroughTheOrderAndBack() {
        var first = CouponSamples.amount(100).named("冬支度").in(coop, couponDesk);
        var second = CouponSamples.amount(250).named("鍋の日").least(1900).in(coop, couponDesk);
        ready();
        assertThat(get("coupons"))
                .bodyText()
                .contains("冬支度", "250円引き", "商品の小計が税抜1,900円以上のご注文で", "11/30(月)まで");
        post("coupons/" + first + "/claim", Map.of());
        assertThat(post("coupons/" + second + "/claim", Map.of())).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get("coupons")).bodyText().contains("次のご注文で使います", "使うのをやめる");
        assertThat(get("cart")).bodyText().contains("クーポン「鍋の日」", "−250円");
        post("checkout", WISHES);
        var letter = text(get("checkout/confirm"));
        assertThat(letter).contains("クーポン「鍋の日」", "−250円", "2,130").doesNotContain("冬支度");
        post("checkout/confirm", hidden(letter));
        var order = orders.history(coop, account, Optional.empty(), 1).orders().getFirst();
        var page = "orders/" + order.id();
        assertThat(get(page)).bodyText().contains("クーポン「鍋の日」", "−250円", "2,130");
        assertThat(get("coupons")).bodyText().contains("冬支度").doesNotContain("鍋の日");
        assertThat(post("coupons/" + second + "/claim", Map.of()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("もうお使いになりました");
        assertThat(get(page + "/cancel")).bodyText().contains("クーポン「鍋の日」はお手元に戻ります");
        post(page + "/cancel", Map.of());
        assertThat(get("coupons")).bodyText().contains("鍋の日");
    }

    @Test
    @Rule("X-ORD-1")
    @DisplayName("減らして下限を割る変更は、なくなる値引きを先に見せる")
    void aChangeShowsTheCouponThatItLoses() {
        var coupon = CouponSamples.amount(250).named("鍋の日").least(2000).in(coop, couponDesk);
        ready();
        put(SOAP, "2");
        post("coupons/" + coupon + "/claim", Map.of());
        post("checkout", WISHES);
        post("checkout/confirm", hidden(text(get("checkout/confirm"))));
        var order = orders.history(coop, account, Optional.empty(), 1).orders().getFirst();
        var root = "orders/" + order.id() + "/change";
        post(root, Map.of("goods-" + RICE.digits(), "1", "goods-" + SOAP.digits(), "1"));
        assertThat(get(root + "/confirm"))
                .bodyText()
                .contains("なくなる値引き", "クーポン「鍋の日」の値引き 250円がなくなります", "あと税抜");
    }

    @Test
    @Rule("N-CAT-3")
    void aVisitorSeesTheCouponsOfTheViewingStore() {
        CouponSamples.amount(100).named("冬支度").in(coop, couponDesk);
        CouponSamples.amount(100).named("目黒だけ").at("meguro").in(coop, couponDesk);
        assertThat(mvc.get().uri(path("coupons")).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("冬支度", "100円引き", "見学中です")
                .doesNotContain("目黒だけ", "このクーポンを使う");
    }

    @Test
    @DisplayName("確定を二度送っても、二つの画面から送っても、注文は一つ")
    void confirmingAgainLeadsToTheSameOrder() {
        ready();
        post("checkout", WISHES);
        var window = hidden(text(get("checkout/confirm")));
        var otherWindow = hidden(text(get("checkout/confirm")));
        var first = location(post("checkout/confirm", window));
        assertThat(location(post("checkout/confirm", window))).isEqualTo(first);
        assertThat(location(post("checkout/confirm", otherWindow))).isEqualTo(first);
        assertThat(shopping.taken(TOMORROW)).isEqualTo(1);
    }

    @Test
    @Rule({"N-SLOT-4", "N-SLOT-3"})
    @DisplayName("確定のとき便が満員なら、カートと入力を残して便を選び直せる")
    void aSlotThatFilledLeadsToAnotherChoice() {
        coops.decide(
                coop,
                new SlotHoldTerms(false, Duration.ofMinutes(10), Duration.ofMinutes(30)),
                "",
                LocalDate.of(2026, 11, 20));
        ready();
        post("checkout", WISHES);
        var letter = hidden(text(get("checkout/confirm")));
        shopping.leave(TOMORROW, 0);
        assertThat(post("checkout/confirm", letter))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("満員になりました", "便を選び直す");
        assertThat(carts.view(coop, account).pieces()).isEqualTo(2);
        choose("shibuya.2026-11-21.3");
        assertThat(get("checkout/confirm")).bodyText().contains("3便", "魚は三枚におろしてください");
    }

    @Test
    @Rule("N-HOUR-1")
    void aClosedShopSaysSoAndKeepsTheCart() {
        ready();
        post("checkout", WISHES);
        var letter = hidden(text(get("checkout/confirm")));
        clock.standAt(TestClock.jst("2026-11-21T03:00"));
        assertThat(post("checkout/confirm", letter))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("3時〜3時30分");
    }

    @ParameterizedTest
    @CsvSource({
        "payment, voucher, 代金引換かクレジットカード",
        "shortage, '', 品切れのときのご希望",
        "chopsticks, 7, 0から6まで",
        "spoons, -1, 0から6まで",
        "chopsticks, 二, 0から6まで",
        "receipt, yes, 宛名を入れてください",
        "receiptTo, 湊 花子, 領収書を希望する"
    })
    @Rule({"N-ORD-3", "N-ORD-4", "N-PAY-1"})
    void whatCannotBeWishedForIsSaidAtItsField(String field, String value, String sentence) {
        ready();
        var fields = new HashMap<>(WISHES);
        fields.put(field, value);
        assertThat(post("checkout", fields))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(sentence, "魚は三枚におろしてください");
    }

    @Test
    @Rule("N-ORD-3")
    @DisplayName("一万文字の備考には、何文字減らすかを伝え、書いたものは残す")
    void tooLongRemarksStayAndAreCounted() {
        ready();
        var fields = new HashMap<>(WISHES);
        fields.put("remarks", "あ".repeat(10_000));
        assertThat(post("checkout", fields))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("9800文字減らしてください", "あああああ");
    }

    @Test
    void scriptInRemarksIsText() {
        ready();
        var fields = new HashMap<>(WISHES);
        fields.put("remarks", "<script>alert(1)</script>\u0000\u202e'; drop table");
        post("checkout", fields);
        assertThat(get("checkout/confirm"))
                .bodyText()
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }

    @Test
    @Rule("N-ALC-1")
    void theYoungAreToldThatAlcoholIsNotForThem() {
        account = shopping.member(LocalDate.of(2010, 1, 1), Joining.WEB);
        ready();
        put(BEER, "1");
        assertThat(get("cart")).bodyText().contains("20歳以上の方だけ");
        assertThat(get("checkout")).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    @Rule({"N-ALC-1", "N-PICK-4", "N-JOIN-2"})
    void whatTheDoorNeedsIsSaidBefore() {
        account = shopping.member(LocalDate.of(1990, 1, 1), Joining.IN_PERSON);
        ready();
        put(BEER, "1");
        put(CHICKEN, "1");
        post("checkout", WISHES);
        assertThat(get("checkout/confirm")).bodyText().contains("年齢を確かめ", "目安の重さ", "出資金", "500円");
    }

    @Test
    @Rule("N-ORD-8")
    void afterTheCutoffTheStoresPhoneStandsThere() {
        ready();
        var order = orders.place(coop, account, shopping.confirmation(account, "a first key"));
        clock.standAt(TestClock.jst("2026-11-21T10:00"));
        assertThat(get("orders/" + order.id()))
                .bodyText()
                .contains("締め切りました", "電話")
                .doesNotContain(order.id() + "/cancel\"");
        assertThat(post("orders/" + order.id() + "/cancel", Map.of()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("電話");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slots",
                "cart",
                "checkout",
                "checkout/confirm",
                "orders",
                "orders/x/cancel"
            })
    void visitorsAreLedToTheSignIn(String page) {
        assertThat(mvc.get().uri(path(page)).exchange())
                .hasStatus(HttpStatus.FOUND)
                .headers()
                .hasValue("Location", path("sign-in?next=") + path(page).replace("/", "%2F"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slots",
                "slots/address",
                "cart/lines",
                "cart/forget",
                "cart/restore",
                "cart/prices",
                "checkout",
                "checkout/confirm",
                "orders/x/cancel"
            })
    void nobodyPostsWithoutSigningInOrWithoutTheFormsToken(String page) {
        assertThat(mvc.post().uri(path(page)).with(csrf()).exchange()).hasStatus(HttpStatus.FOUND);
        assertThat(mvc.post().uri(path(page)).with(member()).exchange())
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void staffAndMembersOfOtherCoopsAreNoMembersHere() {
        var other = coops.fresh();
        assertThat(mvc.get().uri("/" + other + "/cart").with(member()).exchange())
                .hasStatus(HttpStatus.FOUND);
        var staff =
                new SignedIn(
                        coop.code(),
                        UUID.randomUUID(),
                        null,
                        "佐藤",
                        Set.of(new StaffRole(StaffRole.Kind.MANAGER, "shibuya")),
                        1);
        assertThat(mvc.get().uri(path("cart")).with(as(staff)).exchange())
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    @DisplayName("ほかの方のご注文は、あるかどうかも分からない")
    void anotherMembersOrderIsNotThere() {
        ready();
        var order = orders.place(coop, account, shopping.confirmation(account, "a first key"));
        account = shopping.member();
        for (var page : List.of("", "/done", "/cancel")) {
            assertThat(get("orders/" + order.id() + page)).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(post("orders/" + order.id() + "/cancel", Map.of()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("orders/not-an-id")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("orders?after=not-an-id")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("orders?after=" + order.id())).hasStatusOk();
    }

    private void ready() {
        choose("shibuya.2026-11-21.2");
        put(RICE, "2");
    }

    private void choose(String slot) {
        assertThat(post("slots", Map.of("slot", slot))).hasStatus(HttpStatus.SEE_OTHER);
    }

    private void put(Jan jan, String quantity) {
        assertThat(lines(jan, quantity)).hasStatus(HttpStatus.SEE_OTHER);
    }

    private MvcTestResult lines(Jan jan, String quantity) {
        return post("cart/lines", Map.of("product", jan.digits(), "quantity", quantity));
    }

    /** A stepper on the cart's page, with script. */
    private MvcTestResult stepped(Jan product, String quantity, String step) {
        return mvc.post()
                .uri(path("cart/lines"))
                .with(member())
                .with(csrf())
                .header("HX-Request", "true")
                .header("HX-Current-URL", "http://localhost" + path("cart"))
                .param("product", product.digits())
                .param("quantity", quantity)
                .param("step", step)
                .exchange();
    }

    private MvcTestResult get(String page) {
        return kept(mvc.get().uri(path(page)).cookie(browser).with(member()).exchange());
    }

    private MvcTestResult post(String page, Map<String, String> fields) {
        var request = mvc.post().uri(path(page)).cookie(browser).with(member()).with(csrf());
        fields.forEach(request::param);
        return kept(request.exchange());
    }

    /** A browser keeps the cookie of its session. */
    private MvcTestResult kept(MvcTestResult result) {
        var cookie = result.getResponse().getCookie("kumiai");
        browser = cookie == null ? browser : cookie;
        return result;
    }

    private RequestPostProcessor member() {
        return as(SignedIn.of(coop, accounts.get(coop, account), Set.of()));
    }

    private static RequestPostProcessor as(SignedIn signedIn) {
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()));
    }

    private String path(String page) {
        return "/" + coop + "/" + page;
    }

    private static String location(MvcTestResult result) {
        return String.valueOf(result.getResponse().getHeader("Location"));
    }

    private static String text(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** The hidden fields of the form that confirms. */
    private static Map<String, String> hidden(String page) {
        var form = page.substring(page.indexOf("data-once"));
        var fields = new HashMap<String, String>();
        var input =
                Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\"(?: value=\"([^\"]*)\")?");
        input.matcher(form.substring(0, form.indexOf("</form>")))
                .results()
                .filter(it -> !it.group(1).equals("_csrf"))
                .forEach(it -> fields.put(it.group(1), it.group(2) == null ? "" : it.group(2)));
        return fields;
    }
}
