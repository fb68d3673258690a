package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.fulfilment.Stop;
import coop.kumiai.road.RunPlan;
import coop.kumiai.road.RunPlans;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;
import coop.kumiai.web.Allow;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** 配達リスト: the doors of a slot on the driver's phone. */
@Controller
@NetShop
class RunPage {
    private final Pages pages;
    private final DeliveryRuns runs;
    private final RunPlans plans;
    private final Slots slots;

    RunPage(Pages pages, DeliveryRuns runs, RunPlans plans, Slots slots) {
        this.pages = pages;
        this.runs = runs;
        this.plans = plans;
        this.slots = slots;
    }

    @Allow(Who.DRIVER)
    @GetMapping("/{coop}/office/run/{day}/{slot}")
    View show(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot,
            @RequestParam Optional<Integer> van,
            @RequestParam Optional<UUID> done) {
        var staff = Workplace.as(StaffRole.Kind.DRIVER, visit);
        var id = new SlotId(staff.storeId(), day, slot);
        var stops = runs.run(visit.coopId(), staff, id);
        var plan = plans.find(visit.coopId(), id).filter(RunPlan::isReady);
        var mine =
                plan.flatMap(it -> van.flatMap(it::van).or(() -> it.vanOfDriver(visit.account())));
        return pages.page(
                visit,
                slot + "便の配達",
                "office/run/run.jte",
                Map.of(
                        "slot",
                        slots.get(visit.coopId(), id),
                        "run",
                        new Run(Driving.order(stops, plan, mine)),
                        "plan",
                        plan,
                        "mine",
                        mine,
                        "done",
                        done.flatMap(order -> find(stops, order)),
                        "base",
                        visit.path("office/run/" + SlotPath.of(id))));
    }

    private static Optional<Stop> find(List<Stop> stops, UUID order) {
        return stops.stream().filter(stop -> stop.orderId().equals(order)).findFirst();
    }
}
