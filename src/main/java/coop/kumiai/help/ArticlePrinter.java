package coop.kumiai.help;

import static java.util.stream.Collectors.joining;

import coop.kumiai.kernel.JapaneseDates;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

import java.time.LocalDate;
import java.util.SortedMap;

/**
 * Prints an article with the values of today. A paragraph that a decision already taken will change
 * is followed by the paragraph as it will be, and from which day.
 */
final class ArticlePrinter {
    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    /**
     * @param later the values from each day on which one of them changes
     */
    String html(Article article, Figures today, SortedMap<LocalDate, Figures> later) {
        var markdown =
                article.blocks().stream()
                        .map(block -> withChanges(block, today, later))
                        .collect(joining("\n\n"));
        return renderer.render(parser.parse(markdown));
    }

    private static String withChanges(
            Block block, Figures today, SortedMap<LocalDate, Figures> later) {
        var before = block.filled(today);
        var text = new StringBuilder(before);
        for (var change : later.entrySet()) {
            var then = block.filled(change.getValue());
            if (!then.equals(before)) {
                text.append("\n\n").append(announcement(change.getKey(), then));
                before = then;
            }
        }
        return text.toString();
    }

    private static String announcement(LocalDate day, String text) {
        var from = JapaneseDates.fullDay(day) + "からは、";
        var announced =
                text.isEmpty()
                        ? "**" + from + "この決まりがなくなります。**"
                        : "**" + from + "次のとおりです。**\n\n" + text;
        return announced.lines().map(line -> "> " + line).collect(joining("\n"));
    }
}
