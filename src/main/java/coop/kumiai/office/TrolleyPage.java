package coop.kumiai.office;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.Picking;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.fulfilment.Trolleys;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.stores.SlotId;
import coop.kumiai.web.Allow;
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
import org.springframework.web.servlet.View;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** 受け持ち: which orders of the slot a picker takes along on the trolley (X-PICK-3). */
@Controller
@NetShop
@Allow(Who.PICKER)
@RequestMapping("/{coop}/office/picking/{day}/{slot}/trolley")
class TrolleyPage {
    private final Pages pages;
    private final Picking picking;
    private final Trolleys trolleys;
    private final Accounts accounts;

    TrolleyPage(Pages pages, Picking picking, Trolleys trolleys, Accounts accounts) {
        this.pages = pages;
        this.picking = picking;
        this.trolleys = trolleys;
        this.accounts = accounts;
    }

    @GetMapping
    View show(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot) {
        var staff = picker(visit);
        var walk = picking.walk(visit.coopId(), staff, new SlotId(staff.storeId(), day, slot));
        var pickers = trolleys.pickers(visit.coopId(), walk);
        return pages.page(
                visit,
                slot + "便の受け持ち",
                "office/picking/trolley.jte",
                Map.of(
                        "walk",
                        walk,
                        "pickers",
                        pickers,
                        "names",
                        names(visit.coopId(), pickers.values()),
                        "me",
                        staff.accountId(),
                        "most",
                        trolleys.most(visit.coopId()),
                        "base",
                        base(visit, day, slot)));
    }

    @PostMapping("/take")
    View take(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot) {
        var staff = picker(visit);
        trolleys.take(visit.coopId(), staff, new SlotId(staff.storeId(), day, slot));
        return SeeOther.at(base(visit, day, slot));
    }

    @PostMapping("/leave")
    View leave(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot) {
        var staff = picker(visit);
        trolleys.leave(visit.coopId(), staff, new SlotId(staff.storeId(), day, slot));
        return SeeOther.at(base(visit, day, slot) + "/trolley");
    }

    private Map<UUID, String> names(CoopId coop, Collection<UUID> pickers) {
        return pickers.stream()
                .distinct()
                .flatMap(it -> accounts.find(coop, it).stream())
                .collect(toMap(Account::accountId, Account::displayName));
    }

    private static Staff picker(Visit visit) {
        return Workplace.as(StaffRole.Kind.PICKER, visit);
    }

    private static String base(Visit visit, LocalDate day, int slot) {
        return visit.path("office/picking/" + day + "/" + slot);
    }
}
