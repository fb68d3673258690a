package coop.kumiai.kernel;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A file of lines and cells (RFC 4180, a header line with the names of the columns in any order),
 * in UTF-8 or, as spreadsheets of Japan save it, in Shift_JIS: what is no UTF-8 is read as the
 * other.
 */
public final class CsvFile {
    /** With the signs that Windows added to it, such as ①, 髙 and 﨑. */
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvFile() {}

    /**
     * A line after the header.
     *
     * @param number the line of the file that it begins at, from 1
     */
    public record Line(long number, List<String> header, List<String> cells) {

        public boolean isComplete() {
            return cells.size() == header.size();
        }

        /** Cells by the names of their columns; a column that the file has not is empty. */
        public UnaryOperator<String> byColumn() {
            return column ->
                    header.contains(column) ? cells.get(header.indexOf(column)).strip() : "";
        }
    }

    /** What the header has to name: all columns, and all of those that may be left out or none. */
    private record Columns(List<String> needed, List<String> more) {
        boolean are(List<String> found) {
            return hasAll(found, needed) || hasAll(found, all());
        }

        String words() {
            var header = "1行目の見出しを「%s」にしてください".formatted(String.join(",", needed));
            return more.isEmpty()
                    ? header
                    : header + "。「%s」は、そろえて加えられます".formatted(String.join(",", more));
        }

        private List<String> all() {
            return Stream.concat(needed.stream(), more.stream()).toList();
        }

        private static boolean hasAll(List<String> found, List<String> wanted) {
            return found.size() == wanted.size()
                    && new HashSet<>(found).equals(new HashSet<>(wanted));
        }
    }

    /**
     * @throws ImportRefused when it is not such a file
     */
    public static List<Line> read(Path file, List<String> columns) {
        return read(file, columns, List.of());
    }

    /**
     * The same for a file that may have more columns.
     *
     * @param more either all of them are there or none
     */
    public static List<Line> read(Path file, List<String> needed, List<String> more) {
        var columns = new Columns(needed, more);
        try {
            return read(file, columns, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            return readAsSpreadsheetsSaveIt(file, columns);
        }
    }

    private static List<Line> readAsSpreadsheetsSaveIt(Path file, Columns columns) {
        try {
            return read(file, columns, SHIFT_JIS);
        } catch (CharacterCodingException neither) {
            throw refused(0, "ファイルの文字コードを UTF-8 にして保存してください");
        }
    }

    private static List<Line> read(Path file, Columns columns, Charset encoding)
            throws CharacterCodingException {
        try (var text = withoutMark(Files.newBufferedReader(file, encoding));
                var parser = CSVParser.parse(text, format())) {
            return lines(parser, columns);
        } catch (CharacterCodingException other) {
            throw other;
        } catch (IOException unreadable) {
            throw refused(0, "ファイル「%s」を読めませんでした".formatted(file.getFileName()));
        }
    }

    private static List<Line> lines(CSVParser parser, Columns columns) throws IOException {
        var lines = new ArrayList<Line>();
        var header = List.<String>of();
        long number = 1;
        try {
            for (var rows = parser.iterator(); rows.hasNext(); ) {
                var cells = rows.next().toList();
                if (header.isEmpty()) {
                    header = requireHeader(cells, columns);
                } else if (!isEmpty(cells)) {
                    lines.add(new Line(number, header, cells));
                }
                number = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException broken) {
            if (broken.getCause() instanceof CharacterCodingException) {
                throw broken.getCause();
            }
            throw refused(number, "引用符（\"）の対応が正しくありません");
        }
        if (header.isEmpty()) {
            throw refused(0, "ファイルが空です");
        }
        return lines;
    }

    private static List<String> requireHeader(List<String> cells, Columns columns) {
        var found = cells.stream().map(String::strip).toList();
        if (!columns.are(found)) {
            throw refused(1, columns.words());
        }
        return found;
    }

    private static boolean isEmpty(List<String> cells) {
        return cells.size() == 1 && cells.getFirst().isBlank();
    }

    private static CSVFormat format() {
        return CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
    }

    private static Reader withoutMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static ImportRefused refused(long number, String reason) {
        return new ImportRefused(List.of(new BadLine(number, reason)));
    }
}
