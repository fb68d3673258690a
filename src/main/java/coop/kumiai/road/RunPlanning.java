package coop.kumiai.road;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.Orders;
import coop.kumiai.stores.SlotId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Plans the vans of a slot in the background. No transaction is open while the solver looks; what
 * it found is written in one, onto what is there then. Whoever is killed over it is forgotten after
 * twice the time it may take, and the wish, announced again, is taken up by the next.
 */
@Component
class RunPlanning {
    private static final Logger LOG = LoggerFactory.getLogger(RunPlanning.class);
    private static final int PATIENCE = 2;

    private final RunStore store;
    private final Timetables timetables;
    private final Orders orders;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RunPlanning(
            RunStore store,
            Timetables timetables,
            Orders orders,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.timetables = timetables;
        this.orders = orders;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Async(RoadJobs.PLANNERS)
    @TransactionalEventListener
    void on(PlanWanted wanted) {
        plan(wanted.coop(), wanted.slot());
    }

    /** Makes the plan that is wanted; does nothing when none is, or somebody is at it. */
    void plan(CoopId coop, SlotId slot) {
        var terms = timetables.terms(coop, slot);
        var now = clock.instant();
        var lately = now.minus(patience(terms));
        if (!Boolean.TRUE.equals(transaction.execute(it -> store.begin(coop, slot, now, lately)))) {
            return;
        }
        var open = doors(coop, slot);
        var timetable = timetables.of(coop, slot, open);
        var vans = free(coop, slot, terms);
        var tours =
                vans.isEmpty()
                        ? List.<List<Door>>of()
                        : RunPlanner.plan(
                                timetable,
                                open,
                                vans.size(),
                                terms.ordersPerVan(),
                                terms.planningTime());
        var unplaced =
                (int) open.stream().filter(it -> !timetable.roads().knows(it.postalCode())).count();
        transaction.executeWithoutResult(
                it -> write(coop, slot, new Solved(timetable, vans, tours, unplaced)));
        LOG.info("{} {}: {} orders in {} vans", coop.code(), slot, open.size(), vans.size());
    }

    private static Duration patience(RunTerms terms) {
        return terms.planningTime().multipliedBy(PATIENCE).plusMinutes(1);
    }

    /** The orders of the slot that no van has left with. */
    private List<Door> doors(CoopId coop, SlotId slot) {
        var gone = gone(coop, slot);
        return orders.ordersOfSlot(coop, slot).stream()
                .filter(order -> !gone.contains(order.id()))
                .map(Timetables::door)
                .toList();
    }

    private Set<UUID> gone(CoopId coop, SlotId slot) {
        var gone = new HashSet<UUID>();
        store.find(coop, slot).stream()
                .flatMap(plan -> plan.vans().stream())
                .filter(VanRun::hasLeft)
                .flatMap(van -> van.stops().stream())
                .forEach(stop -> gone.add(stop.orderId()));
        return gone;
    }

    /** The vans that are still there. */
    private List<Integer> free(CoopId coop, SlotId slot, RunTerms terms) {
        var vans = new ArrayList<>(IntStream.rangeClosed(1, terms.vans()).boxed().toList());
        store.find(coop, slot).stream()
                .flatMap(plan -> plan.vans().stream())
                .filter(VanRun::hasLeft)
                .forEach(van -> vans.remove(Integer.valueOf(van.van())));
        return vans;
    }

    /** A van cannot leave while its slot is planned, so what was open when it began still is. */
    private void write(CoopId coop, SlotId slot, Solved solved) {
        store.lock(coop, slot).orElseThrow().vans().stream()
                .filter(van -> !van.hasLeft())
                .forEach(van -> store.clear(coop, slot, List.of(van.van())));
        for (int i = 0; i < solved.vans().size(); i++) {
            var doors = i < solved.tours().size() ? solved.tours().get(i) : List.<Door>of();
            store.addVan(coop, slot, solved.vans().get(i));
            store.put(
                    coop,
                    slot,
                    solved.vans().get(i),
                    Timetables.stops(doors, solved.timetable().expected(doors)));
        }
        store.ready(coop, slot, solved.unplaced(), clock.instant());
    }

    private record Solved(
            Timetable timetable, List<Integer> vans, List<List<Door>> tours, int unplaced) {}
}
