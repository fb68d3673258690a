package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.Tender;
import coop.kumiai.kernel.Refused;
import coop.kumiai.road.RunCash;
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
import java.util.Map;

/** 現金の締め: at the end of a run the driver counts what is in the bag. */
@Controller
@NetShop
@Allow(Who.DRIVER)
@RequestMapping("/{coop}/office/run/{day}/{slot}/cash")
class RunCashPage {
    private final RunCash cash;
    private final Slots slots;
    private final Pages pages;

    RunCashPage(RunCash cash, Slots slots, Pages pages) {
        this.cash = cash;
        this.slots = slots;
        this.pages = pages;
    }

    @GetMapping
    View show(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot) {
        return page(visit, day, slot, Map.of(), FormErrors.NONE);
    }

    @PostMapping
    View report(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot,
            @RequestParam Map<String, String> fields) {
        var staff = Workplace.as(StaffRole.Kind.DRIVER, visit);
        var id = new SlotId(staff.storeId(), day, slot);
        try {
            var change = CashForm.amount(fields.getOrDefault("change", ""));
            var reason = fields.getOrDefault("reason", "");
            cash.report(visit.coopId(), staff, id, change, bag(fields), reason);
        } catch (Refused refused) {
            return page(visit, day, slot, fields, FormErrors.of(refused.refusals()));
        }
        return SeeOther.at(visit.path("office/run/" + SlotPath.of(id)) + "/cash");
    }

    private View page(
            Visit visit, LocalDate day, int slot, Map<String, String> fields, FormErrors errors) {
        var staff = Workplace.as(StaffRole.Kind.DRIVER, visit);
        var id = new SlotId(staff.storeId(), day, slot);
        return pages.form(
                visit,
                slot + "便の現金を締める",
                "office/run/cash.jte",
                Map.of(
                        "slot",
                        slots.get(visit.coopId(), id),
                        "sheet",
                        cash.sheet(visit.coopId(), staff, id),
                        "bag",
                        bag(fields),
                        "fields",
                        fields,
                        "run",
                        visit.path("office/run/" + SlotPath.of(id))),
                errors);
    }

    private static Tender bag(Map<String, String> fields) {
        return CashForm.counted("bag", fields);
    }
}
