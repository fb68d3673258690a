package coop.kumiai.shop.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.Carts;
import coop.kumiai.orders.Shopping;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.web.SignedIn;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The pages of the catalogue, as a visitor of the demo co-op sees them. */
@KumiaiTest
class CatalogPagesTests {
    private static final CoopId MINATO = new CoopId("minato");
    private static final String LEEK = "2002000020000";
    private static final String CITRUS_OF_MEGURO = "2002000101006";

    private static final Jan EGGS = new Jan("4599104000109");

    @Autowired MockMvcTester mvc;
    @Autowired Carts carts;
    @Autowired ApplicationContext context;
    @Autowired TestCoops coops;

    @Test
    @Rule("N-CAT-3")
    @DisplayName("ログインしなくても、見学店舗の商品と価格を見られる")
    void aVisitorSeesTheGoodsAndPricesOfTheViewingStore() {
        assertThat(get("category/vegetables"))
                .hasStatusOk()
                .bodyText()
                .contains("長ねぎ", "税込")
                .doesNotContain("カートに入れる");
        assertThat(get("search?q=フルーツトマト")).bodyText().contains("フルーツトマト 300g");
        assertThat(get("product/" + LEEK))
                .hasStatusOk()
                .bodyText()
                .contains("/minato/sign-in?next=/minato/product/" + LEEK);
    }

