package coop.kumiai.fulfilment;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** The boxes of one order while they are being filled (箱). */
public record PickBox(int number, UUID orderId, String orderNumber, List<PickTask> tasks) {

    static List<PickBox> of(List<PickTask> tasks) {
        return tasks.stream()
                .collect(
                        groupingBy(
                                PickTask::box, TreeMap::new, java.util.stream.Collectors.toList()))
                .values()
                .stream()
                .map(PickBox::around)
                .toList();
    }

    private static PickBox around(List<PickTask> tasks) {
        var first = tasks.getFirst();
        return new PickBox(first.box(), first.orderId(), first.orderNumber(), List.copyOf(tasks));
    }

    public long undecided() {
        return tasks.stream().filter(task -> !task.isDecided()).count();
    }

    /** How many substitutes wait for the member's answer. */
    public long waiting() {
        return tasks.stream().filter(PickTask::isWaiting).count();
    }

    /** What was not there in full (品切れ). */
    public List<PickTask> shortages() {
        return tasks.stream().filter(PickTask::isShort).toList();
    }

    /** Whether nothing of the order was there: no box, the order is cancelled. */
    public boolean isEmpty() {
        return tasks.stream().allMatch(task -> task.found().orElse(task.ordered()) == 0);
    }

    public boolean isClosed() {
        return tasks.getFirst().boxClosed();
    }

    /** Everything was looked for; only the lid is missing. */
    public boolean isReadyToClose() {
        return undecided() == 0 && waiting() == 0 && !isClosed();
    }
}
