package coop.kumiai.office;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.DayClosing;
import coop.kumiai.fulfilment.Days;
import coop.kumiai.fulfilment.Staff;
import coop.kumiai.fulfilment.StoreDay;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.road.RunCash;
import coop.kumiai.stores.SlotId;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.UUID;

/** 店長の一日: orders, shortages, money by way of payment, and the drivers' cash signed off. */
@Controller
@NetShop
@Allow(Who.MANAGER)
class DayPage {
    private final Days days;
    private final RunCash cash;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    DayPage(Days days, RunCash cash, Accounts accounts, Pages pages, Clock clock) {
        this.days = days;
        this.cash = cash;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{coop}/office/day")
    View today(Visit visit) {
        return SeeOther.at(visit.path("office/day/" + LocalDate.now(clock)));
    }

    @GetMapping("/{coop}/office/day/{day}")
    View show(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        return page(visit, day, "", "", FormErrors.NONE);
    }

    @PostMapping("/{coop}/office/day/{day}")
    View close(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam(defaultValue = "") String counted,
            @RequestParam(defaultValue = "") String reason) {
        var digits = JapaneseText.digits(counted.replaceAll("[,，円]", ""));
        if (!digits.matches("[0-9]{1,9}")) {
            var errors = FormErrors.of("counted", "数えた現金を、円の数字で入れてください。");
            return page(visit, day, counted, reason, errors);
        }
        try {
            var cash = Yen.of(Long.parseLong(digits));
            days.close(visit.coopId(), manager(visit), day, cash, reason);
            return SeeOther.at(visit.path("office/day/" + day));
        } catch (Refused refused) {
            return page(visit, day, counted, reason, FormErrors.of(refused.refusals()));
        }
    }

    private View page(
            Visit visit, LocalDate day, String counted, String reason, FormErrors errors) {
        var of = days.of(visit.coopId(), manager(visit), day);
        var all = new HashMap<String, Object>();
        all.put("sections", Workplace.sections(visit));
        all.put("of", of);
        all.put("cash", cash(visit, of));
        all.put("counted", counted);
        all.put("reason", reason);
        all.put("today", LocalDate.now(clock));
        all.put("by", of.closing().map(DayClosing::by).map(it -> name(visit, it)).orElse(""));
        return pages.form(visit, JapaneseDates.day(day) + "のまとめ", "office/day.jte", all, errors);
    }

    /** What the drivers of the day counted, slot by slot. */
    private DayCash cash(Visit visit, StoreDay of) {
        var storeId = manager(visit).storeId();
        var rows = new ArrayList<DayCash.Row>();
        for (var slot : of.slots()) {
            var id = new SlotId(storeId, of.day(), slot.number());
            for (var report : cash.ofSlot(visit.coopId(), id)) {
                rows.add(new DayCash.Row(slot.number(), name(visit, report.driver()), report));
            }
        }
        return new DayCash(of.takings().inTheBags(), rows);
    }

    private String name(Visit visit, UUID account) {
        return accounts.find(visit.coopId(), account).map(Account::displayName).orElse("");
    }

    private static Staff manager(Visit visit) {
        return Workplace.as(StaffRole.Kind.MANAGER, visit);
    }
}
