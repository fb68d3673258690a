package coop.kumiai.web;

import coop.kumiai.accounts.TypedRepresentation;

import org.springframework.util.MultiValueMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was typed of whom to entrust with what. */
public record RepresentativeForm(
        String name,
        String relation,
        String email,
        Set<String> errands,
        String orderLimit,
        String months) {

    public static RepresentativeForm sent(MultiValueMap<String, String> fields) {
        return new RepresentativeForm(
                first(fields, "name"),
                first(fields, "relation"),
                first(fields, "email"),
                Set.copyOf(fields.getOrDefault("errands", List.of())),
                first(fields, "orderLimit"),
                first(fields, "months"));
    }

    public TypedRepresentation typed() {
        return new TypedRepresentation(name, relation, email, errands, orderLimit, months);
    }

    /** The fields that send it again, but for the errands. */
    public Map<String, String> single() {
        return new TreeMap<>(
                Map.of(
                        "name", name,
                        "relation", relation,
                        "email", email,
                        "orderLimit", orderLimit,
                        "months", months));
    }

    private static String first(MultiValueMap<String, String> fields, String name) {
        var typed = fields.getFirst(name);
        return typed == null ? "" : typed;
    }
}
