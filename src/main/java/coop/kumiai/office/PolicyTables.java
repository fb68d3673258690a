package coop.kumiai.office;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.office.PolicyTable.Decision;
import coop.kumiai.office.PolicyTable.State;
import coop.kumiai.policies.DatedPolicy;
import coop.kumiai.policies.Policies;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyRegistry;
import coop.kumiai.stores.Store;
import coop.kumiai.stores.Stores;

import org.springframework.stereotype.Component;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every policy of a co-op as a table: values, dates, who decided and why. */
@Component
class PolicyTables {
    private final Policies policies;
    private final PolicyRegistry registry;
    private final PolicyWords words;
    private final PolicyForm form;
    private final Stores stores;
    private final Clock clock;

    PolicyTables(
            Policies policies,
            PolicyRegistry registry,
            PolicyWords words,
            PolicyForm form,
            Stores stores,
            Clock clock) {
        this.policies = policies;
        this.registry = registry;
        this.words = words;
        this.form = form;
        this.stores = stores;
        this.clock = clock;
    }

    List<PolicyTable> of(CoopId coop) {
        var storeNames =
                stores.all(coop).stream().collect(Collectors.toMap(Store::id, Store::name));
        return registry.names().stream()
                .map(code -> table(coop, code, storeNames))
                .filter(table -> !table.decisions().isEmpty())
                .toList();
    }

    private PolicyTable table(CoopId coop, String code, Map<String, String> storeNames) {
        var type = registry.find(code).orElseThrow();
        List<DatedPolicy<? extends Policy>> history = new ArrayList<>(policies.history(coop, type));
        var components = type.getRecordComponents();
        return new PolicyTable(
                code,
                words.name(code),
                form.canTake(type),
                Arrays.stream(components)
                        .map(component -> words.name(code + "." + component.getName()))
                        .toList(),
                history.stream()
                        .sorted(latestFirst())
                        .map(it -> decision(code, it, history, components, storeNames))
                        .toList());
    }

    private Decision decision(
            String code,
            DatedPolicy<? extends Policy> row,
            List<DatedPolicy<? extends Policy>> history,
            RecordComponent[] components,
            Map<String, String> storeNames) {
        return new Decision(
                row.scope().isEmpty()
                        ? "すべての店舗"
                        : storeNames.getOrDefault(row.scope(), row.scope()),
                row.validFrom(),
                state(row, history),
                Arrays.stream(components)
                        .map(it -> words.value(code + "." + it.getName(), read(it, row.value())))
                        .toList(),
                row.decidedBy(),
                row.reason());
    }

    private State state(
            DatedPolicy<? extends Policy> row, List<DatedPolicy<? extends Policy>> history) {
        var today = LocalDate.now(clock);
        if (row.validFrom().isAfter(today)) {
            return State.COMING;
        }
        var isFollowed =
                history.stream()
                        .filter(it -> it.scope().equals(row.scope()))
                        .map(DatedPolicy::validFrom)
                        .anyMatch(day -> day.isAfter(row.validFrom()) && !day.isAfter(today));
        return isFollowed ? State.PAST : State.NOW;
    }

    private static Comparator<DatedPolicy<? extends Policy>> latestFirst() {
        return Comparator.<DatedPolicy<? extends Policy>, String>comparing(DatedPolicy::scope)
                .thenComparing(DatedPolicy::validFrom, Comparator.reverseOrder());
    }

    private static Object read(RecordComponent component, Policy policy) {
        try {
            return component.getAccessor().invoke(policy);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
