package coop.kumiai.office;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.fulfilment.Stop;
import coop.kumiai.kernel.Refused;
import coop.kumiai.road.RunPlan;
import coop.kumiai.road.RunPlans;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** 配達計画: the vans of a slot, planned and mended by hand until they leave (X-DELIV-1). */
@Controller
@NetShop
@Allow(Who.DRIVER)
@RequestMapping("/{coop}/office/run/{day}/{slot}")
class RunPlanPage {
    private final RunPlans plans;
    private final DeliveryRuns runs;
    private final Slots slots;
    private final Pages pages;

    RunPlanPage(RunPlans plans, DeliveryRuns runs, Slots slots, Pages pages) {
        this.plans = plans;
        this.runs = runs;
        this.slots = slots;
        this.pages = pages;
    }

    @GetMapping("/plan")
    View show(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot) {
        return page(visit, id(visit, day, slot), FormErrors.NONE);
    }

    /** How far the solver is, for a page that asks again by itself. */
    @GetMapping("/plan/progress")
    View progress(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot) {
        return pages.part(visit, "office/run/planned.jte", parameters(visit, id(visit, day, slot)));
    }

    /** 便を組む. */
    @PostMapping("/plan")
    View want(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot) {
        return change(
                visit,
                id(visit, day, slot),
                (staff, id) -> plans.want(visit.coopId(), staff, id),
                "/plan");
    }

    /** ↑ ↓. */
    @PostMapping("/plan/move")
    View move(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot,
            @RequestParam UUID order,
            @RequestParam boolean up) {
        return change(
                visit,
                id(visit, day, slot),
                (staff, id) -> plans.move(visit.coopId(), staff, id, order, up),
                "/plan#o-" + order);
    }

    /** Into another van, or to another place by drag. */
    @PostMapping("/plan/put")
    View put(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot,
            @RequestParam UUID order,
            @RequestParam int van,
            @RequestParam(defaultValue = "1000") int position) {
        return change(
                visit,
                id(visit, day, slot),
                (staff, id) -> plans.put(visit.coopId(), staff, id, order, van, position),
                "/plan#o-" + order);
    }

    /** 出発する: the driver takes a van, and its order is fixed. */
    @PostMapping("/leave")
    View leave(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot,
            @RequestParam int van) {
        return change(
                visit,
                id(visit, day, slot),
                (staff, id) -> plans.leave(visit.coopId(), staff, id, van),
                "?van=" + van);
    }

    private View change(Visit visit, SlotId id, BiConsumer<Staff, SlotId> step, String next) {
        try {
            step.accept(Workplace.as(StaffRole.Kind.DRIVER, visit), id);
        } catch (Refused refused) {
            return page(visit, id, FormErrors.ofWhole(refused.refusals()));
        }
        return SeeOther.at(visit.path("office/run/" + SlotPath.of(id)) + next);
    }

    private View page(Visit visit, SlotId id, FormErrors errors) {
        return pages.form(
                visit,
                id.number() + "便の配達計画",
                "office/run/plan.jte",
                parameters(visit, id),
                errors);
    }

    private Map<String, Object> parameters(Visit visit, SlotId id) {
        var staff = Workplace.as(StaffRole.Kind.DRIVER, visit);
        var stops = runs.run(visit.coopId(), staff, id);
        var plan = plans.find(visit.coopId(), id);
        return Map.of(
                "slot",
                slots.get(visit.coopId(), id),
                "plan",
                plan,
                "stops",
                stops.stream().collect(toMap(Stop::orderId, Function.identity())),
                "unplanned",
                unplanned(stops, plan),
                "base",
                visit.path("office/run/" + SlotPath.of(id)));
    }

    private static List<Stop> unplanned(List<Stop> stops, Optional<RunPlan> plan) {
        var planned = plan.map(RunPlan::orders).orElse(List.of());
        return stops.stream().filter(it -> !planned.contains(it.orderId())).toList();
    }

    private static SlotId id(Visit visit, LocalDate day, int slot) {
        var staff = Workplace.as(StaffRole.Kind.DRIVER, visit);
        return new SlotId(staff.storeId(), day, slot);
    }
}
