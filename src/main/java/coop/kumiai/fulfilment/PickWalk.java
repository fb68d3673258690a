package coop.kumiai.fulfilment;

import coop.kumiai.stores.Slot;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One way past the shelves for all orders of a slot.
 *
 * @param tasks in walking order, cold aisles last
 */
public record PickWalk(Slot slot, List<PickTask> tasks) {
    public PickWalk {
        tasks = List.copyOf(tasks);
    }

    /** What to fetch next. */
    public Optional<PickTask> next() {
        return tasks.stream().filter(task -> !task.isDecided()).findFirst();
    }

    /** Where the way leads after a product. */
    public Optional<PickTask> after(PickTask task) {
        return tasks.stream()
                .skip(tasks.indexOf(task) + 1L)
                .filter(it -> !it.isDecided())
                .findFirst();
    }

    public Optional<PickTask> find(UUID orderId, int lineNo) {
        return tasks.stream()
                .filter(task -> task.orderId().equals(orderId) && task.lineNo() == lineNo)
                .findFirst();
    }

    /** The boxes of the slot, in the order of their numbers. */
    public List<PickBox> boxes() {
        return PickBox.of(tasks);
    }

    public long decided() {
        return tasks.stream().filter(PickTask::isDecided).count();
    }
}
