package coop.kumiai.road;

import coop.kumiai.accounts.Audit;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 配達計画: the vans of a slot, planned by the solver and mended by hand until they leave (X-DELIV-1).
 * Whoever changes a plan holds it: no door is lost or doubled by two who press at once.
 */
@Service
public class RunPlans {
    private final RunStore store;
    private final Timetables timetables;
    private final Slots slots;
    private final Audit audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    RunPlans(
            RunStore store,
            Timetables timetables,
            Slots slots,
            Audit audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.timetables = timetables;
        this.slots = slots;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** The plan of a slot; empty until somebody wants one. */
    @Transactional(readOnly = true)
    public Optional<RunPlan> find(CoopId coop, SlotId slot) {
        return store.find(coop, slot);
    }

    /**
     * Has the vans of a slot planned, in the background. Vans that have left stay as they are.
     *
     * @throws Refused before the cutoff, when orders may still come and go
     * @throws NotFound when it is no slot of the store where they work
     */
    @Transactional
    public void want(CoopId coop, Staff staff, SlotId id) {
        requireOwn(staff, id);
        var slot = slots.get(coop, id);
        if (!slot.isPastCutoff(clock.instant())) {
            throw Refused.because(new RunRefusal.BeforeCutoff(slot.label(), slot.cutoffLabel()));
        }
        var isAtIt = store.lock(coop, id).filter(it -> !it.isReady()).isPresent();
        if (!isAtIt) {
            store.want(coop, id, staff.accountId(), clock.instant());
        }
        announce.publishEvent(new PlanWanted(coop, id));
    }

    /**
     * Moves a door up or down in its van; beyond the first or the last nothing happens.
     *
     * @throws Refused when the van has left, or the solver is at the plan
     */
    @Transactional
    public void move(CoopId coop, Staff staff, SlotId slot, UUID orderId, boolean up) {
        var plan = hold(coop, staff, slot);
        var van = staying(plan, plan.vanOf(orderId).orElseThrow(() -> new NotFound("stop")));
        var orders = orders(van);
        var at = orders.indexOf(orderId);
        var to = up ? at - 1 : at + 1;
        if (to >= 0 && to < orders.size()) {
            Collections.swap(orders, at, to);
            write(coop, slot, van.van(), orders);
        }
    }

    /**
     * Puts a door into a van at a place, out of another one or its own.
     *
     * @param position from 1; beyond the last it is the last
     * @throws Refused when one of the two has left, or the solver is at the plan
     */
    @Transactional
    public void put(CoopId coop, Staff staff, SlotId slot, UUID orderId, int toVan, int position) {
        var plan = hold(coop, staff, slot);
        var from = staying(plan, plan.vanOf(orderId).orElseThrow(() -> new NotFound("stop")));
        var to = staying(plan, van(plan, toVan));
        var left = orders(from);
        left.remove(orderId);
        var target = from.van() == to.van() ? left : orders(to);
        target.add(Math.clamp(position - 1, 0, target.size()), orderId);
        store.clear(coop, slot, List.of(from.van(), to.van()));
        if (from.van() != to.van()) {
            store.put(coop, slot, from.van(), timetables.stops(coop, slot, left));
        }
        store.put(coop, slot, to.van(), timetables.stops(coop, slot, target));
    }

    /**
     * The van leaves: its order is fixed, and its times are reckoned from now. By the same driver
     * again it has left already.
     *
     * @throws Refused when somebody else left with it, it is empty, or the solver is at the plan
     */
    @Transactional
    public void leave(CoopId coop, Staff staff, SlotId slot, int number) {
        var plan = hold(coop, staff, slot);
        var van = van(plan, number);
        if (van.hasLeft()) {
            if (van.driver().filter(staff.accountId()::equals).isEmpty()) {
                throw Refused.because(new RunRefusal.TakenByAnother(number));
            }
            return;
        }
        if (van.stops().isEmpty()) {
            throw Refused.because(new RunRefusal.NothingAboard(number));
        }
        var now = clock.instant();
        store.leave(coop, slot, number, staff.accountId(), now);
        store.clear(coop, slot, List.of(number));
        store.put(coop, slot, number, timetables.leaving(coop, slot, orders(van), now));
        audit.note(coop, staff.accountId(), "run.left", staff.accountId(), van.word());
    }

    private void write(CoopId coop, SlotId slot, int van, List<UUID> orders) {
        store.clear(coop, slot, List.of(van));
        store.put(coop, slot, van, timetables.stops(coop, slot, orders));
    }

    private RunPlan hold(CoopId coop, Staff staff, SlotId slot) {
        requireOwn(staff, slot);
        var plan = store.lock(coop, slot).orElseThrow(() -> new NotFound("plan"));
        if (!plan.isReady()) {
            throw Refused.because(new RunRefusal.StillPlanning());
        }
        return plan;
    }

    private static VanRun van(RunPlan plan, int number) {
        return plan.vans().stream()
                .filter(it -> it.van() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("van"));
    }

    private static VanRun staying(RunPlan plan, VanRun van) {
        if (van.hasLeft()) {
            throw Refused.because(new RunRefusal.HasLeft(van.van()));
        }
        return van(plan, van.van());
    }

    private static List<UUID> orders(VanRun van) {
        return new ArrayList<>(van.stops().stream().map(VanStop::orderId).toList());
    }

    private static void requireOwn(Staff staff, SlotId slot) {
        if (!slot.storeId().equals(staff.storeId())) {
            throw new NotFound("slot");
        }
    }
}
