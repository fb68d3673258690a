package coop.kumiai.stores;

import coop.kumiai.kernel.InWords;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.LocalTime;
import java.util.List;

/**
 * 枠の公開: in which parts the places of the last open day are released on the day that it opens
 * (X-SLOT-2, N-SLOT-6), so that nobody has to be awake at midnight; by store.
 *
 * @param steps from the first hour to the last; together all places
 */
@PolicyName("stores.slot-releases")
public record SlotReleases(List<Step> steps) implements Policy {
    static final int ALL = 100;

    public SlotReleases {
        steps = List.copyOf(steps);
        if (steps.stream().mapToInt(Step::percent).sum() != ALL) {
            throw new IllegalArgumentException("the parts are not the whole");
        }
    }

    /** How many percent of the places are released at a time of that day. */
    int percentAt(LocalTime time) {
        return steps.stream().filter(it -> !time.isBefore(it.at())).mapToInt(Step::percent).sum();
    }

    /**
     * One part.
     *
     * @param at when it is released
     * @param percent of the places
     */
    public record Step(LocalTime at, int percent) implements InWords {
        public Step {
            if (percent <= 0) {
                throw new IllegalArgumentException("no part");
            }
        }

        /** {@code 7時に25%}. */
        @Override
        public String inWords() {
            return "%sに%d%%".formatted(JapaneseDates.time(at), percent);
        }
    }
}
