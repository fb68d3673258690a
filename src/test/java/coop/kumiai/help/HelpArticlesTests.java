package coop.kumiai.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.OrderLimits;
import coop.kumiai.payments.CashOnDelivery;
import coop.kumiai.policies.Coop;
import coop.kumiai.policies.Coops;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestClock;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

@KumiaiTest
class HelpArticlesTests {
    private static final LocalDate TOMORROW = LocalDate.of(2026, 11, 21);

    @Autowired HelpArticles help;
    @Autowired PolicyFigures figures;
    @Autowired Coops allCoops;
    @Autowired TestCoops coops;
    @Autowired BusinessClock clock;
    CoopId coop;

    @BeforeEach
    void aCoop() {
        coop = coops.fresh();
    }

    @Test
    void everyArticleIsTrueForEveryCoopAndStore() {
        for (var each : allCoops.all()) {
            for (var store : List.of("", "shibuya", "meguro", "setagaya")) {
                assertThat(allPages(each, store)).isNotEmpty().allSatisfy(this::isWhole);
            }
        }
    }

    @Test
    void anArticleWithAFigureThatNoPolicyHasKeepsTheProductFromStarting() {
        assertThatThrownBy(() -> shelf("税抜{{orders.limits.leastInTax}}からです。"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("orders/bad")
                .hasStackTraceContaining("no policy has orders.limits.leastInTax");
        assertThatThrownBy(() -> shelf("{{orders.unknown.least}}からです。"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> shelf("{{#orders.cart.fee}}\nあり\n{{/orders.cart.fee}}"))
                .isInstanceOf(IllegalStateException.class);
        assertThatCode(() -> shelf("税抜{{orders.limits.leastExTax}}からです。"))
                .doesNotThrowAnyException();
    }

    @Test
    @Rule({"N-ORD-1", "N-ORD-2"})
    void anArticlePrintsThePolicyOfTheCoopAndTheDay() {
        assertThat(html("orders", "limits")).contains("税抜1,500円から税抜29,999円まで");
        assertThat(html("orders", "quantity")).contains("6点まで");

        coops.decide(coop, new OrderLimits(Yen.of(2_000), Yen.of(40_000), 8), "", TOMORROW);
        clock.standAt(TestClock.jst("2026-11-21T00:00"));

        assertThat(html("orders", "limits")).contains("税抜2,000円から税抜40,000円まで");
        assertThat(html("orders", "quantity")).contains("8点まで").doesNotContain("6点");
    }

    @Test
    void aDecidedChangeAnnouncesItselfBeforeItsDay() {
        coops.decide(coop, new OrderLimits(Yen.of(2_000), Yen.of(29_999), 6), "", TOMORROW);

        assertThat(html("orders", "limits"))
                .containsSubsequence(
                        "税抜1,500円から税抜29,999円まで",
                        "2026年11月21日(土)からは、次のとおりです。",
                        "税抜2,000円から税抜29,999円まで");
        assertThat(html("orders", "quantity")).doesNotContain("2026年");
    }

    @Test
    void aChangeOfAnotherCoopSaysNothingHere() {
        coops.decide(
                coops.fresh(), new OrderLimits(Yen.of(2_000), Yen.of(29_999), 6), "", TOMORROW);

        assertThat(html("orders", "limits")).doesNotContain("2,000円");
    }

    @Test
    void aFeeThatIsNoughtIsSaidInWordsAndAnnouncedWhenItComes() {
        coops.decide(coop, new CashOnDelivery(Yen.of(330), 20), "", TOMORROW);

        assertThat(html("payments", "cash"))
                .containsSubsequence("手数料はいただきません。", "2026年11月21日", "手数料は、ご注文のたびに330円です。");
    }

    @Test
    @Rule({"N-SLOT-1", "N-SLOT-2", "N-SLOT-5", "N-FEE-1"})
    void aStoreHasItsOwnSlotsAndFee() {
        assertThat(page("shibuya", "stores", "slots").html())
                .contains("<li>1便 12時〜14時（締切 お届けの日の9時）</li>", "ご希望は、お受けできません");
        assertThat(page("setagaya", "stores", "slots").html())
                .contains("<li>1便 12時〜14時（締切 お届けの日の8時30分）</li>");
        assertThat(page("shibuya", "stores", "delivery-fee").html()).contains("税込220円");
        assertThat(page("setagaya", "stores", "delivery-fee").html()).contains("税込330円");
        assertThat(page("setagaya", "stores", "slots").byStore()).isTrue();
        assertThat(page("setagaya", "orders", "limits").byStore()).isFalse();
    }

    @ParameterizedTest
    @Rule({
        "N-JOIN-1",
        "N-JOIN-3",
        "N-REG-2",
        "N-HOUR-1",
        "N-SLOT-6",
        "N-CART-1",
        "N-ORD-4",
        "N-ORD-9",
        "N-ALC-1",
        "N-DELIV-2",
        "N-RET-1",
        "N-PAY-2",
        "N-RCPT-1",
        "N-RCPT-2",
        "N-ENV-1"
    })
    @CsvSource({
        "members, joining, 一口あたり500円",
        "members, shares, おやめになるときは、お返しします",
        "members, member-code, お店のポイントカードの裏面",
        "accounts, mail-does-not-come, <strong>minato.coop.example</strong> からのメール",
        "accounts, devices, 従来型の携帯電話（ガラケー）では、お使いになれません",
        "stores, hours, 毎日3時から3時30分まで",
        "stores, horizon, 2日先の分まで",
        "orders, cart-life, 60分のあいだ",
        "orders, cutlery, 割りばしは6本、スプーンは6本まで",
        "orders, internet-only, インターネットでだけ",
        "orders, alcohol, 20歳以上の方",
        "payments, cash, 20枚まで",
        "payments, receipt, 適格請求書（インボイス）",
        "fulfilment, absence, 17時までにお電話",
        "fulfilment, absence, 4・5便",
        "fulfilment, returns, 7日目まで",
    })
    void whatAMemberHasToKnowIsSaid(String module, String name, String words) {
        assertThat(html(module, name)).contains(words);
    }

    @Test
    void theContentsHaveEveryArticleOnceInItsGroup() {
        var listed = help.contents().stream().flatMap(group -> group.articles().stream()).toList();

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        help.articles().stream().map(Article::link).toList())
                .hasSizeGreaterThan(30);
        assertThat(help.contents()).noneMatch(group -> group.introduction().isBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "領収書, receipt",
        "ﾊﾟｽﾜｰﾄﾞ 忘れ, forgotten-password",
        "おきはい, leave-at-door",
        "インボイス, receipt",
        "代引き, cash",
        "送料, delivery-fee",
        "不在 再配達, absence",
    })
    void aSearchFindsTheArticleFirst(String words, String name) {
        assertThat(help.search(words)).first().extracting(HelpLink::name).isEqualTo(name);
    }

    @Test
    void aSearchForNonsenseFindsNothing() {
        assertThat(help.search("ぬるぽ")).isEmpty();
    }

    @Test
    void aRefusalHasItsArticle() {
        assertThat(help.about("stores/slot-full"))
                .get()
                .extracting(HelpLink::name)
                .isEqualTo("full");
        assertThat(help.about("")).isEmpty();
    }

    private void isWhole(HelpPage page) {
        assertThat(page.html()).as(page.link().path()).isNotBlank().doesNotContain("{{", "}}");
        assertThat(page.group().title()).isNotBlank();
    }

    private Stream<HelpPage> allPages(Coop of, String store) {
        return help.articles().stream()
                .map(it -> help.read(of.id(), store, it.module(), it.name()).orElseThrow());
    }

    private String html(String module, String name) {
        return page("shibuya", module, name).html();
    }

    private HelpPage page(String store, String module, String name) {
        return help.read(coop, store, module, name).orElseThrow();
    }

    private HelpArticles shelf(String markdown) {
        var article = Article.parse("orders", "bad", "---\ntitle: 題\norder: 1\n---\n" + markdown);
        return new HelpArticles(List.of(article), figures, clock);
    }
}
