package coop.kumiai.demo;

import coop.kumiai.policies.Coop;
import coop.kumiai.policies.Coops;
import coop.kumiai.policies.DatedPolicy;
import coop.kumiai.policies.Policies;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyRegistry;
import coop.kumiai.stores.DeliveryArea;
import coop.kumiai.stores.Store;
import coop.kumiai.stores.Stores;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

/** Sows a co-op with its policies and stores, out of the files of a demo co-op. */
@Component
public class CoopSeeds {
    /** From when the first values of a demo co-op hold: before anything that the demo can reach. */
    private static final LocalDate BEGINNING = LocalDate.of(2020, 1, 1);

    private final Coops coops;
    private final Policies policies;
    private final PolicyRegistry registry;
    private final Stores stores;
    private final JsonMapper json;

    CoopSeeds(
            Coops coops,
            Policies policies,
            PolicyRegistry registry,
            Stores stores,
            JsonMapper json) {
        this.coops = coops;
        this.policies = policies;
        this.registry = registry;
        this.stores = stores;
        this.json = json;
    }

    /**
     * Registers the co-op with the policies and stores of a demo folder; one that is there already
     * stays as it is.
     *
     * @param folder below {@code demo/} on the classpath, such as {@code minato}
     */
    @Transactional
    public void sow(Coop coop, String folder) {
        if (coops.find(coop.id().code()).isPresent()) {
            return;
        }
        coops.register(coop);
        read(folder + "/policies.json", new TypeReference<List<PolicySeed>>() {})
                .forEach(seed -> policies.decide(coop.id(), first(seed)));
        var position = 0;
        for (var seed : read(folder + "/stores.json", new TypeReference<List<StoreSeed>>() {})) {
            stores.open(coop.id(), seed.store(), position++, seed.areas());
        }
    }

    private DatedPolicy<Policy> first(PolicySeed seed) {
        var type =
                registry.find(seed.name())
                        .orElseThrow(() -> new IllegalStateException("no policy " + seed.name()));
        var scope = seed.scope() == null ? "" : seed.scope();
        return new DatedPolicy<>(
                scope, BEGINNING, json.treeToValue(seed.value(), type), "総代会", "はじめの規程");
    }

    private <T> T read(String file, TypeReference<T> type) {
        try (var stream = new ClassPathResource("demo/" + file).getInputStream()) {
            return json.readValue(stream, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record PolicySeed(String name, @Nullable String scope, JsonNode value) {}

    private record StoreSeed(
            String id,
            String name,
            String phone,
            String address,
            boolean viewing,
            List<String> postalCodes) {
        Store store() {
            return new Store(id, name, phone, address, viewing);
        }

        List<DeliveryArea> areas() {
            return postalCodes.stream().map(code -> new DeliveryArea(code, "")).toList();
        }
    }
}
