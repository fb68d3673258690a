package coop.kumiai.help;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The articles of the product: {@code help/<module>/<name>.md}. */
final class ArticleFiles {
    private static final Pattern PLACE = Pattern.compile(".*/help/([a-z-]+)/([a-z-]+)\\.md");

    private ArticleFiles() {}

    static List<Article> read() {
        try {
            var files =
                    new PathMatchingResourcePatternResolver().getResources("classpath:help/*/*.md");
            return Stream.of(files).map(ArticleFiles::article).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Article article(Resource file) {
        try {
            var place = PLACE.matcher(file.getURL().getPath());
            if (!place.matches()) {
                throw new IllegalArgumentException("no place for an article: " + file);
            }
            var text = file.getContentAsString(StandardCharsets.UTF_8);
            return Article.parse(place.group(1), place.group(2), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
