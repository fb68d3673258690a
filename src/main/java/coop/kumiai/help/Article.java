package coop.kumiai.help;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import coop.kumiai.kernel.JapaneseText;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An article as it is written: a head of {@code key: value} lines between two lines of hyphens,
 * then Markdown.
 *
 * @param topics the rules that it explains and the codes of the refusals that lead to it
 * @param words readings and other words by which members look for it
 */
record Article(
        String module,
        String name,
        String title,
        int order,
        List<String> topics,
        String words,
        List<Block> blocks) {
    /** The name of the article that introduces its module in the table of contents. */
    static final String INTRODUCTION = "index";

    private static final Pattern TOPIC = Pattern.compile("[^, ]+");
    private static final Pattern FILE = Pattern.compile("---\n(.*?)\n---\n(.*)", Pattern.DOTALL);

    static Article parse(String module, String name, String file) {
        var parts = FILE.matcher(file);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no head in the article " + module + "/" + name);
        }
        var head = head(parts.group(1));
        return new Article(
                module,
                name,
                head.getOrDefault("title", ""),
                Integer.parseInt(head.getOrDefault("order", "")),
                TOPIC.matcher(head.getOrDefault("topics", ""))
                        .results()
                        .map(MatchResult::group)
                        .toList(),
                head.getOrDefault("words", ""),
                Block.parse(parts.group(2)));
    }

    private static Map<String, String> head(String lines) {
        return lines.lines()
                .map(line -> line.split(": *", 2))
                .collect(toMap(pair -> pair[0], pair -> pair[1]));
    }

    boolean isIntroduction() {
        return name.equals(INTRODUCTION);
    }

    Stream<Figure> figures() {
        return blocks.stream().flatMap(Block::figures);
    }

    /**
     * The words of the article without its figures, for search and for a line of the table of
     * contents.
     */
    String plainText() {
        return blocks.stream()
                .flatMap(block -> block.lines().stream())
                .map(line -> Figure.PLACEHOLDER.matcher(line.text()).replaceAll(""))
                .collect(joining("\n"));
    }

    boolean isHeadedBy(List<String> folded) {
        return has(title + words, folded);
    }

    boolean speaksOf(List<String> folded) {
        return has(title + words + plainText(), folded);
    }

    private static boolean has(String text, List<String> folded) {
        var key = JapaneseText.fold(text);
        return folded.stream().allMatch(key::contains);
    }

    HelpLink link() {
        return new HelpLink(module, name, title);
    }

    @Override
    public String toString() {
        return module + "/" + name;
    }
}
