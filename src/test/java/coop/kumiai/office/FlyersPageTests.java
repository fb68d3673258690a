package coop.kumiai.office;

import static coop.kumiai.accounts.db.Tables.AUDIT;
import static coop.kumiai.testing.SentForm.csrf;
import static coop.kumiai.testing.TestClock.jst;
import static coop.kumiai.testing.TestOrders.MILK;
import static coop.kumiai.testing.TestOrders.RICE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.catalog.Catalog;
import coop.kumiai.catalog.FlyerLine;
import coop.kumiai.catalog.FlyerPrices;
import coop.kumiai.catalog.FlyerTerms;
import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Price;
import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestOrders;
import coop.kumiai.web.SignedIn;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

@KumiaiTest
class FlyersPageTests {
    private static final String HEADER = "jan,price_mode,price_yen,valid_from,valid_to\n";

    @Autowired MockMvcTester http;
    @Autowired TestOrders some;
    @Autowired TestCoops coops;
    @Autowired Accounts accounts;
    @Autowired FlyerPrices flyers;
    @Autowired Catalog catalog;
    @Autowired BusinessClock clock;
    @Autowired DSLContext sql;
    CoopId coop;
    UUID editor;

    @BeforeEach
    void anEditor() {
        coop = some.coop();
        editor = some.staff(coop, StaffRole.Kind.EDITOR, "shibuya");
    }

    @Test
    @Rule("N-CAT-2")
    void aFlyerPriceCountsAtItsStoreOnItsDays() throws UnsupportedEncodingException {
        coops.decide(coop, new FlyerTerms(31, 90, 1), "", LocalDate.of(2026, 11, 1));
        var words = body(enter(RICE, "1,980", "2026-11-23", "2026-11-24"));
        assertThat(words).contains("米 5kg 税込1,980円（11/23(月)〜11/24(火)）を入れました", "取りやめる");
        assertThat(price("shibuya", "2026-11-22")).isEqualTo(Yen.of(2480));
        assertThat(price("shibuya", "2026-11-23")).isEqualTo(Yen.of(1980));
        assertThat(price("shibuya", "2026-11-24")).isEqualTo(Yen.of(1980));
        assertThat(price("shibuya", "2026-11-25")).isEqualTo(Yen.of(2480));
        assertThat(price("meguro", "2026-11-23")).isEqualTo(Yen.of(2480));
        clock.standAt(jst("2026-11-25T08:00"));
        assertThat(body(get())).contains("これからのチラシ価格はありません", "終わったチラシ価格");
        clock.standAt(jst("2026-11-26T08:00"));
        assertThat(body(get())).doesNotContain("終わったチラシ価格");
    }

    @Test
    @Rule("N-CAT-2")
    void pricesOfOneProductNeverOverlap() throws UnsupportedEncodingException {
        enter(RICE, "1980", "2026-11-23", "2026-11-24");
        var refused = enter(RICE, "1880", "2026-11-24", "2026-11-26");
        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("米 5kgには、11/23(月)からの別の価格があります");
        assertThat(enter(RICE, "1880", "2026-11-25", "2026-11-26")).hasStatus(200);
        assertThat(enter(MILK, "198", "2026-11-24", "2026-11-26")).hasStatus(200);
    }

    @Test
    @Rule("N-CAT-2")
    void ofTwoWhoEnterAtOnceOneIsRefused() throws InterruptedException {
        var line =
                new FlyerLine(
                        RICE,
                        new Price(PriceMode.INCLUDED, Yen.of(1980)),
                        LocalDate.of(2026, 11, 23),
                        LocalDate.of(2026, 11, 24));
        Callable<Boolean> once =
                () -> {
                    try {
                        flyers.enter(coop, editor, "shibuya", line);
                        return true;
                    } catch (Refused overlapping) {
                        return false;
                    }
                };
        try (var threads = Executors.newFixedThreadPool(4)) {
            assertThat(threads.invokeAll(Collections.nCopies(4, once)))
                    .extracting(it -> it.get())
                    .containsOnlyOnce(true);
        }
        assertThat(flyers.notOver(coop, "shibuya")).hasSize(1);
    }

