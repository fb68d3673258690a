package coop.kumiai.office;

import java.time.LocalDate;
import java.util.List;

/**
 * One policy (規程) with every decision about it.
 *
 * @param code its stable name, such as {@code orders.limits}
 * @param isChangeable whether its values can be typed into a form
 * @param columns the names of its values
 * @param decisions by scope, the latest first
 */
public record PolicyTable(
        String code,
        String name,
        boolean isChangeable,
        List<String> columns,
        List<Decision> decisions) {
    public PolicyTable {
        columns = List.copyOf(columns);
        decisions = List.copyOf(decisions);
    }

    /**
     * A decision.
     *
     * @param scope the store that it is for, or the whole co-op
     * @param state whether it holds now, will hold, or held
     * @param values in the order of the columns
     */
    public record Decision(
            String scope,
            LocalDate from,
            State state,
            List<String> values,
            String decidedBy,
            String reason) {
        public Decision {
            values = List.copyOf(values);
        }
    }

    /** How a decision stands to today. */
    public enum State {
        NOW("いま"),
        COMING("これから"),
        PAST("これまで");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
