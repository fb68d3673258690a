package coop.kumiai.catalog;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All {@link Allergen allergens} that the law knows, as {@code catalog/allergens.csv} lists them.
 */
public final class Allergens {
    private static final List<Allergen> ALL =
            CatalogText.lines("allergens.csv").stream().map(Allergens::read).toList();
    private static final Map<String, Allergen> BY_CODE =
            ALL.stream().collect(toUnmodifiableMap(Allergen::code, Function.identity()));
    private static final Map<String, Allergen> BY_NAME =
            ALL.stream().collect(toUnmodifiableMap(Allergen::name, Function.identity()));

    private Allergens() {}

    /** In the order in which labels name them. */
    public static List<Allergen> all() {
        return ALL;
    }

    static Optional<Allergen> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * Those of some codes, in the order of {@link #all()}; a code that the law forgot is left out.
     */
    static List<Allergen> of(String... codes) {
        return Arrays.stream(codes)
                .flatMap(code -> Optional.ofNullable(BY_CODE.get(code)).stream())
                .sorted((one, other) -> ALL.indexOf(one) - ALL.indexOf(other))
                .toList();
    }

    private static Allergen read(String line) {
        var cells = line.split(",");
        return new Allergen(cells[0], cells[1], cells[2].equals("mandatory"));
    }
}
