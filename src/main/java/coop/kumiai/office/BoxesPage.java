package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.PickBox;
import coop.kumiai.fulfilment.PickTask;
import coop.kumiai.fulfilment.PickWalk;
import coop.kumiai.fulfilment.Picking;
import coop.kumiai.fulfilment.Trolleys;
import coop.kumiai.kernel.Refused;
import coop.kumiai.stores.SlotId;
import coop.kumiai.web.Allow;
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
import java.util.Optional;
import java.util.UUID;

/** 箱を閉じる: when all was looked for, the boxes are checked and closed one order after the other. */
@Controller
@NetShop
@Allow(Who.PICKER)
@RequestMapping("/{coop}/office/picking/{day}/{slot}/boxes")
class BoxesPage {
    private final Pages pages;
    private final Picking picking;
    private final Trolleys trolleys;

    BoxesPage(Pages pages, Picking picking, Trolleys trolleys) {
        this.pages = pages;
        this.picking = picking;
        this.trolleys = trolleys;
    }

    @GetMapping
    View show(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot,
            @RequestParam Optional<TaskKey> last) {
        return page(visit, day, slot, last, Optional.empty());
    }

    @PostMapping
    View close(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot,
            @RequestParam UUID order) {
        var staff = Workplace.as(StaffRole.Kind.PICKER, visit);
        try {
            picking.close(visit.coopId(), staff, order);
        } catch (Refused refused) {
            return page(visit, day, slot, Optional.empty(), Optional.of(refused));
        }
        return SeeOther.at(base(visit, new SlotId(staff.storeId(), day, slot)) + "/boxes");
    }

    private View page(
            Visit visit,
            LocalDate day,
            int slot,
            Optional<TaskKey> last,
            Optional<Refused> refused) {
        var staff = Workplace.as(StaffRole.Kind.PICKER, visit);
        var id = new SlotId(staff.storeId(), day, slot);
        var walk = trolleys.walk(visit.coopId(), staff, id);
        return pages.page(
                visit,
                slot + "便の箱",
                "office/picking/boxes.jte",
                Map.of(
                        "walk",
                        walk,
                        "ready",
                        ready(walk),
                        "last",
                        last.flatMap(it -> it.in(walk)).filter(PickTask::isDecided),
                        "refusal",
                        refused.map(Refusals::sentence),
                        "base",
                        base(visit, id)),
                refused.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Optional<PickBox> ready(PickWalk walk) {
        return walk.boxes().stream().filter(PickBox::isReadyToClose).findFirst();
    }

    private static String base(Visit visit, SlotId slot) {
        return visit.path("office/picking/" + SlotPath.of(slot));
    }
}
