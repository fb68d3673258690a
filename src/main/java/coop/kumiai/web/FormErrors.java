package coop.kumiai.web;

import coop.kumiai.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Everything that is wrong with a form, in the order of its fields. */
public record FormErrors(List<FormError> list) {

    public static final FormErrors NONE = new FormErrors(List.of());

    public FormErrors {
        list = List.copyOf(list);
    }

    public static FormErrors of(String field, String sentence) {
        return NONE.and(field, sentence);
    }

    /** Refusals that a module gave, each at the field that it names. */
    public static FormErrors of(Collection<? extends Refusal> refusals) {
        return new FormErrors(
                refusals.stream()
                        .map(refusal -> new FormError(refusal.field(), refusal.sentence()))
                        .toList());
    }

    public FormErrors and(String field, String sentence) {
        var more = new ArrayList<>(list);
        more.add(new FormError(field, sentence));
        return new FormErrors(more);
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** The first sentence about a field, or null when it stands as it is. */
    public @Nullable String at(String field) {
        return list.stream()
                .filter(error -> error.field().equals(field))
                .map(FormError::sentence)
                .findFirst()
                .orElse(null);
    }
}
