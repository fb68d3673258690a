package coop.kumiai.shop.change;

import static coop.kumiai.orders.Shopping.RICE;
import static coop.kumiai.orders.Shopping.SOAP;
import static coop.kumiai.testing.SentForm.csrf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.demo.Mail;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.Carts;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.orders.Shopping;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Mails;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.web.SignedIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** An order changed over HTTP, as a browser without script does it. */
@KumiaiTest
class ChangeOrderPagesTests {
    @Autowired MockMvcTester mvc;
    @Autowired Accounts accounts;
    @Autowired Carts carts;
    @Autowired Orders orders;
    @Autowired Mails mails;
    @Autowired TestCoops coops;
    @Autowired BusinessClock clock;
    @Autowired ApplicationContext context;
    CoopId coop;
    Shopping shopping;
    UUID account;
    Order order;
    String change;

    @BeforeEach
    void anOrder() {
        coop = coops.fresh();
        shopping = new Shopping(coop, context);
        account = shopping.readyMember();
        order = orders.place(coop, account, shopping.confirmation(account, "the first key"));
        change = "orders/" + order.id() + "/change";
    }

    @Test
    @Rule({"N-ORD-6", "N-ORD-7"})
    @DisplayName("数を変え、便を移し、前と後の金額を見て確定する")
    void goodsAndSlotAreChangedAndOldAndNewMoneyStandSideBySide() {
        assertThat(get("orders/" + order.id())).bodyText().contains("注文を変更する");
        assertThat(get(change)).bodyText().contains("新米 2kg", "注文変更を確定", "空きあり");
        assertThat(post(change, Map.of("goods-" + RICE.digits(), "３")))
                .hasStatus(HttpStatus.SEE_OTHER);
        post(change + "/slot", Map.of("slot", "shibuya.2026-11-22.1"));
        var page = text(get(change + "/confirm"));
        assertThat(page)
                .contains("2,380円から3,460円になり、1,080円増えます", "2点　2,160円", "3点　3,240円")
                .contains("11/21(土)", "11/22(日)", "＋1,080円");
        assertThat(orders.own(coop, account, order.id())).isEqualTo(order);

        assertThat(post(change + "/confirm", hidden(page))).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(post(change + "/confirm", hidden(page))).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get(change + "/done")).bodyText().contains("ご注文を変更しました", "3,460円");
        assertThat(get("orders/" + order.id())).bodyText().contains("変更済み　3,460円", "11/22(日)");
        assertThat(orders.versions(coop, account, order.id())).hasSize(2);
        assertThat(mails.to(accounts.get(coop, account).email(), 2))
                .filteredOn(it -> it.subject().startsWith("ご注文の変更を承りました"))
                .singleElement()
                .extracting(Mail::text)
                .asString()
                .contains("2,380円 → 3,460円", "11/22(日) 1便");
    }

    @Test
    @DisplayName("カートの商品を同じ便のご注文に足せて、足すものがなければ言葉で断る")
    void theCartOffersToJoinTheOpenOrder() {
        assertThat(post(change + "/cart", Map.of()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("カートに商品がありません");
        carts.add(coop, account, SOAP, 1);
        assertThat(get("cart")).bodyText().contains("このご注文に追加する", order.number());
        assertThat(post(change + "/cart", Map.of())).hasStatus(HttpStatus.SEE_OTHER);
        var page = text(get(change + "/confirm"));
        assertThat(page).contains("カートの1品を追加します", "せっけん");
        post(change + "/confirm", hidden(page));
        assertThat(carts.view(coop, account).isEmpty()).isTrue();
        assertThat(orders.own(coop, account, order.id()).current().lines()).hasSize(2);
    }

    @Test
    @Rule("N-ORD-8")
    @DisplayName("締切のあとは、変更の代わりにお店の電話が出る")
    void afterTheCutoffTheStoreIsCalled() {
        clock.standAt(order.current().cutoffAt());
        assertThat(get("orders/" + order.id())).bodyText().doesNotContain("注文を変更する").contains("電話");
        assertThat(post(change, Map.of("goods-" + RICE.digits(), "3")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("電話");
        assertThat(get(change + "/confirm")).bodyText().doesNotContain("data-once");
    }

    @Test
    @DisplayName("数でないもの、知らない便、やめた案は、言葉で断るかもとのまま")
    void badInputChangesNothing() {
        for (var typed : List.of("-1", "たくさん", "99999999999", "' or 1=1")) {
            assertThat(post(change, Map.of("goods-" + RICE.digits(), typed)))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("0から");
        }
        for (var slot : List.of("", "meguro.2026-11-21.1", "shibuya.2026-12-24.1")) {
            assertThat(post(change + "/slot", Map.of("slot", slot)))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var gone = Map.of("draft", UUID.randomUUID().toString(), "revision", "x");
        assertThat(post(change + "/confirm", gone))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("この変更の案はもうありません");
        assertThat(post(change + "/discard", Map.of())).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(orders.own(coop, account, order.id())).isEqualTo(order);
    }

    @Test
    void anotherMemberFindsNothing() {
        account = shopping.member();
        assertThat(get(change)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(change, Map.of())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(change + "/discard", Map.of())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    @DisplayName("同じ商品をもう一度カートに入れ、取り扱いのないものは名前で知らせる")
    void theSameGoodsGoIntoTheCartAgain() {
        assertThat(post("orders/" + order.id() + "/again", Map.of()))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(carts.view(coop, account).quantityOf(RICE)).isEqualTo(2);
        carts.clear(coop, account);
        shopping.discontinue(RICE);
        assertThat(post("orders/" + order.id() + "/again", Map.of()))
                .hasStatusOk()
                .bodyText()
                .contains("カートに入れられませんでした", "新米 2kg");
        assertThat(shopping.rows("orders.cart")).as("no cart begins its time").isZero();
    }

    private MvcTestResult get(String page) {
        return mvc.get().uri("/" + coop + "/" + page).with(member()).exchange();
    }

    private MvcTestResult post(String page, Map<String, String> fields) {
        var request = mvc.post().uri("/" + coop + "/" + page).with(member()).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private RequestPostProcessor member() {
        var signedIn = SignedIn.of(coop, accounts.get(coop, account), Set.of());
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()));
    }

    private static String text(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** What the form that confirms sends. */
    private static Map<String, String> hidden(String page) {
        return Map.of("draft", value(page, "draft"), "revision", value(page, "revision"));
    }

    private static String value(String page, String name) {
        var found = Pattern.compile("name=\"%s\" value=\"([^\"]+)\"".formatted(name)).matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
