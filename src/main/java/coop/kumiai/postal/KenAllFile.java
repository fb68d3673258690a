package coop.kumiai.postal;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.JapaneseText;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Japan Post's own table, {@code utf_ken_all.csv}: fifteen columns in UTF-8, a long town name
 * continued over several lines.
 */
final class KenAllFile {
    private static final int COLUMNS = 15;
    private static final int LINES_BETWEEN_PROGRESS = 20_000;
    private static final Pattern CITY_CODE = Pattern.compile("[0-9]{5}");
    private static final Pattern POSTAL_CODE = Pattern.compile("[0-9]{7}");

    private final List<TownRow> rows = new ArrayList<>();
    private final List<BadLine> badLines = new ArrayList<>();
    private long line;
    private @Nullable Open open;

    /** A line whose （ is closed on a later one. */
    private record Open(long line, TownRow row) {}

    private KenAllFile() {}

    static KenAllFile read(Path path, Consumer<String> progress) {
        var file = new KenAllFile();
        try (var lines = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                file.take(text, progress);
            }
            file.end();
        } catch (IOException e) {
            file.explain(e);
        }
        return file;
    }

    /** As published, remarks and all. */
    List<TownRow> rows() {
        return rows;
    }

    List<BadLine> badLines() {
        return badLines;
    }

    private void take(String text, Consumer<String> progress) {
        line++;
        if (line % LINES_BETWEEN_PROGRESS == 0) {
            progress.accept("%,d行を読みました。".formatted(line));
        }
        var columns = columns(line == 1 ? text.replace("\uFEFF", "") : text);
        wrong(columns)
                .ifPresentOrElse(
                        reason -> badLines.add(new BadLine(line, reason)), () -> add(row(columns)));
    }

    /** No published column holds a comma or a quotation mark of its own. */
    private static List<String> columns(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(KenAllFile::unquoted)
                .map(JapaneseText::tidy)
                .toList();
    }

    private static String unquoted(String column) {
        var quoted = column.length() >= 2 && column.startsWith("\"") && column.endsWith("\"");
        return quoted ? column.substring(1, column.length() - 1) : column;
    }

    private static Optional<String> wrong(List<String> columns) {
        if (columns.size() != COLUMNS) {
            return Optional.of("列は%dのはずですが、%dです。".formatted(COLUMNS, columns.size()));
        }
        if (!CITY_CODE.matcher(columns.get(0)).matches()) {
            return Optional.of("全国地方公共団体コードが5桁の数字ではありません: " + columns.get(0));
        }
        if (!POSTAL_CODE.matcher(columns.get(2)).matches()) {
            return Optional.of("郵便番号が7桁の数字ではありません: " + columns.get(2));
        }
        if (!Prefectures.ALL.contains(columns.get(6))) {
            return Optional.of("都道府県名が正しくありません: " + columns.get(6));
        }
        return columns.get(7).isEmpty() ? Optional.of("市区町村名がありません。") : Optional.empty();
    }

    private static TownRow row(List<String> columns) {
        var reading =
                new Town.Reading(
                        JapaneseText.kana(columns.get(3)),
                        JapaneseText.kana(columns.get(4)),
                        JapaneseText.kana(columns.get(5)));
        return new TownRow(
                columns.get(2),
                columns.get(0),
                columns.get(6),
                columns.get(7),
                columns.get(8),
                reading,
                "",
                "");
    }

    private void add(TownRow row) {
        var whole = open == null ? row : continued(open, row);
        if (isUnclosed(whole.town())) {
            open = new Open(open == null ? line : open.line(), whole);
        } else {
            open = null;
            rows.add(whole);
        }
    }

    private TownRow continued(Open begun, TownRow row) {
        var before = begun.row();
        if (!before.code().equals(row.code()) || !before.cityCode().equals(row.cityCode())) {
            refuseUnclosed(begun);
            open = null;
            return row;
        }
        return before.named(
                before.town() + row.town(), joined(before.reading().town(), row.reading().town()));
    }

    /** Where only the names are too long for one line, the reading is repeated, not continued. */
    private static String joined(String before, String after) {
        return before.equals(after) ? before : before + after;
    }

    private static boolean isUnclosed(String town) {
        return town.lastIndexOf('（') > town.lastIndexOf('）');
    }

    private void end() {
        if (open != null) {
            refuseUnclosed(open);
        }
        if (line == 0) {
            badLines.add(new BadLine(0, "ファイルに行がありません。"));
        }
    }

    private void refuseUnclosed(Open begun) {
        badLines.add(new BadLine(begun.line(), "町域名の（が閉じていません: " + begun.row().town()));
    }

    private void explain(IOException e) {
        var sentence =
                e instanceof CharacterCodingException
                        ? "UTF-8の文字として読めません。日本郵便の utf_ken_all.csv をお使いください。"
                        : "ファイルを読めません: " + e.getMessage();
        badLines.add(new BadLine(0, sentence));
    }
}
