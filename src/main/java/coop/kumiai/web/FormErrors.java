package coop.kumiai.web;

import coop.kumiai.kernel.Refusal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
        return new FormErrors(refusals.stream().map(FormErrors::error).toList());
    }

    /** Refusals on a page that has no fields of theirs. */
    public static FormErrors ofWhole(Collection<? extends Refusal> refusals) {
        return new FormErrors(
                refusals.stream()
                        .map(
                                refusal ->
                                        new FormError(
                                                "",
                                                refusal.sentence(),
                                                refusal.code(),
                                                Optional.empty()))
                        .toList());
    }

    private static FormError error(Refusal refusal) {
        return new FormError(refusal.field(), refusal.sentence(), refusal.code(), Optional.empty());
    }

    public FormErrors and(String field, String sentence) {
        var more = new ArrayList<>(list);
        more.add(new FormError(field, sentence));
        return new FormErrors(more);
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** The same errors, each with the page that explains its refusal. */
    FormErrors guided(Function<String, Optional<Link>> guide) {
        return new FormErrors(
                list.stream()
                        .map(
                                error ->
                                        new FormError(
                                                error.field(),
                                                error.sentence(),
                                                error.code(),
                                                guide.apply(error.code())))
                        .toList());
    }

    /** The pages that explain these errors, each once. */
    public List<Link> guides() {
        return list.stream().flatMap(error -> error.guide().stream()).distinct().toList();
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
