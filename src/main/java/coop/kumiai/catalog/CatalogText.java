package coop.kumiai.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The word lists that the catalogue brings along, beside its classes in {@code catalog/}. */
final class CatalogText {
    private CatalogText() {}

    static BufferedReader open(String file) {
        var stream = CatalogText.class.getResourceAsStream("/catalog/" + file);
        return new BufferedReader(
                new InputStreamReader(
                        Objects.requireNonNull(stream, file), StandardCharsets.UTF_8));
    }

    /** The lines that say something: neither empty nor a remark. */
    static List<String> lines(String file) {
        try (var text = open(file)) {
            return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
