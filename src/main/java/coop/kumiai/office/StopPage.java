package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.fulfilment.HandOver;
import coop.kumiai.fulfilment.RedeliveryTerms;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.AlcoholTerms;
import coop.kumiai.payments.CashOnDelivery;
import coop.kumiai.policies.Policies;
import coop.kumiai.road.AtTheDoor;
import coop.kumiai.road.Doorstep;
import coop.kumiai.road.Message;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Photo;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** 配達先: one door, what is handed over there and what is taken. */
@Controller
@NetShop
@Allow(Who.DRIVER)
@RequestMapping("/{coop}/office/stop/{order}")
class StopPage {
    private final Pages pages;
    private final DeliveryRuns runs;
    private final Doorstep doorstep;
    private final Stores stores;
    private final Policies policies;
    private final Audit audit;
    private final Clock clock;

    StopPage(
            Pages pages,
            DeliveryRuns runs,
            Doorstep doorstep,
            Stores stores,
            Policies policies,
            Audit audit,
            Clock clock) {
        this.pages = pages;
        this.runs = runs;
        this.doorstep = doorstep;
        this.stores = stores;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    View show(Visit visit, @PathVariable UUID order) {
        return page(visit, order, DoorForm.EMPTY, FormErrors.NONE);
    }

    /** お預かりを数える: what was counted, and the change; nothing is recorded yet. */
    @PostMapping("/count")
    View count(Visit visit, @PathVariable UUID order, @RequestParam Map<String, String> fields) {
        var form = DoorForm.of(fields);
        try {
            var counted = runs.count(visit.coopId(), driver(visit), order, form.counted());
            return page(visit, order, form.with(counted), FormErrors.NONE);
        } catch (Refused refused) {
            return page(visit, order, form, FormErrors.of(refused.refusals()));
        }
    }

    /** お渡しした. What is ticked or counted says which of the amounts due was received. */
    @PostMapping("/hand-over")
    View handOver(
            Visit visit,
            @PathVariable UUID order,
            @RequestParam HandOver.Way way,
            @RequestParam Map<String, String> fields,
            @RequestParam Optional<MultipartFile> photo,
            @RequestParam Optional<UUID> key)
            throws IOException {
        var staff = driver(visit);
        var form = DoorForm.of(fields);
        try {
            var door = new AtTheDoor(form.said(way), form.counted(), bytes(photo));
            doorstep.handOver(visit.coopId(), staff, message(order, key), door);
        } catch (Refused refused) {
            return page(visit, order, form, FormErrors.of(refused.refusals()));
        }
        return backToTheRun(visit, staff, order);
    }

    /** 年齢を確かめられない: the alcohol goes back, the page shows what is due without it. */
    @PostMapping("/keep-alcohol")
    View keepAlcohol(Visit visit, @PathVariable UUID order, @RequestParam Optional<UUID> key) {
        return change(
                visit,
                order,
                staff -> doorstep.keepAlcohol(visit.coopId(), staff, message(order, key)));
    }

    /** 不在: the goods go back; the page then says what to write on the note. */
    @PostMapping("/bring-back")
    View bringBack(Visit visit, @PathVariable UUID order, @RequestParam Optional<UUID> key) {
        return change(
                visit,
                order,
                staff -> doorstep.bringBack(visit.coopId(), staff, message(order, key)));
    }

    @PostMapping("/undo")
    View undo(Visit visit, @PathVariable UUID order) {
        return change(visit, order, staff -> runs.undoBringBack(visit.coopId(), staff, order));
    }

    /** The member called: 再配達. */
    @PostMapping("/again")
    View again(Visit visit, @PathVariable UUID order) {
        return change(visit, order, staff -> runs.bringAgain(visit.coopId(), staff, order));
    }

    /** 置き配の写真, for the driver and the desk of the store. */
    @Allow({Who.DRIVER, Who.DESK})
    @GetMapping("/photo")
    ResponseEntity<byte[]> photo(Visit visit, @PathVariable UUID order) {
        var stop =
                runs.stop(
                        visit.coopId(),
                        Workplace.of(visit, StaffRole.Kind.DRIVER, StaffRole.Kind.DESK),
                        order);
        return doorstep.photo(visit.coopId(), stop.orderId())
                .map(Photo::of)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private View change(Visit visit, UUID order, Consumer<Staff> step) {
        try {
            step.accept(driver(visit));
        } catch (Refused refused) {
            return page(visit, order, DoorForm.EMPTY, FormErrors.of(refused.refusals()));
        }
        return SeeOther.at(visit.path("office/stop/" + order));
    }

    private View page(Visit visit, UUID order, DoorForm form, FormErrors errors) {
        var coop = visit.coopId();
        var staff = driver(visit);
        var stop = runs.stop(coop, staff, order);
        audit.noteLook(coop, visit.account(), "delivery.looked-at", stop.memberId(), "お届けのため");
        var day = stop.slot().day();
        return pages.page(
                visit,
                stop.recipient() + "様",
                "office/run/stop.jte",
                Map.of(
                        "stop",
                        stop,
                        "form",
                        form,
                        "errors",
                        errors,
                        "cashTerms",
                        policies.at(coop, CashOnDelivery.class, day),
                        "alcoholTerms",
                        policies.at(coop, AlcoholTerms.class, day),
                        "redelivery",
                        policies.at(coop, RedeliveryTerms.class, staff.storeId(), day),
                        "store",
                        stores.get(coop, staff.storeId()),
                        "run",
                        visit.path("office/run/" + SlotPath.of(stop.slot())),
                        "hasPhoto",
                        doorstep.hasPhoto(coop, order),
                        "clock",
                        clock),
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View backToTheRun(Visit visit, Staff staff, UUID order) {
        var slot = runs.stop(visit.coopId(), staff, order).slot();
        return SeeOther.at(visit.path("office/run/" + SlotPath.of(slot)) + "?done=" + order);
    }

    private Message message(UUID order, Optional<UUID> key) {
        return new Message(key.orElseGet(() -> Ids.next(clock)), order, null);
    }

    /** A photo as it came; none when the field was left. */
    static Optional<byte[]> bytes(Optional<MultipartFile> photo) throws IOException {
        var sent = photo.filter(it -> !it.isEmpty());
        return sent.isEmpty() ? Optional.empty() : Optional.of(sent.get().getBytes());
    }

    private static Staff driver(Visit visit) {
        return Workplace.as(StaffRole.Kind.DRIVER, visit);
    }
}
