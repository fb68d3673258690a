package coop.kumiai.kernel;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A file that people open in a spreadsheet (RFC 4180, UTF-8 with a byte order mark, so that its
 * Japanese is read). What somebody typed is never taken for a formula.
 */
public final class CsvText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@＝＋－＠\t\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");
    private static final Pattern QUOTED = Pattern.compile(".*[\",\r\n].*", Pattern.DOTALL);

    private CsvText() {}

    /** The whole file, its first line the names of the columns. */
    public static String of(List<List<String>> lines) {
        return lines.stream()
                .map(line -> line.stream().map(CsvText::cell).collect(joining(",")))
                .collect(joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
    }

    private static String cell(String text) {
        var harmless =
                FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches()
                        ? "'" + text
                        : text;
        return QUOTED.matcher(harmless).matches()
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
