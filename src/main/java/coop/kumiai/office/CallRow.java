package coop.kumiai.office;

import coop.kumiai.orders.Order;
import coop.kumiai.substitution.Substitute;
import coop.kumiai.substitution.Suggestion;

import java.util.List;
import java.util.Optional;

/**
 * One call about a substitute.
 *
 * @param shortName what was ordered
 * @param by the name of whoever wrote the answer down
 * @param others what could be offered in the place of the picker's choice
 */
public record CallRow(
        Substitute offer,
        Order order,
        String shortName,
        Substitute.State state,
        Optional<String> by,
        List<Suggestion> others) {
    public CallRow {
        others = List.copyOf(others);
    }
}
