package coop.kumiai.road;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;

/**
 * What a plan is worth: no door after the end of the slot, no van over its capacity; then as little
 * driving as can be. A slot's plan is small enough to be reckoned as a whole each time.
 */
public class TourScore implements EasyScoreCalculator<Tour, HardSoftScore> {
    /** An order that does not fit in weighs as much as one that comes this late. */
    private static final long SECONDS_OF_AN_ORDER = 3_600;

    @Override
    public HardSoftScore calculateScore(Tour tour) {
        var late = 0L;
        var driving = 0L;
        for (var van : tour.getVans()) {
            var tooMany = Math.max(0, van.getDoors().size() - tour.getCapacity());
            late += tour.getTimetable().late(van.getDoors()) + tooMany * SECONDS_OF_AN_ORDER;
            driving += tour.getTimetable().driving(van.getDoors());
        }
        return HardSoftScore.of(-late, -driving);
    }
}
