package coop.kumiai.road;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.HardSoftScore;

import org.jspecify.annotations.NullUnmarked;

import java.util.List;

/** All vans of a slot to the solver; public, with setters, for it alone. */
@NullUnmarked
@PlanningSolution
public class Tour {
    private List<Van> vans;
    private List<Door> doors;
    private Timetable timetable;
    private int capacity;
    private HardSoftScore score;

    /** For the solver. */
    public Tour() {}

    Tour(List<Van> vans, List<Door> doors, Timetable timetable, int capacity) {
        this.vans = vans;
        this.doors = doors;
        this.timetable = timetable;
        this.capacity = capacity;
    }

    @PlanningEntityCollectionProperty
    public List<Van> getVans() {
        return vans;
    }

    public void setVans(List<Van> vans) {
        this.vans = vans;
    }

    @ProblemFactCollectionProperty
    @ValueRangeProvider
    public List<Door> getDoors() {
        return doors;
    }

    public void setDoors(List<Door> doors) {
        this.doors = doors;
    }

    @ProblemFactProperty
    public Timetable getTimetable() {
        return timetable;
    }

    public void setTimetable(Timetable timetable) {
        this.timetable = timetable;
    }

    @ProblemFactProperty
    public int getCapacity() {
        return capacity;
    }

    public void setCapacity(int capacity) {
        this.capacity = capacity;
    }

    @PlanningScore
    public HardSoftScore getScore() {
        return score;
    }

    public void setScore(HardSoftScore score) {
        this.score = score;
    }
}
