package coop.kumiai.founding;

import coop.kumiai.kernel.BadLine;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.ImportRefused;
import coop.kumiai.policies.Coop;
import coop.kumiai.policies.Coops;
import coop.kumiai.policies.DatedPolicy;
import coop.kumiai.policies.Policies;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyRegistry;
import coop.kumiai.stores.Stores;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Founds a co-op (創立). Doing it again only adds what is missing: a policy that a newer program
 * brought, a new store. What was decided since is never touched.
 */
@Service
public class Founding {
    private final Coops coops;
    private final Policies policies;
    private final PolicyRegistry registry;
    private final Stores stores;
    private final JsonMapper json;

    Founding(
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

    /** How much was new. */
    public record Added(int policies, int stores) {}

    /**
     * @param from the day from which its first policies hold
     * @throws ImportRefused when a policy is unknown, makes no sense or has no value at all, or
     *     when not exactly one store is named for visitors
     */
    @Transactional
    public Added found(Coop coop, LocalDate from, List<PolicySeed> first, List<StoreSeed> places) {
        var badLines = new ArrayList<BadLine>();
        var decisions =
                first.stream().flatMap(it -> decision(it, from, badLines).stream()).toList();
        coops.register(coop);
        requireOnce(first, badLines);
        requireOneForVisitors(places, badLines);
        requireEveryPolicy(coop.id(), first, badLines);
        if (!badLines.isEmpty()) {
            throw new ImportRefused(badLines);
        }
        return new Added(decide(coop.id(), decisions), open(coop.id(), places));
    }

    private List<DatedPolicy<Policy>> decision(
            PolicySeed seed, LocalDate from, List<BadLine> badLines) {
        var type = registry.find(seed.name());
        if (type.isEmpty()) {
            badLines.add(new BadLine(0, "規程「%s」はありません。".formatted(seed.name())));
            return List.of();
        }
        var scope = seed.scope() == null ? "" : seed.scope();
        try {
            var value = json.treeToValue(seed.value(), type.get());
            return List.of(new DatedPolicy<>(scope, from, value, "総代会", "はじめの規程"));
        } catch (JacksonException senseless) {
            badLines.add(
                    new BadLine(
                            0,
                            "規程「%s」の値が正しくありません：%s"
                                    .formatted(seed.name(), senseless.getOriginalMessage())));
            return List.of();
        }
    }

    private static void requireOnce(List<PolicySeed> first, List<BadLine> badLines) {
        var seen = new HashSet<String>();
        first.stream()
                .filter(it -> !seen.add(it.name() + "/" + it.scope()))
                .map(it -> new BadLine(0, "規程「%s」の値が二つあります。".formatted(it.name())))
                .forEach(badLines::add);
    }

    private void requireEveryPolicy(CoopId coop, List<PolicySeed> first, List<BadLine> badLines) {
        var named = new HashSet<String>();
        first.stream().filter(it -> it.scope() == null).forEach(it -> named.add(it.name()));
        registry.names().stream()
                .filter(name -> !named.contains(name) && !hasValue(coop, name))
                .map(name -> new BadLine(0, "規程「%s」の値がありません。".formatted(name)))
                .forEach(badLines::add);
    }

    private static void requireOneForVisitors(List<StoreSeed> places, List<BadLine> badLines) {
        if (places.stream().filter(StoreSeed::viewing).count() != 1) {
            badLines.add(new BadLine(0, "見学店舗（viewing）を、ちょうど一つのお店に付けてください。"));
        }
    }

    private boolean hasValue(CoopId coop, String name) {
        return !policies.history(coop, registry.find(name).orElseThrow()).isEmpty();
    }

    /** A value of a scope stands beside the co-op's own; each is written where it has none yet. */
    private int decide(CoopId coop, List<DatedPolicy<Policy>> decisions) {
        var missing =
                decisions.stream()
                        .filter(
                                it ->
                                        policies.history(coop, it.value().getClass()).stream()
                                                .noneMatch(row -> row.scope().equals(it.scope())))
                        .toList();
        missing.forEach(it -> policies.decide(coop, it));
        return missing.size();
    }

    private int open(CoopId coop, List<StoreSeed> places) {
        var known = new HashSet<String>();
        stores.all(coop).forEach(it -> known.add(it.id()));
        var position = known.size();
        var missing = places.stream().filter(it -> !known.contains(it.id())).toList();
        for (var place : missing) {
            stores.open(coop, place.store(), position++, place.areas());
        }
        return missing.size();
    }
}