    @Test
    @Rule("N-CAT-2")
    void oneIsTakenBackUntilItBegins() throws UnsupportedEncodingException {
        enter(RICE, "1980", "2026-11-23", "2026-11-24");
        enter(RICE, "1880", "2026-11-25", "2026-11-25");
        var second = "/" + RICE + "/2026-11-25/take-back";
        assertThat(body(post(second))).contains("（11/25(水)）を取りやめました");
        assertThat(price("shibuya", "2026-11-25")).isEqualTo(Yen.of(2480));
        assertThat(post(second)).hasStatus(422);
        clock.standAt(jst("2026-11-23T00:00"));
        var begun = post("/" + RICE + "/2026-11-23/take-back");
        assertThat(begun).hasStatus(422);
        assertThat(body(begun)).contains("まだ始まっていないチラシ価格", "始まっています");
        assertThat(price("shibuya", "2026-11-23")).isEqualTo(Yen.of(1980));
        assertThat(audited())
                .containsExactlyInAnyOrder(
                        "flyer.entered shibuya 米 5kg 税込1,980円 2026-11-23〜2026-11-24",
                        "flyer.entered shibuya 米 5kg 税込1,880円 2026-11-25〜2026-11-25",
                        "flyer.taken-back shibuya 米 5kg 税込1,880円 2026-11-25〜2026-11-25");
    }

    @Test
    @Rule("N-CAT-2")
    void aFileIsTakenWholeOrNotAtAll() throws UnsupportedEncodingException {
        var good = RICE + ",incl,1980,2026-11-23,2026-11-24\n";
        var bad =
                send(
                        HEADER
                                + good
                                + RICE
                                + ",incl,1880,2026-11-24,2026-11-24\n"
                                + "4599000009992,incl,0,2026-11-24,2026-11-24\n"
                                + MILK
                                + ",excl\n");
        assertThat(bad).hasStatus(422);
        assertThat(body(bad))
                .contains("ファイルに誤りが3件あります", "3行目: 米 5kgには", "4行目: 価格は1円から", "5行目: 列の数を");
        assertThat(flyers.notOver(coop, "shibuya")).isEmpty();
        var taken = send(HEADER + good + MILK + ",excl,198,2026-11-23,2026-11-24\n");
        assertThat(body(taken)).contains("チラシ価格を2件入れました", "税抜198円");
        assertThat(price("shibuya", "2026-11-23")).isEqualTo(Yen.of(1980));
        assertThat(send("")).hasStatus(422);
    }

    private Yen price(String store, String day) {
        return catalog.offer(coop, store, LocalDate.parse(day), RICE).orElseThrow().price().yen();
    }

    private List<String> audited() {
        return sql.select(AUDIT.ACTION.concat(" ").concat(AUDIT.REASON))
                .from(AUDIT)
                .where(AUDIT.COOP_ID.eq(coop.code()), AUDIT.ACTION.like("flyer.%"))
                .fetch(it -> it.value1());
    }

    private MvcTestResult enter(Jan jan, String yen, String from, String to) {
        return http.post()
                .uri(at(""))
                .with(csrf())
                .with(signedIn())
                .param("jan", jan.digits())
                .param("price_mode", "incl")
                .param("price_yen", yen)
                .param("valid_from", from)
                .param("valid_to", to)
                .exchange();
    }

    private MvcTestResult get() {
        return http.get().uri(at("")).with(signedIn()).exchange();
    }

    private MvcTestResult post(String path) {
        return http.post().uri(at(path)).with(csrf()).with(signedIn()).exchange();
    }

    private MvcTestResult send(String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        return http.post()
                .uri(at("/file"))
                .with(csrf())
                .with(signedIn())
                .multipart()
                .file(new MockMultipartFile("file", "flyer.csv", "text/csv", bytes))
                .exchange();
    }

    private static String body(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString();
    }

    private RequestPostProcessor signedIn() {
        var roles = Set.of(new StaffRole(StaffRole.Kind.EDITOR, "shibuya"));
        var person = SignedIn.of(coop, accounts.get(coop, editor), roles);
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
    }

    private String at(String path) {
        return "/" + coop.code() + "/office/flyers" + path;
    }
}
