package coop.kumiai.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Product files for tests: one good line, and the same with other cells. */
final class ProductLines {
    private final Map<String, String> cells = new LinkedHashMap<>();

    private ProductLines() {
        var good =
                List.of(
                        jan(1),
                        "長ねぎ 3本入",
                        "ナガネギ",
                        "みなと青果センター",
                        "vegetables",
                        "3本入",
                        "excl",
                        "248",
                        "reduced",
                        "*",
                        "2026-01-01",
                        "",
                        "",
                        "0",
                        "0",
                        "J-04-1");
        for (int column = 0; column < good.size(); column++) {
            cells.put(ProductCells.COLUMNS.get(column), good.get(column));
        }
    }

    static ProductLines good() {
        return new ProductLines();
    }

    /** The same with the columns of the label, which follow the others. */
    ProductLines labelled(String... label) {
        for (int column = 0; column < label.length; column++) {
            cells.put(LabelCells.COLUMNS.get(column), label[column]);
        }
        return this;
    }

    ProductLines with(String column, String cell) {
        cells.put(column, cell);
        return this;
    }

    ProductCells cells() {
        return ProductCells.of(column -> cells.getOrDefault(column, ""));
    }

    @Override
    public String toString() {
        return String.join(",", cells.values());
    }

    /** A right JAN code for any number. */
    static String jan(int number) {
        var digits = "45990%07d".formatted(number);
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            sum += (place % 2 == 0 ? 1 : 3) * (digits.charAt(place) - '0');
        }
        return digits + (10 - sum % 10) % 10;
    }

    static Path file(Path folder, Object... lines) {
        var all = new ArrayList<>(List.of(String.join(",", ProductCells.COLUMNS)));
        for (var line : lines) {
            all.add(line.toString());
        }
        return write(folder, String.join("\r\n", all) + "\r\n");
    }

    static Path fileWithLabels(Path folder, Object... lines) {
        var columns = new ArrayList<>(ProductCells.COLUMNS);
        columns.addAll(LabelCells.COLUMNS);
        var all = new ArrayList<>(List.of(String.join(",", columns)));
        for (var line : lines) {
            all.add(line.toString());
        }
        return write(folder, String.join("\n", all) + "\n");
    }

    static Path write(Path folder, String text) {
        try {
            return Files.writeString(Files.createTempFile(folder, "products", ".csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
