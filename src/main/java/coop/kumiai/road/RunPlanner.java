package coop.kumiai.road;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts doors into vans and in order, by Timefold. The same doors give the same plan: the solver's
 * dice are seeded, and it ends when so many steps have brought nothing better, or when its time is
 * over.
 */
final class RunPlanner {
    private static final int STEPS_WITHOUT_BETTER = 4_000;

    private RunPlanner() {}

    /**
     * The doors of each van.
     *
     * @param vans how many there are
     * @param capacity orders that fit into one
     */
    static List<List<Door>> plan(
            Timetable timetable, List<Door> doors, int vans, int capacity, Duration time) {
        if (doors.isEmpty() || (vans == 1 && doors.size() == 1)) {
            return List.of(doors);
        }
        var empty = IntStream.rangeClosed(1, vans).mapToObj(Van::new).toList();
        var tour = new Tour(new ArrayList<>(empty), List.copyOf(doors), timetable, capacity);
        var solved = SolverFactory.<Tour>create(config(time)).buildSolver().solve(tour);
        return solved.getVans().stream().map(van -> List.copyOf(van.getDoors())).toList();
    }

    private static SolverConfig config(Duration time) {
        return new SolverConfig()
                .withSolutionClass(Tour.class)
                .withEntityClasses(Van.class)
                .withEasyScoreCalculatorClass(TourScore.class)
                .withPhases(new ConstructionHeuristicPhaseConfig(), search())
                .withTerminationConfig(new TerminationConfig().withSpentLimit(time));
    }

    private static LocalSearchPhaseConfig search() {
        return new LocalSearchPhaseConfig()
                .withTerminationConfig(
                        new TerminationConfig().withUnimprovedStepCountLimit(STEPS_WITHOUT_BETTER));
    }
}
