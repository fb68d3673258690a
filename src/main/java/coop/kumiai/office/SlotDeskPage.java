package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.Refused;
import coop.kumiai.stores.SlotDays;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.SlotTrouble;
import coop.kumiai.stores.SlotTroubles;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
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
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * One slot for staff: how full it is, what its members were told, and its delay or stop (N-SLOT-7).
 * Its orders stay until somebody settles each of them: the page lists those that are left.
 */
@Controller
@NetShop
@Allow({Who.DESK, Who.MANAGER})
@RequestMapping("/{coop}/office/slots/{day}/{number}")
class SlotDeskPage {
    private final SlotTroubles troubles;
    private final SlotDays days;
    private final SlotDesk desk;

    SlotDeskPage(SlotTroubles troubles, SlotDays days, SlotDesk desk) {
        this.troubles = troubles;
        this.days = days;
        this.desk = desk;
    }

    @GetMapping
    View show(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int number) {
        return desk.page(
                visit,
                slot(StaffRole.Kind.DESK, visit, day, number),
                Map.of(),
                "",
                FormErrors.NONE);
    }

    @PostMapping
    View tell(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int number,
            @RequestParam Map<String, String> typed) {
        var slot = slot(StaffRole.Kind.DESK, visit, day, number);
        try {
            troubles.tell(
                    visit.coopId(),
                    visit.account(),
                    slot,
                    kind(typed),
                    typed.getOrDefault("because", ""),
                    typed.getOrDefault("message", ""));
            var sentence = "この便のご注文の方に、メールでお知らせしています。";
            return desk.page(visit, slot, Map.of(), sentence, FormErrors.NONE);
        } catch (Refused refused) {
            return desk.page(visit, slot, typed, "", FormErrors.of(refused.refusals()));
        }
    }

    /** Gives it other room on this day (N-SLOT-1). */
    @Allow(Who.MANAGER)
    @PostMapping("/resize")
    View resize(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int number,
            @RequestParam Map<String, String> typed) {
        var slot = slot(StaffRole.Kind.MANAGER, visit, day, number);
        try {
            days.resize(
                    visit.coopId(),
                    visit.account(),
                    slot,
                    SlotDesk.number(typed, "capacity"),
                    SlotDesk.number(typed, "items"),
                    typed.getOrDefault("reason", ""));
            return desk.page(visit, slot, Map.of(), "便の定員を変えました。", FormErrors.NONE);
        } catch (Refused refused) {
            return desk.page(visit, slot, typed, "", FormErrors.of(refused.refusals()));
        }
    }

    /** Of the store where they work. */
    private static SlotId slot(StaffRole.Kind kind, Visit visit, LocalDate day, int number) {
        return new SlotId(Workplace.as(kind, visit).storeId(), day, number);
    }

    private static Optional<SlotTrouble.Kind> kind(Map<String, String> typed) {
        return Arrays.stream(SlotTrouble.Kind.values())
                .filter(it -> it.code().equals(typed.get("kind")))
                .findFirst();
    }
}
