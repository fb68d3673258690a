package coop.kumiai.catalog;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.CsvFile;
import coop.kumiai.kernel.FileImport;
import coop.kumiai.kernel.ImportRefused;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Takes the categories (売場) of the shop from a file. */
@Component
class CategoryImport implements FileImport {
    private static final List<String> COLUMNS =
            List.of("code", "name", "position", "icon", "fresh");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,30}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final Pattern ICON = Pattern.compile("[a-z0-9-]{1,40}\\.svg");
    private static final Pattern FLAG = Pattern.compile("[01]");

    private final ImportStore store;
    private final ApplicationEventPublisher events;

    CategoryImport(ImportStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    @Override
    public String kind() {
        return "categories";
    }

    @Override
    @Transactional
    public String take(CoopId coop, Path file, Consumer<String> progress) {
        var categories = read(file);
        store.lock(coop);
        var written = store.writeCategories(coop, categories);
        if (!written.isNothing()) {
            store.nextEdition(coop);
            events.publishEvent(new CatalogChanged(coop));
        }
        return "売場を%,d件取り込みました。新しいもの%,d件、変わったもの%,d件です。"
                .formatted(categories.size(), written.added(), written.changed());
    }

    private static List<Category> read(Path file) {
        var categories = new ArrayList<Category>();
        var badLines = new ArrayList<BadLine>();
        var codes = new HashSet<String>();
        for (var line : CsvFile.read(file, COLUMNS)) {
            var cell = line.byColumn();
            if (line.isComplete() && isGood(cell) && codes.add(cell.apply("code"))) {
                categories.add(category(cell));
            } else {
                badLines.add(
                        new BadLine(
                                line.number(),
                                "code は重ならない英小文字、name は空でない名前、position は整数、icon は .svg"
                                        + " の名前、fresh は 1 か 0 にしてください"));
            }
        }
        if (!badLines.isEmpty()) {
            throw new ImportRefused(badLines);
        }
        return categories;
    }

    private static boolean isGood(UnaryOperator<String> cell) {
        return CODE.matcher(cell.apply("code")).matches()
                && !cell.apply("name").isBlank()
                && NUMBER.matcher(cell.apply("position")).matches()
                && ICON.matcher(cell.apply("icon")).matches()
                && FLAG.matcher(cell.apply("fresh")).matches();
    }

    private static Category category(UnaryOperator<String> cell) {
        return new Category(
                cell.apply("code"),
                cell.apply("name"),
                Integer.parseInt(cell.apply("position")),
                cell.apply("icon"),
                cell.apply("fresh").equals("1"));
    }
}
