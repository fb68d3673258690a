package coop.kumiai.help;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** A paragraph or a list of an article: what stands between two empty lines of its Markdown. */
record Block(List<Line> lines) {

    /** A line of Markdown with its placeholders, and the condition under which it stands. */
    record Line(String text, @Nullable Condition condition) {

        boolean stands(Figures figures) {
            return condition == null || condition.holds(figures);
        }

        Stream<Figure> figures() {
            var printed = Figure.PLACEHOLDER.matcher(text).results().map(Figure::in);
            return condition == null
                    ? printed
                    : Stream.concat(Stream.of(condition.figure()), printed);
        }

        String filled(Figures figures) {
            return Figure.PLACEHOLDER
                    .matcher(text)
                    .replaceAll(found -> words(figures.value(Figure.in(found))));
        }

        private static String words(Object value) {
            return Matcher.quoteReplacement(Wording.markdown(value));
        }
    }

    static List<Block> parse(String markdown) {
        return Stream.of(markdown.strip().split("\n\\s*\n", -1)).map(Block::block).toList();
    }

    private static Block block(String markdown) {
        var lines = new ArrayList<Line>();
        Condition condition = null;
        for (var line : markdown.lines().toList()) {
            var beginning = Condition.beginning(line);
            if (beginning != null) {
                condition = beginning;
            } else if (condition != null && condition.endsAt(line)) {
                condition = null;
            } else {
                lines.add(new Line(line, condition));
            }
        }
        if (condition != null) {
            throw new IllegalArgumentException("no end of the condition on " + condition.figure());
        }
        return new Block(List.copyOf(lines));
    }

    Stream<Figure> figures() {
        return lines.stream().flatMap(Line::figures);
    }

    /** The Markdown with the values in place, empty when no line stands. */
    String filled(Figures figures) {
        return lines.stream()
                .filter(line -> line.stands(figures))
                .map(line -> line.filled(figures))
                .collect(joining("\n"));
    }
}
