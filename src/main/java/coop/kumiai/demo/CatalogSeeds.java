package coop.kumiai.demo;

import coop.kumiai.catalog.Catalog;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.FileImport;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Fills a co-op's shelves out of the files of a demo co-op, by the same import that staff use. */
@Component
public class CatalogSeeds {
    private final Catalog catalog;
    private final List<FileImport> imports;

    CatalogSeeds(Catalog catalog, List<FileImport> imports) {
        this.catalog = catalog;
        this.imports = imports;
    }

    /**
     * Takes the categories and products of a demo folder; a co-op that has goods already keeps them
     * as they are.
     *
     * @param folder below {@code demo/} on the classpath, such as {@code minato}
     */
    public void stock(CoopId coop, String folder) {
        if (catalog.categories(coop).isEmpty()) {
            take(coop, "categories", folder);
            take(coop, "products", folder);
        }
    }

    /** Takes where the places of a demo folder are, which the planning of runs goes by. */
    public void place(CoopId coop, String folder) {
        take(coop, "places", folder);
    }

    private void take(CoopId coop, String kind, String folder) {
        var file = copy("demo/" + folder + "/" + kind + ".csv");
        try {
            imports.stream()
                    .filter(it -> it.kind().equals(kind))
                    .forEach(it -> it.take(coop, file, progress -> {}));
        } finally {
            delete(file);
        }
    }

    private static Path copy(String resource) {
        try (var stream = new ClassPathResource(resource).getInputStream()) {
            var file = Files.createTempFile("kumiai", ".csv");
            Files.copy(stream, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
