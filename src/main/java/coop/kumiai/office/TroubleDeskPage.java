package coop.kumiai.office;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.aftercare.Answer;
import coop.kumiai.aftercare.Trouble;
import coop.kumiai.aftercare.Troubles;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.Order;
import coop.kumiai.payments.Payments;
import coop.kumiai.payments.Refund;
import coop.kumiai.payments.Refunds;
import coop.kumiai.stores.Slot;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Option;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One thing that a member told of delivered goods, and the store's answer (N-RET-2). */
@Controller
@NetShop
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/troubles/{trouble}")
class TroubleDeskPage {
    private final Troubles troubles;
    private final Refunds refunds;
    private final Slots slots;
    private final Audit audit;
    private final Pages pages;
    private final Clock clock;

    TroubleDeskPage(
            Troubles troubles,
            Refunds refunds,
            Slots slots,
            Audit audit,
            Pages pages,
            Clock clock) {
        this.troubles = troubles;
        this.refunds = refunds;
        this.slots = slots;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    View show(Visit visit, @PathVariable UUID trouble) {
        var told = troubles.get(visit.coopId(), trouble);
        audit.noteLook(
                visit.coopId(), visit.account(), "trouble.looked-at", told.memberId(), "お知らせの確認");
        return page(visit, told, Map.of(), FormErrors.NONE);
    }

    @PostMapping
    View answer(Visit visit, @PathVariable UUID trouble, @RequestParam Map<String, String> sent) {
        var answer =
                new Answer(
                        LineCounts.of(sent, "refund"),
                        LineCounts.of(sent, "again"),
                        slot(visit, sent.getOrDefault("slot", "")),
                        sent.getOrDefault("answer", ""));
        try {
            troubles.answer(
                    visit.coopId(), Workplace.as(StaffRole.Kind.DESK, visit), trouble, answer);
            return SeeOther.at(visit.path("office/aftercare"));
        } catch (Refused refused) {
            var told = troubles.get(visit.coopId(), trouble);
            return page(visit, told, sent, FormErrors.of(refused.refusals()));
        }
    }

    private View page(Visit visit, Trouble told, Map<String, String> sent, FormErrors errors) {
        var of = troubles.orderOf(visit.coopId(), Workplace.as(StaffRole.Kind.DESK, visit), told);
        var all = new HashMap<String, Object>();
        all.put("sections", Workplace.sections(visit));
        all.put("trouble", told);
        all.put("of", of);
        all.put(
                "refunds",
                refunds.of(visit.coopId(), Payments.order(of.order().id())).stream()
                        .collect(toMap(Refund::refundId, it -> it)));
        all.put("sent", sent);
        all.put("slot", slotField(visit, of.order(), sent, errors));
        return pages.form(
                visit, "お知らせ " + of.order().number(), "office/aftercare/trouble.jte", all, errors);
    }

    private Field slotField(Visit visit, Order order, Map<String, String> sent, FormErrors errors) {
        var options = new ArrayList<Option>();
        options.add(Option.of("", "お届け直しはしない"));
        (order.isDriveThrough() ? List.<Slot>of() : open(visit))
                .forEach(it -> options.add(Option.of(SlotPath.of(it.id()), it.label())));
        return Field.select("slot", "お届け直しの便", options)
                .optional()
                .value(sent.getOrDefault("slot", ""))
                .errors(errors);
    }

    private Optional<SlotId> slot(Visit visit, String path) {
        return open(visit).stream()
                .map(Slot::id)
                .filter(it -> SlotPath.of(it).equals(path))
                .findFirst();
    }

    /** Nobody's place is taken: the van comes by with one bag more. */
    private List<Slot> open(Visit visit) {
        return slots
                .offered(visit.coopId(), Workplace.as(StaffRole.Kind.DESK, visit).storeId())
                .stream()
                .filter(it -> it.startsAt().isAfter(clock.instant()))
                .filter(it -> !it.driveThrough())
                .toList();
    }
}
