package coop.kumiai.office;

import coop.kumiai.fulfilment.PickTask;
import coop.kumiai.fulfilment.PickWalk;

import java.util.Optional;
import java.util.UUID;

/** How a product of the picker's walk stands in an address: {@code <order>.<line>}. */
public record TaskKey(UUID orderId, int lineNo) {

    /** Read by Spring from a request's parameter. */
    public static TaskKey valueOf(String text) {
        var dot = text.lastIndexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("no task");
        }
        return new TaskKey(
                UUID.fromString(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    /** The key of a product of the walk. */
    public static TaskKey of(PickTask task) {
        return new TaskKey(task.orderId(), task.lineNo());
    }

    Optional<PickTask> in(PickWalk walk) {
        return walk.find(orderId, lineNo);
    }

    @Override
    public String toString() {
        return orderId + "." + lineNo;
    }
}
