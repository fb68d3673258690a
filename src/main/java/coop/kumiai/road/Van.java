package coop.kumiai.road;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;

import java.util.ArrayList;
import java.util.List;

/**
 * A van to the solver: the doors that it drives to, in their order. Public, with setters, for the
 * solver alone: it makes its own copies and moves doors about in them.
 */
@PlanningEntity
public class Van {
    private int number;
    private List<Door> doors = new ArrayList<>();

    /** For the solver. */
    public Van() {}

    Van(int number) {
        this.number = number;
    }

    @PlanningId
    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = number;
    }

    @PlanningListVariable
    public List<Door> getDoors() {
        return doors;
    }

    public void setDoors(List<Door> doors) {
        this.doors = doors;
    }
}
