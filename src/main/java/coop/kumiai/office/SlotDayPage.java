package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refused;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.SlotDayRefusal;
import coop.kumiai.stores.SlotDays;
import coop.kumiai.stores.SlotTime;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
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
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** 一日の便: what a campaign makes of the slots of one day of my store (N-SLOT-1). */
@Controller
@NetShop
@Allow(Who.MANAGER)
@RequestMapping("/{coop}/office/slots/{day}")
class SlotDayPage {
    private final SlotDays days;
    private final Stores stores;
    private final Pages pages;

    SlotDayPage(SlotDays days, Stores stores, Pages pages) {
        this.days = days;
        this.stores = stores;
        this.pages = pages;
    }

    @GetMapping
    View show(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        return page(visit, day, Map.of(), "", FormErrors.NONE);
    }

    @PostMapping("/add")
    View add(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam Map<String, String> typed) {
        var storeId = Workplace.as(StaffRole.Kind.MANAGER, visit).storeId();
        try {
            var time = time(typed);
            var reason = typed.getOrDefault("reason", "");
            days.add(visit.coopId(), visit.account(), storeId, day, time, reason);
            return page(visit, day, Map.of(), "便を加えました。", FormErrors.NONE);
        } catch (Refused refused) {
            return page(visit, day, typed, "", FormErrors.of(refused.refusals()));
        }
    }

    private static SlotTime time(Map<String, String> typed) {
        try {
            return new SlotTime(
                    SlotDesk.number(typed, "number"),
                    LocalTime.parse(typed.getOrDefault("fromTime", "")),
                    LocalTime.parse(typed.getOrDefault("untilTime", "")),
                    0,
                    LocalTime.parse(typed.getOrDefault("cutoffTime", "")),
                    SlotDesk.number(typed, "capacity"));
        } catch (IllegalArgumentException | DateTimeParseException notATime) {
            throw Refused.because(new SlotDayRefusal.NotATime());
        }
    }

    private View page(
            Visit visit,
            LocalDate day,
            Map<String, String> typed,
            String sentence,
            FormErrors errors) {
        var storeId = Workplace.as(StaffRole.Kind.MANAGER, visit).storeId();
        var slots = days.ofDay(visit.coopId(), storeId, day);
        return pages.form(
                visit,
                JapaneseDates.day(day) + "の便",
                "office/slots/day.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "store",
                        stores.get(visit.coopId(), storeId).name(),
                        "day",
                        day,
                        "slots",
                        slots,
                        "fields",
                        fields(slots, typed, errors),
                        "sentence",
                        sentence),
                errors);
    }

    private static List<Field> fields(
            List<Slot> slots, Map<String, String> typed, FormErrors errors) {
        return List.of(
                Field.digits("number", "便の番号")
                        .value(typed.getOrDefault("number", String.valueOf(slots.size() + 1)))
                        .errors(errors),
                TypedMoment.time("from", "はじまり", typed, "10:00").errors(errors),
                TypedMoment.time("until", "終わり", typed, "12:00"),
                TypedMoment.time("cutoff", "締切（その日の時刻）", typed, "07:00"),
                Field.digits("capacity", "定員（件）").value(typed.get("capacity")).errors(errors),
                SlotDesk.reason(typed, errors));
    }
}
