package coop.kumiai.accounts;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * 任せる内容: to whom, for what, up to how much and until when.
 *
 * @param orderLimit the most that one order may cost; there when orders are among the errands
 * @param until the last day
 */
public record Mandate(
        String name,
        Relation relation,
        EmailAddress email,
        Set<Errand> errands,
        Optional<Yen> orderLimit,
        LocalDate until) {
    public Mandate {
        errands = Set.copyOf(errands);
    }
}
