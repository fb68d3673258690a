package coop.kumiai.help;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The help (ヘルプ) of every co-op. An article that names a figure which no policy has keeps the
 * product from starting: what members read is what is enforced.
 */
@Service
public class HelpArticles {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private final List<Article> introductions;
    private final List<Article> articles;
    private final PolicyFigures figures;
    private final Clock clock;
    private final ArticlePrinter printer = new ArticlePrinter();

    @Autowired
    HelpArticles(PolicyFigures figures, Clock clock) {
        this(ArticleFiles.read(), figures, clock);
    }

    HelpArticles(List<Article> all, PolicyFigures figures, Clock clock) {
        all.forEach(article -> check(article, figures));
        this.introductions =
                all.stream().filter(Article::isIntroduction).sorted(inOrder()).toList();
        this.articles =
                all.stream()
                        .filter(article -> !article.isIntroduction())
                        .sorted(inOrder())
                        .toList();
        this.figures = figures;
        this.clock = clock;
    }

    /** The table of contents. */
    public List<HelpGroup> contents() {
        return introductions.stream().map(this::group).toList();
    }

    /**
     * The article as it is true today, with the changes that are already decided.
     *
     * @param store the code of the reader's store, whose own values are printed where it has some
     */
    public Optional<HelpPage> read(CoopId coop, String store, String module, String name) {
        return articles.stream()
                .filter(article -> article.module().equals(module) && article.name().equals(name))
                .findFirst()
                .map(article -> page(article, coop, store));
    }

    /** The articles that have every word, in any way of writing; those about them first. */
    public List<HelpLink> search(String words) {
        var wanted = SPACES.splitAsStream(words.strip()).map(JapaneseText::fold).toList();
        return articles.stream()
                .filter(article -> article.speaksOf(wanted))
                .sorted(comparing(article -> !article.isHeadedBy(wanted)))
                .map(Article::link)
                .toList();
    }

    /**
     * The article that explains a rule ({@code N-ORD-1}) or a refusal ({@code orders/below-least}),
     * if one does.
     */
    public Optional<HelpLink> about(String topic) {
        return articles.stream()
                .filter(article -> article.topics().contains(topic))
                .findFirst()
                .map(Article::link);
    }

    List<Article> articles() {
        return articles;
    }

    private HelpPage page(Article article, CoopId coop, String store) {
        var today = LocalDate.now(clock);
        var html =
                printer.html(
                        article,
                        figures.on(today, coop, store),
                        figures.after(today, coop, store, article));
        return new HelpPage(
                article.link(), groupOf(article), html, figures.differByStore(coop, article));
    }

    private HelpGroup group(Article introduction) {
        var links = articlesOf(introduction.module()).map(Article::link).toList();
        return new HelpGroup(introduction.title(), introduction.plainText(), links);
    }

    private HelpGroup groupOf(Article article) {
        return introductions.stream()
                .filter(introduction -> introduction.module().equals(article.module()))
                .map(this::group)
                .findFirst()
                .orElseThrow();
    }

    private Stream<Article> articlesOf(String module) {
        return articles.stream().filter(article -> article.module().equals(module));
    }

    private static Comparator<Article> inOrder() {
        return comparingInt(Article::order).thenComparing(Article::toString);
    }

    private static void check(Article article, PolicyFigures figures) {
        try {
            article.figures().forEach(figures::require);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the article " + article + " cannot be true", e);
        }
    }
}
