package coop.kumiai.policies;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every policy record of the product, found by its {@link PolicyName}. */
@Component
public class PolicyRegistry {
    private final Map<String, Class<? extends Policy>> byName = new TreeMap<>();

    PolicyRegistry() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(PolicyName.class));
        for (var candidate : scanner.findCandidateComponents("coop.kumiai")) {
            register(String.valueOf(candidate.getBeanClassName()));
        }
    }

    /** The record behind a name such as {@code orders.limits}. */
    public Optional<Class<? extends Policy>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<String> names() {
        return byName.keySet();
    }

    private void register(String className) {
        var type =
                ClassUtils.resolveClassName(className, getClass().getClassLoader())
                        .asSubclass(Policy.class);
        var clash = byName.put(nameOf(type), type);
        if (clash != null) {
            throw new IllegalStateException("two policies are named " + nameOf(type));
        }
    }

    static String nameOf(Class<? extends Policy> type) {
        var name = type.getAnnotation(PolicyName.class);
        if (name == null) {
            throw new IllegalArgumentException(type + " carries no @PolicyName");
        }
        return name.value();
    }
}
