package coop.kumiai.accounts;

import java.util.Set;

/**
 * A member's wish to be represented as it was typed.
 *
 * @param errands their codes
 * @param orderLimit yen in any writing
 * @param months how long
 */
public record TypedRepresentation(
        String name,
        String relation,
        String email,
        Set<String> errands,
        String orderLimit,
        String months) {}
