package coop.kumiai.shop.help;

import static coop.kumiai.testing.SentForm.csrf;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.help.HelpArticles;
import coop.kumiai.help.HelpLink;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.net.URI;
import java.util.regex.Pattern;

@KumiaiTest
class HelpPagesTests {
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"#]+)\"");

    @Autowired MockMvcTester http;
    @Autowired HelpArticles help;
    @Autowired TestCoops coops;
    CoopId coop;

    @BeforeEach
    void aCoop() {
        coop = coops.fresh();
    }

    @Test
    void everybodyReadsTheContents() {
        assertThat(get("help"))
                .hasStatusOk()
                .bodyText()
                .contains("いくらから、いくらまで注文できますか", "/" + coop + "/help/orders/limits");
    }

    @Test
    void everyArticleIsAPage() {
        help.contents().stream()
                .flatMap(group -> group.articles().stream())
                .map(HelpLink::path)
                .forEach(path -> assertThat(get(path)).as(path).hasStatusOk());
    }

    @Test
    void noLinkOfAnArticleIsDead() {
        help.contents().stream()
                .flatMap(group -> group.articles().stream())
                .forEach(this::everyLinkIsAlive);
    }

    @Test
    @Rule("N-ORD-9")
    void theStoreCanBeCalled() {
        assertThat(get("help/orders/internet-only"))
                .bodyText()
                .contains("渋谷店", "href=\"tel:03-5550-0101\"");
    }

    @Test
    void aSearchShowsWhatItFound() {
        assertThat(get("help?q=領収書")).bodyText().contains("「領収書」のヘルプ");
        assertThat(get("help?q=ぬるぽ")).bodyText().contains("見つかりませんでした");
    }

    @Test
    void whatIsTypedIntoTheSearchIsNotMarkup() {
        assertThat(get("help?q=<script>alert(1)</script>"))
                .bodyText()
                .doesNotContain("<script>alert");
    }

    @Test
    void aRefusedFormLeadsToTheArticle() {
        var refused =
                http.post()
                        .uri("/" + coop + "/sign-in")
                        .with(csrf())
                        .param("email", "nobody@example.com")
                        .param("password", "a wrong password")
                        .exchange();

        assertThat(refused)
                .hasStatus(422)
                .bodyText()
                .contains("/" + coop + "/help/accounts/sign-in-trouble", "ログインできません");
    }

    @Test
    void anUnknownArticleIsNotFound() {
        assertThat(get("help/orders/unknown")).hasStatus(404);
        assertThat(get("help/orders/index")).hasStatus(404);
        assertThat(http.get().uri("/nowhere/help").exchange()).hasStatus(404);
    }

    private void everyLinkIsAlive(HelpLink article) {
        var page = URI.create("/" + coop + "/" + article.path());
        LINK.matcher(body(get(article.path())))
                .results()
                .map(link -> page.resolve(link.group(1)))
                .filter(link -> link.getScheme() == null && link.getPath().contains("/help"))
                .distinct()
                .forEach(link -> assertThat(http.get().uri(link).exchange()).hasStatusOk());
    }

    private MvcTestResult get(String path) {
        return http.get().uri("/" + coop + "/" + path).exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(
                result.getResponse().getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
