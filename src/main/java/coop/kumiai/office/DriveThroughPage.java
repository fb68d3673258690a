package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.fulfilment.HandOver;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.AlcoholTerms;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.Slots;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/** ドライブスルー: the desk of a store hands over what members come to fetch (N-DRIVE-1). */
@Controller
@NetShop
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/drive-through")
class DriveThroughPage {
    private final Pages pages;
    private final DeliveryRuns runs;
    private final Slots slots;
    private final Policies policies;
    private final Audit audit;

    DriveThroughPage(Pages pages, DeliveryRuns runs, Slots slots, Policies policies, Audit audit) {
        this.pages = pages;
        this.runs = runs;
        this.slots = slots;
        this.policies = policies;
        this.audit = audit;
    }

    @GetMapping("/{day}")
    View day(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        var staff = desk(visit);
        return pages.page(
                visit,
                "ドライブスルー",
                "office/drivethrough/day.jte",
                Map.of(
                        "day",
                        day,
                        "stops",
                        runs.driveThrough(visit.coopId(), staff, day),
                        "terms",
                        slots.driveThrough(visit.coopId(), staff.storeId(), day)));
    }

    @GetMapping("/orders/{order}")
    View show(Visit visit, @PathVariable UUID order) {
        return page(visit, order, DoorForm.EMPTY, FormErrors.NONE);
    }

    /** お渡しした: the goods are paid by card; share capital may still be taken (N-JOIN-2). */
    @PostMapping("/orders/{order}/hand-over")
    View handOver(Visit visit, @PathVariable UUID order, @RequestParam Map<String, String> fields) {
        var form = DoorForm.of(fields);
        return change(
                visit,
                order,
                form,
                (coop, staff) ->
                        runs.handOver(coop, staff, order, form.said(HandOver.Way.IN_PERSON)));
    }

    /** 年齢を確かめられない: the alcohol stays at the store (N-ALC-1). */
    @PostMapping("/orders/{order}/keep-alcohol")
    View keepAlcohol(Visit visit, @PathVariable UUID order) {
        return change(
                visit,
                order,
                DoorForm.EMPTY,
                (coop, staff) -> runs.keepAlcohol(coop, staff, order));
    }

    /** お見えにならなかった: the goods go back to the shelves. */
    @PostMapping("/orders/{order}/not-fetched")
    View notFetched(Visit visit, @PathVariable UUID order) {
        return change(
                visit, order, DoorForm.EMPTY, (coop, staff) -> runs.notFetched(coop, staff, order));
    }

    @PostMapping("/orders/{order}/undo")
    View undo(Visit visit, @PathVariable UUID order) {
        return change(
                visit,
                order,
                DoorForm.EMPTY,
                (coop, staff) -> runs.undoBringBack(coop, staff, order));
    }

    private View change(Visit visit, UUID order, DoorForm form, BiConsumer<CoopId, Staff> step) {
        try {
            requireFetched(visit, order);
            step.accept(visit.coopId(), desk(visit));
        } catch (Refused refused) {
            return page(visit, order, form, FormErrors.of(refused.refusals()));
        }
        return SeeOther.at(visit.path("office/drive-through/orders/" + order));
    }

    /** What is delivered is the driver's. */
    private void requireFetched(Visit visit, UUID order) {
        if (!runs.stop(visit.coopId(), desk(visit), order).driveThrough()) {
            throw new NotFound("order");
        }
    }

    private View page(Visit visit, UUID order, DoorForm form, FormErrors errors) {
        requireFetched(visit, order);
        var coop = visit.coopId();
        var stop = runs.stop(coop, desk(visit), order);
        var day = stop.slot().day();
        audit.noteLook(coop, visit.account(), "delivery.looked-at", stop.memberId(), "お渡しのため");
        return pages.page(
                visit,
                "ドライブスルー " + stop.orderNumber(),
                "office/drivethrough/order.jte",
                Map.of(
                        "stop",
                        stop,
                        "form",
                        form,
                        "errors",
                        errors,
                        "slot",
                        slots.get(coop, stop.slot()),
                        "alcoholTerms",
                        policies.at(coop, AlcoholTerms.class, day),
                        "terms",
                        slots.driveThrough(coop, stop.slot().storeId(), day)),
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Staff desk(Visit visit) {
        return Workplace.as(StaffRole.Kind.DESK, visit);
    }
}
