package coop.kumiai.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import coop.kumiai.kernel.Yen;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

class ArticlePrinterTest {
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final SortedMap<LocalDate, Figures> NO_CHANGE = new TreeMap<>();

    private enum AtExpiry {
        EMPTY,
        KEEP
    }

    @Test
    void aFigureIsTheValueOfThePolicy() {
        assertThat(print("税抜{{a.b.least}}からです。", figures("least", Yen.of(1_500)), NO_CHANGE))
                .isEqualTo("<p>税抜1,500円からです。</p>\n");
    }

    @Test
    void aScheduledChangeAnnouncesItselfBelowItsParagraph() {
        var later = new TreeMap<LocalDate, Figures>();
        later.put(DECEMBER, figures("least", Yen.of(1_800)));

        var html = print("{{a.b.least}}から。\n\n別の話。", figures("least", Yen.of(1_500)), later);

        assertThat(html)
                .containsSubsequence(
                        "<p>1,500円から。</p>",
                        "<blockquote>",
                        "2026年12月1日(火)からは、次のとおりです。",
                        "<p>1,800円から。</p>",
                        "</blockquote>",
                        "<p>別の話。</p>")
                .containsOnlyOnce("別の話。");
    }

    @Test
    void aChangeThatSaysTheSameIsNotAnnounced() {
        var later = new TreeMap<LocalDate, Figures>();
        later.put(DECEMBER, figures("least", Yen.of(1_500)));

        assertThat(print("{{a.b.least}}から。", figures("least", Yen.of(1_500)), later))
                .doesNotContain("12月");
    }

    @Test
    void eachOfSeveralChangesIsAnnouncedOnce() {
        var later = new TreeMap<LocalDate, Figures>();
        later.put(DECEMBER, figures("most", 7));
        later.put(DECEMBER.plusMonths(1), figures("most", 7));
        later.put(DECEMBER.plusMonths(2), figures("most", 8));

        assertThat(print("{{a.b.most}}点まで。", figures("most", 6), later))
                .containsSubsequence("6点", "2026年12月1日", "7点", "2027年2月1日", "8点")
                .doesNotContain("2027年1月1日");
    }

    @Test
    void linesStandOrFallWithYesAndNo() {
        var fee =
                """
                {{#a.b.fee}}
                手数料は{{a.b.fee}}です。
                {{/a.b.fee}}
                {{^a.b.fee}}
                手数料はいただきません。
                {{/a.b.fee}}
                """;

        assertThat(print(fee, figures("fee", Yen.ZERO), NO_CHANGE))
                .isEqualTo("<p>手数料はいただきません。</p>\n");
        assertThat(print(fee, figures("fee", Yen.of(220)), NO_CHANGE))
                .isEqualTo("<p>手数料は220円です。</p>\n");
    }

    @Test
    void linesStandOrFallWithTheChoiceOfTheCoop() {
        var cart = "{{#a.b.atExpiry=KEEP}}\n覚えています。\n{{/a.b.atExpiry}}";

        assertThat(print(cart, figures("atExpiry", AtExpiry.KEEP), NO_CHANGE)).contains("覚えて");
        assertThat(print(cart, figures("atExpiry", AtExpiry.EMPTY), NO_CHANGE)).isEmpty();
    }

    @Test
    void aRuleThatEndsSaysSo() {
        var later = new TreeMap<LocalDate, Figures>();
        later.put(DECEMBER, figures("slotsWithout", List.of()));
        var text = "{{#a.b.slotsWithout}}\n{{a.b.slotsWithout}}便です。\n{{/a.b.slotsWithout}}";

        assertThat(print(text, figures("slotsWithout", List.of(4, 5)), later))
                .containsSubsequence("4・5便です。", "12月1日(火)からは、この決まりがなくなります。");
    }

    @Test
    void aConditionWithoutEndIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Block.parse("{{#a.b.fee}}\n手数料があります。"));
    }

    @Test
    void aValueCannotBringMarkupWithIt() {
        var evil = figures("name", "<script>alert(1)</script>[x](javascript:x)");

        assertThat(print("{{a.b.name}}", evil, NO_CHANGE))
                .contains("&lt;script&gt;")
                .doesNotContain("<script", "<a ");
    }

    private static Figures figures(String component, Object value) {
        var values = Map.of(new Figure("a.b", component), value);
        return figure -> Objects.requireNonNull(values.get(figure));
    }

    private static String print(
            String markdown, Figures today, SortedMap<LocalDate, Figures> later) {
        var file = "---\ntitle: 題\norder: 1\n---\n" + markdown;
        return new ArticlePrinter().html(Article.parse("test", "article", file), today, later);
    }
}