    @Test
    void theEntranceShowsCategoriesAndWhatCostsLessForSomeDays() {
        assertThat(get(""))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<h1>何をお求めですか</h1>",
                        "/minato/category/fish",
                        "渋谷店の商品と価格",
                        "期間限定の価格",
                        "11/23(月)までの価格");
    }

    @Test
    @DisplayName("アレルゲンと栄養成分を、商品の表示が正しいという言葉とともに示す")
    void aProductSaysWhatItsLabelSays() {
        assertThat(get("product/" + EGGS))
                .bodyText()
                .contains(
                        "お届けした商品の表示が正しい内容",
                        "表示の義務がある8品目",
                        "<td>卵</td>",
                        "表示をすすめられた20品目",
                        "<td>なし</td>",
                        "栄養成分（可食部100gあたり）",
                        "142 kcal");
        assertThat(get("product/" + LEEK)).bodyText().doesNotContain("栄養成分");
    }

    @Test
    void aCategoryIsReadPartByPart() {
        assertThat(get("category/vegetables"))
                .bodyText()
                .contains("つぎの商品を見る")
                .doesNotContain("はじめから見る");
        assertThat(get("category/vegetables?after=" + LEEK))
                .hasStatusOk()
                .bodyText()
                .contains("はじめから見る");
        assertThat(get("category/vegetables?after=xyz")).hasStatusOk();
        assertThat(get("category/nothing")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aSearchSaysHowManyItFound() {
        assertThat(get("search?q=豆腐"))
                .hasStatusOk()
                .bodyText()
                .contains("「豆腐」の検索結果", "絹豆腐", "件")
                .containsPattern("<input id=\"search\"[^>]* value=\"豆腐\"");
        assertThat(get("search?q=みなと&page=2")).bodyText().contains("2／");
        assertThat(get("search?q=みなと&page=x")).bodyText().contains("1／");
    }

    @Test
    void aSearchWithoutAHitNamesItsWordsAndOffersTheCategories() {
        assertThat(get("search?q=zzzz"))
                .hasStatusOk()
                .bodyText()
                .contains("「zzzz」は見つかりませんでした", "/minato/category/bread");
        assertThat(get("search")).hasStatusOk().bodyText().contains("商品の名前を入れてください");
    }

    @Test
    @DisplayName("見つからないときは、そう伝えて、次の手を出す")
    void nothingFoundIsSaidWithWaysOut() {
        assertThat(get("search?q=ゆきおとこ"))
                .hasStatusOk()
                .bodyText()
                .contains("「ゆきおとこ」は見つかりませんでした", "書きまちがいがないか", "売場からさがす")
                .doesNotContain("class=\"product\"");
        assertThat(get("search?q=とても新鮮なトマトをください"))
                .hasStatusOk()
                .bodyText()
                .contains("に合う商品は見つかりませんでした", "言葉の一部だけが合う商品です", "class=\"product\"");
    }

    @Test
    void namesAreSuggestedWhileTyping() {
        assertThat(get("search/suggestions?q=ヨーグ"))
                .hasStatusOk()
                .bodyText()
                .contains("ヨーグルト</a>", "/minato/search?q=")
                .doesNotContain("<html");
        assertThat(get("search/suggestions?q=")).hasStatusOk().bodyText().isBlank();
    }

    @Test
    void aProductSaysAllThatIsToBeKnown() {
        assertThat(get("product/" + LEEK))
                .hasStatusOk()
                .bodyText()
                .contains("<h1>長ねぎ", "軽減税率", "点まで", "みなと青果センター");
    }

    @Test
    @Rule("N-ALC-1")
    void alcoholSaysForWhomItIs() {
        assertThat(get("search?q=ラガービール")).bodyText().contains("お酒");
        assertThat(get("product/4599117000103")).bodyText().contains("20歳以上の方に限ります", "標準税率");
    }

    @Test
    void goodsSoldByWeightSayThatThePriceIsAnEstimate() {
        assertThat(get("search?q=若鶏もも肉")).bodyText().contains("グラム売り", "100gあたり", "お届けの重さで決まります");
    }

    @Test
    @Rule("N-CAT-1")
    void whatTheStoreDoesNotSellIsShownAndCannotBeBought() {
        assertThat(get("search?q=デコポン")).bodyText().doesNotContain("デコポン 2個入");
        assertThat(get("product/" + CITRUS_OF_MEGURO))
                .hasStatusOk()
                .bodyText()
                .contains("渋谷店では、いまこの商品をお届けできません")
                .doesNotContain("カートに入れる");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "product/1",
                "product/4599999999999",
                "product/%27%20or%201=1",
                "category/%3Cscript%3E",
                "nothing-here"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(get(path)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whatIsTypedIsTextOnThePage() {
        assertThat(get("search?q=<script>alert(1)</script>"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<script>alert");
        assertThat(get("search?q=" + "卵".repeat(3000))).hasStatusOk();
    }

    @Test
    void anotherCoopHasItsOwnShelves() {
        var other = coops.fresh();
        assertThat(mvc.get().uri("/{coop}/product/{jan}", other.code(), LEEK).exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/{coop}/search?q={q}", other.code(), "長ねぎ").exchange())
                .hasStatusOk()
                .bodyText()
                .contains("見つかりませんでした");
        assertThat(mvc.get().uri("/nowhere/").exchange()).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    @Rule({"N-CAT-1", "N-ORD-2"})
    void aMemberBuysWhatTheStoreOfTheAddressSellsUpToTheLimit() {
        var coop = coops.stocked();
        var account = new Shopping(coop, context).member();
        assertThat(get(coop, account, "category/dairy"))
                .hasStatusOk()
                .bodyText()
                .contains("カートに入れる")
                .doesNotContain("見学中です");
        carts.add(coop, account, EGGS, 2);
        assertThat(get(coop, account, "product/" + EGGS))
                .bodyText()
                .contains("一度に2点まで", "value=\"2\"")
                .doesNotContain("ログインして注文する");
    }

    private MvcTestResult get(CoopId coop, UUID account, String path) {
        var member = new SignedIn(coop.code(), account, null, "湊 花子", Set.of(), 1);
        return mvc.get()
                .uri("/" + coop + "/" + path)
                .with(
                        authentication(
                                UsernamePasswordAuthenticationToken.authenticated(
                                        member, null, List.of())))
                .exchange();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(java.net.URI.create(encoded("/" + MINATO + "/" + path))).exchange();
    }

    private static String encoded(String path) {
        return path.codePoints()
                .mapToObj(Character::toString)
                .map(
                        sign ->
                                sign.matches("[!-;=?-~]")
                                        ? sign
                                        : java.net.URLEncoder.encode(
                                                sign, java.nio.charset.StandardCharsets.UTF_8))
                .collect(java.util.stream.Collectors.joining());
    }
}
