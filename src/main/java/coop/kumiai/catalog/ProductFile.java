package coop.kumiai.catalog;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.CsvFile;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.kernel.JapaneseText;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.LongConsumer;

/** A product file that has been read: every line of it good, or none taken. */
final class ProductFile {
    private static final int REPORT_EVERY = 2000;

    private final ProductLineRules.Known known;
    private final Pictures pictures;
    private final List<ProductLine> lines = new ArrayList<>();
    private final List<BadLine> badLines = new ArrayList<>();
    private final Map<Jan, ProductLine> firstOfProduct = new HashMap<>();
    private final Map<ProductLine.PriceKey, ProductLine> firstOfPrice = new HashMap<>();

    private boolean hasLabels;

    private ProductFile(ProductLineRules.Known known, Pictures pictures) {
        this.known = known;
        this.pictures = pictures;
    }

    /**
     * @param progress is told now and then how many lines have been checked
     * @throws ImportRefused with every bad line
     */
    static ProductFile read(
            Path file, ProductLineRules.Known known, Pictures pictures, LongConsumer progress) {
        var products = new ProductFile(known, pictures);
        long checked = 0;
        for (var line : CsvFile.read(file, ProductCells.COLUMNS, LabelCells.COLUMNS)) {
            products.hasLabels = line.header().containsAll(LabelCells.COLUMNS);
            products.take(line);
            if (++checked % REPORT_EVERY == 0) {
                progress.accept(checked);
            }
        }
        if (!products.badLines.isEmpty()) {
            throw new ImportRefused(products.badLines);
        }
        return products;
    }

    List<ProductLine> lines() {
        return lines;
    }

    /** Each product once. */
    Collection<Product> products() {
        return firstOfProduct.values().stream().map(ProductLine::product).toList();
    }

    /** The label of each product, when the file tells of labels; else nothing. */
    List<Entry<Jan, FoodLabel>> labels() {
        return hasLabels
                ? firstOfProduct.values().stream()
                        .map(line -> Map.entry(line.product().jan(), line.label()))
                        .toList()
                : List.of();
    }

    private void take(CsvFile.Line line) {
        if (!line.isComplete()) {
            bad(
                    line.number(),
                    "列の数が%dあります。見出しと同じ%d列にしてください"
                            .formatted(line.cells().size(), line.header().size()));
            return;
        }
        var cells = ProductCells.of(line.byColumn());
        var label = LabelCells.of(line.byColumn());
        var reasons = new ArrayList<>(ProductLineRules.reasons(cells, known));
        reasons.addAll(LabelRules.reasons(label));
        if (reasons.isEmpty()) {
            take(ProductLineRules.read(line.number(), cells, label, pictures));
        } else {
            bad(line.number(), String.join("。", reasons));
        }
    }

    private void take(ProductLine line) {
        var samePrice = firstOfPrice.putIfAbsent(line.priceKey(), line);
        var sameProduct = firstOfProduct.putIfAbsent(line.product().jan(), line);
        if (samePrice != null) {
            bad(line.number(), "jan・store・valid_from の組が%d行目と同じです".formatted(samePrice.number()));
        } else if (sameProduct != null && !sameProduct.isSameProduct(line)) {
            bad(
                    line.number(),
                    "同じ jan の%d行目と商品の内容が違います。価格・店舗・期間のほかは同じにしてください"
                            .formatted(sameProduct.number()));
        } else {
            lines.add(line);
        }
    }

    private void bad(long number, String reason) {
        badLines.add(new BadLine(number, JapaneseText.tidy(reason)));
    }
}
