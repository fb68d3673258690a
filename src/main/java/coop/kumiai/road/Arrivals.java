package coop.kumiai.road;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.fulfilment.Delivery;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.SlotId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** お届け時刻の目安, for the member who waits. */
@Service
public class Arrivals {
    private final RunStore store;
    private final DeliveryRuns runs;
    private final Policies policies;
    private final Clock clock;

    Arrivals(RunStore store, DeliveryRuns runs, Policies policies, Clock clock) {
        this.store = store;
        this.runs = runs;
        this.policies = policies;
        this.clock = clock;
    }

    /** When an order should come; empty until its van has left, and once it is done. */
    @Transactional(readOnly = true)
    public Optional<Arrival> of(CoopId coop, UUID orderId) {
        return store.slotOf(coop, orderId)
                .flatMap(slot -> store.find(coop, slot).flatMap(it -> of(coop, slot, it, orderId)));
    }

    /** How often a page may ask. */
    public ArrivalTerms terms(CoopId coop) {
        return policies.today(coop, ArrivalTerms.class);
    }

    private Optional<Arrival> of(CoopId coop, SlotId slot, RunPlan plan, UUID orderId) {
        var atDoor =
                Duration.ofMinutes(
                        policies.at(coop, RunTerms.class, slot.storeId(), slot.day())
                                .minutesAtDoor());
        return plan.vanOf(orderId)
                .flatMap(
                        van ->
                                ArrivalRules.of(
                                        van,
                                        orderId,
                                        done(coop, van),
                                        atDoor,
                                        terms(coop),
                                        clock.instant()));
    }

    private Map<UUID, Instant> done(CoopId coop, VanRun van) {
        var ids = van.stops().stream().map(VanStop::orderId).toList();
        return runs.find(coop, ids).values().stream()
                .filter(it -> it.settledAt().isPresent() || it.calledAt().isPresent())
                .collect(toMap(Delivery::orderId, Arrivals::doneAt));
    }

    /** What goes out a second time has no time: the van was there (N-DELIV-2). */
    private static Instant doneAt(Delivery delivery) {
        return delivery.settledAt().or(delivery::calledAt).orElseThrow();
    }
}
