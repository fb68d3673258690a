package coop.kumiai.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every article of the product keeps to. */
class ArticleFilesTest {
    private static final Path HELP = Path.of("src/main/resources/help");
    private static final Pattern RULE = Pattern.compile("(?m)^\\| ([NLMUB]-[A-Z]+-[0-9]+) ");
    private static final Pattern CODE = Pattern.compile("(?:return |\\()\"([a-z]+/[a-z-]+)\"[;,]");
    private static final Pattern NAME = Pattern.compile("「([^」]+)」");

    /** The words of all pages: templates and the code that fills them. */
    private static final String PAGES =
            words(Path.of("src/main/jte")) + words(Path.of("src/main/java"));

    private static final Pattern UNIT_TWICE =
            Pattern.compile(
                    "(?:[yY]en|fee|feeInTax|unitPrice|ExTax|callBy|closed\\w+|opensAt|life|\\w+Valid|\\w+Delay)}}(?:円|時|分|時間)(?!から|まで)");

    static Stream<Path> files() throws IOException {
        return Files.walk(HELP).filter(file -> file.toString().endsWith(".md")).sorted();
    }

    static Stream<Article> articles() {
        return ArticleFiles.read().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void noFigureIsTyped(Path file) throws IOException {
        var prose = Files.readString(file).replaceFirst("(?s)^---\n.*?\n---\n", "");

        assertThat(BareNumbers.in(prose)).as("figures typed into %s", file).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFigureBringsItsOwnUnit(Path file) throws IOException {
        assertThat(Files.readString(file)).doesNotContainPattern(UNIT_TWICE);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aNameInBracketsStandsOnThePages(Path file) throws IOException {
        var prose = Figure.PLACEHOLDER.matcher(Files.readString(file)).replaceAll("");

        assertThat(NAME.matcher(prose).results().map(it -> it.group(1)))
                .as("names of buttons, fields and pages in %s", file)
                .allMatch(PAGES::contains);
    }

    @ParameterizedTest
    @MethodSource("articles")
    void anArticleHasATitleWithoutFigures(Article article) {
        assertThat(article.title()).isNotBlank().doesNotContain("{{");
        assertThat(BareNumbers.in(article.title())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("articles")
    void anArticleExplainsRulesOfTheCatalogue(Article article) throws IOException {
        var catalogue =
                RULE.matcher(Files.readString(Path.of("docs/rules.md")))
                        .results()
                        .map(row -> row.group(1))
                        .toList();
        var rules = article.topics().stream().filter(topic -> !topic.contains("/")).toList();

        assertThat(catalogue).containsAll(rules);
    }

    @Test
    void everyModuleIsIntroducedAndEveryPlaceIsTakenOnce() {
        var modules = articles().map(Article::module).distinct().toList();
        var introduced = articles().filter(Article::isIntroduction).map(Article::module).toList();
        var places = articles().map(it -> List.of(it.module(), it.order(), it.isIntroduction()));

        assertThat(introduced).containsExactlyInAnyOrderElementsOf(modules);
        assertThat(places).doesNotHaveDuplicates();
    }

    @Test
    void aRefusalLeadsToOneArticle() throws IOException {
        var refusals =
                articles()
                        .flatMap(it -> it.topics().stream())
                        .filter(topic -> topic.contains("/"))
                        .toList();

        assertThat(refusals).doesNotHaveDuplicates();
        assertThat(codes()).containsAll(refusals);
    }

    private static Set<String> codes() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            return sources.filter(it -> it.toString().endsWith(".java"))
                    .flatMap(ArticleFilesTest::codes)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> codes(Path source) {
        return CODE.matcher(text(source)).results().map(it -> it.group(1));
    }

    private static String words(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(ArticleFilesTest::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
