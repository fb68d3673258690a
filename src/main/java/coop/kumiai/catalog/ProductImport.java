package coop.kumiai.catalog;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.FileImport;
import coop.kumiai.stores.Store;
import coop.kumiai.stores.Stores;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes products and prices from a file (商品の取込). What the file names is added or put right; what it
 * does not name stays as it is.
 */
@Component
class ProductImport implements FileImport {
    private static final int BATCH = 2000;

    private final CatalogStore catalog;
    private final ImportStore store;
    private final LabelStore labels;
    private final Stores stores;
    private final ApplicationEventPublisher events;

    ProductImport(
            CatalogStore catalog,
            ImportStore store,
            LabelStore labels,
            Stores stores,
            ApplicationEventPublisher events) {
        this.catalog = catalog;
        this.store = store;
        this.labels = labels;
        this.stores = stores;
        this.events = events;
    }

    @Override
    public String kind() {
        return "products";
    }

    @Override
    @Transactional
    public String take(CoopId coop, Path file, Consumer<String> progress) {
        store.lock(coop);
        var categories = catalog.allCategories(coop);
        var known =
                new ProductLineRules.Known(
                        categories.stream().map(Category::code).collect(toSet()), storeIds(coop));
        var pictures =
                new Pictures(categories.stream().collect(toMap(Category::code, Category::icon)));
        var read =
                ProductFile.read(
                        file,
                        known,
                        pictures,
                        checked -> progress.accept("%,d行を確かめました".formatted(checked)));
        return write(coop, read, progress);
    }

    private String write(CoopId coop, ProductFile file, Consumer<String> progress) {
        var products =
                inBatches(
                        List.copyOf(file.products()),
                        batch -> store.writeProducts(coop, batch),
                        done -> progress.accept("商品を%,d点書き込みました".formatted(done)));
        var prices =
                inBatches(
                        file.lines(),
                        batch -> store.writePrices(coop, batch),
                        done -> progress.accept("価格を%,d行書き込みました".formatted(done)));
        var relabelled =
                inBatches(
                        file.labels(),
                        batch -> new ImportStore.Written(0, labels.replace(coop, batch)),
                        done -> progress.accept("食品表示を%,d点確かめました".formatted(done)));
        if (products.added() >= BATCH) {
            store.takeStock();
        }
        if (!products.plus(prices).plus(relabelled).isNothing()) {
            store.nextEdition(coop);
            events.publishEvent(new CatalogChanged(coop));
        }
        return "%,d行を取り込みました。商品は新しいもの%,d点、変わったもの%,d点。価格は新しいもの%,d行、変わったもの%,d行。食品表示は変わったもの%,d点です。"
                .formatted(
                        file.lines().size(),
                        products.added(),
                        products.changed(),
                        prices.added(),
                        prices.changed(),
                        relabelled.changed());
    }

    private java.util.Set<String> storeIds(CoopId coop) {
        var ids = stores.all(coop).stream().map(Store::id).collect(toSet());
        ids.add(CatalogStore.ALL_STORES);
        return ids;
    }

    private static <T> ImportStore.Written inBatches(
            List<T> rows,
            Function<List<T>, ImportStore.Written> write,
            Consumer<Integer> progress) {
        var written = ImportStore.Written.NOTHING;
        for (int from = 0; from < rows.size(); from += BATCH) {
            int to = Math.min(from + BATCH, rows.size());
            written = written.plus(write.apply(rows.subList(from, to)));
            progress.accept(to);
        }
        return written;
    }
}
