package coop.kumiai.office;

import coop.kumiai.fulfilment.Stop;
import coop.kumiai.road.RunPlan;
import coop.kumiai.road.VanRun;
import coop.kumiai.road.VanStop;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The doors of a slot in the order of driving. */
final class Driving {
    private Driving() {}

    /**
     * Those of one van, or of all, as planned; without a plan neighbours beside each other. What
     * goes out a second time comes last: no time was promised (N-DELIV-2). What no van has is
     * everybody's.
     */
    static List<Stop> order(List<Stop> stops, Optional<RunPlan> plan, Optional<VanRun> van) {
        if (plan.isEmpty()) {
            return stops;
        }
        var planned = plan.get().orders();
        var aboard = van.map(it -> it.stops().stream().map(VanStop::orderId).toList());
        return stops.stream()
                .filter(stop -> isMine(stop, planned, aboard))
                .sorted(
                        Comparator.comparing((Stop stop) -> stop.delivery().isSecondTry())
                                .thenComparing(stop -> place(planned, stop)))
                .toList();
    }

    private static boolean isMine(Stop stop, List<UUID> planned, Optional<List<UUID>> aboard) {
        return aboard.map(it -> it.contains(stop.orderId()) || !planned.contains(stop.orderId()))
                .orElse(true);
    }

    private static int place(List<UUID> planned, Stop stop) {
        var at = planned.indexOf(stop.orderId());
        return at < 0 ? planned.size() : at;
    }
}
