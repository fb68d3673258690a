package coop.kumiai.help;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.DatedPolicy;
import coop.kumiai.policies.Policies;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyRegistry;

import org.springframework.stereotype.Component;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the figures of articles in the policies: a component of the record, or what a method of it
 * tells.
 */
@Component
class PolicyFigures {
    private final PolicyRegistry registry;
    private final Policies policies;

    PolicyFigures(PolicyRegistry registry, Policies policies) {
        this.registry = registry;
        this.policies = policies;
    }

    /**
     * @throws IllegalArgumentException when no policy has such a figure
     */
    void require(Figure figure) {
        teller(figure);
    }

    Figures on(LocalDate day, CoopId coop, String store) {
        return figure -> told(figure, policies.at(coop, type(figure), store, day));
    }

    /** The values from each coming day on which one of the article's policies changes. */
    SortedMap<LocalDate, Figures> after(
            LocalDate today, CoopId coop, String store, Article article) {
        var changes = new TreeMap<LocalDate, Figures>();
        article.figures()
                .map(this::type)
                .distinct()
                .flatMap(type -> policies.scheduled(coop, type, today).stream())
                .map(DatedPolicy::validFrom)
                .forEach(day -> changes.put(day, on(day, coop, store)));
        return changes;
    }

    /** Whether a store has a value of its own for a policy of the article. */
    boolean differByStore(CoopId coop, Article article) {
        return article.figures()
                .map(this::type)
                .distinct()
                .flatMap(type -> policies.history(coop, type).stream())
                .anyMatch(row -> !row.scope().isEmpty());
    }

    private Class<? extends Policy> type(Figure figure) {
        return registry.find(figure.policy())
                .orElseThrow(() -> new IllegalArgumentException("no policy for " + figure));
    }

    private Method teller(Figure figure) {
        try {
            return type(figure).getMethod(figure.component());
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("no policy has " + figure, e);
        }
    }

    private Object told(Figure figure, Policy policy) {
        try {
            return teller(figure).invoke(policy);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + figure, e);
        }
    }
}
