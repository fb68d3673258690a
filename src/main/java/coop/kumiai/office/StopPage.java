package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.fulfilment.HandOver;
import coop.kumiai.fulfilment.RedeliveryTerms;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.AlcoholTerms;
import coop.kumiai.payments.CashOnDelivery;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** 配達先: one door, what is handed over there and what is taken. */
@Controller
@NetShop
@Allow(Who.DRIVER)
@RequestMapping("/{coop}/office/stop/{order}")
class StopPage {
    private final Pages pages;
    private final DeliveryRuns runs;
    private final Stores stores;
    private final Policies policies;
    private final Audit audit;

    StopPage(Pages pages, DeliveryRuns runs, Stores stores, Policies policies, Audit audit) {
        this.pages = pages;
        this.runs = runs;
        this.stores = stores;
        this.policies = policies;
        this.audit = audit;
    }

    @GetMapping
    View show(Visit visit, @PathVariable UUID order) {
        return page(visit, order, Set.of(), FormErrors.NONE);
    }

    /** お渡しした. What is ticked says which of the amounts due was received. */
    @PostMapping("/hand-over")
    View handOver(
            Visit visit,
            @PathVariable UUID order,
            @RequestParam HandOver.Way way,
            @RequestParam(defaultValue = "0") long cash,
            @RequestParam(defaultValue = "0") long share,
            @RequestParam(defaultValue = "false") boolean age) {
        var staff = driver(visit);
        try {
            var said = new HandOver(way, Yen.of(cash), Yen.of(share), age);
            runs.handOver(visit.coopId(), staff, order, said);
        } catch (Refused refused) {
            return page(visit, order, ticked(cash, share, age), FormErrors.of(refused.refusals()));
        }
        return backToTheRun(visit, staff, order);
    }

    /** 不在: the goods go back; the page then says what to write on the note. */
    @PostMapping("/bring-back")
    View bringBack(Visit visit, @PathVariable UUID order) {
        return change(visit, order, (staff, id) -> runs.bringBack(visit.coopId(), staff, id));
    }

    @PostMapping("/undo")
    View undo(Visit visit, @PathVariable UUID order) {
        return change(visit, order, (staff, id) -> runs.undoBringBack(visit.coopId(), staff, id));
    }

    /** The member called: 再配達. */
    @PostMapping("/again")
    View again(Visit visit, @PathVariable UUID order) {
        return change(visit, order, (staff, id) -> runs.bringAgain(visit.coopId(), staff, id));
    }

    private View change(Visit visit, UUID order, BiConsumer<Staff, UUID> step) {
        try {
            step.accept(driver(visit), order);
        } catch (Refused refused) {
            return page(visit, order, Set.of(), FormErrors.of(refused.refusals()));
        }
        return SeeOther.at(visit.path("office/stop/" + order));
    }

    private View page(Visit visit, UUID order, Set<String> ticked, FormErrors errors) {
        var staff = driver(visit);
        var stop = runs.stop(visit.coopId(), staff, order);
        audit.noteLook(
                visit.coopId(), visit.account(), "delivery.looked-at", stop.memberId(), "お届けのため");
        var day = stop.slot().day();
        return pages.page(
                visit,
                stop.recipient() + "様",
                "office/run/stop.jte",
                Map.of(
                        "stop",
                        stop,
                        "ticked",
                        ticked,
                        "errors",
                        errors,
                        "cashTerms",
                        policies.at(visit.coopId(), CashOnDelivery.class, day),
                        "alcoholTerms",
                        policies.at(visit.coopId(), AlcoholTerms.class, day),
                        "redelivery",
                        policies.at(visit.coopId(), RedeliveryTerms.class, staff.storeId(), day),
                        "store",
                        stores.get(visit.coopId(), staff.storeId()),
                        "run",
                        visit.path("office/run/" + SlotPath.of(stop.slot()))),
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View backToTheRun(Visit visit, Staff staff, UUID order) {
        var slot = runs.stop(visit.coopId(), staff, order).slot();
        return SeeOther.at(visit.path("office/run/" + SlotPath.of(slot)) + "?done=" + order);
    }

    private static Set<String> ticked(long cash, long share, boolean age) {
        return java.util.stream.Stream.of(
                        cash > 0 ? "cash" : "", share > 0 ? "share" : "", age ? "age" : "")
                .filter(it -> !it.isEmpty())
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Staff driver(Visit visit) {
        return Workplace.as(StaffRole.Kind.DRIVER, visit);
    }
}
