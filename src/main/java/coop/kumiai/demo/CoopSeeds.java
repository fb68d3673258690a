package coop.kumiai.demo;

import coop.kumiai.founding.Founding;
import coop.kumiai.founding.PolicySeed;
import coop.kumiai.founding.StoreSeed;
import coop.kumiai.policies.Coop;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sows a co-op with its policies and stores, out of the files of a demo co-op. */
@Component
public class CoopSeeds {
    /** From when the first values of a demo co-op hold: before anything that the demo can reach. */
    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);

    /** Whose policies the others share unless they name their own. */
    private static final String FIRST = "minato";

    private final Founding founding;
    private final JsonMapper json;

    CoopSeeds(Founding founding, JsonMapper json) {
        this.founding = founding;
        this.json = json;
    }

    /**
     * Registers the co-op with the policies and stores of a demo folder; one that is there already
     * gets only what a newer program brought.
     *
     * @param folder below {@code demo/} on the classpath, such as {@code minato}
     */
    public void sow(Coop coop, String folder) {
        founding.found(
                coop,
                BEGINNING,
                policies(folder),
                read(folder + "/stores.json", new TypeReference<List<StoreSeed>>() {}));
    }

    /** A folder names what it has of its own; the rest is as at the first demo co-op. */
    private List<PolicySeed> policies(String folder) {
        var own = policiesOf(folder);
        var named = own.stream().map(PolicySeed::name).collect(Collectors.toSet());
        return folder.equals(FIRST)
                ? own
                : Stream.concat(
                                own.stream(),
                                policiesOf(FIRST).stream()
                                        .filter(it -> it.scope() == null)
                                        .filter(it -> !named.contains(it.name())))
                        .toList();
    }

    private List<PolicySeed> policiesOf(String folder) {
        return read(folder + "/policies.json", new TypeReference<List<PolicySeed>>() {});
    }

    private <T> T read(String file, TypeReference<T> type) {
        try (var stream = new ClassPathResource("demo/" + file).getInputStream()) {
            return json.readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
