package coop.kumiai.office;

import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.SlotTrouble;
import coop.kumiai.stores.SlotTroubles;
import coop.kumiai.stores.Slots;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Choice;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Option;
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
import java.util.Arrays;
import java.util.List;
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
    private final Slots slots;
    private final SlotTroubles troubles;
    private final Orders orders;
    private final DeliveryRuns runs;
    private final Stores stores;
    private final Pages pages;

    SlotDeskPage(
            Slots slots,
            SlotTroubles troubles,
            Orders orders,
            DeliveryRuns runs,
            Stores stores,
            Pages pages) {
        this.slots = slots;
        this.troubles = troubles;
        this.orders = orders;
        this.runs = runs;
        this.stores = stores;
        this.pages = pages;
    }

    @GetMapping
    View show(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int number) {
        return page(visit, slot(visit, day, number), Map.of(), "", FormErrors.NONE);
    }

    @PostMapping
    View tell(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int number,
            @RequestParam Map<String, String> typed) {
        var slot = slot(visit, day, number);
        try {
            troubles.tell(
                    visit.coopId(),
                    visit.account(),
                    slot,
                    kind(typed),
                    typed.getOrDefault("because", ""),
                    typed.getOrDefault("message", ""));
            var sentence = "この便のご注文の方に、メールでお知らせしています。";
            return page(visit, slot, Map.of(), sentence, FormErrors.NONE);
        } catch (Refused refused) {
            return page(visit, slot, typed, "", FormErrors.of(refused.refusals()));
        }
    }

    /** Of the store where they work. */
    private static SlotId slot(Visit visit, LocalDate day, int number) {
        return new SlotId(Workplace.of(visit).storeId(), day, number);
    }

    private static Optional<SlotTrouble.Kind> kind(Map<String, String> typed) {
        return Arrays.stream(SlotTrouble.Kind.values())
                .filter(it -> it.code().equals(typed.get("kind")))
                .findFirst();
    }

    private View page(
            Visit visit, SlotId id, Map<String, String> typed, String sentence, FormErrors errors) {
        var slot = slots.get(visit.coopId(), id);
        return pages.form(
                visit,
                slot.label(),
                "office/slots/slot.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "store",
                        stores.get(visit.coopId(), id.storeId()).name(),
                        "slot",
                        slot,
                        "troubles",
                        troubles.ofSlot(visit.coopId(), id),
                        "rows",
                        rows(visit, id),
                        "kind",
                        kinds(typed, errors),
                        "fields",
                        fields(typed, errors),
                        "sentence",
                        sentence),
                errors);
    }

    private List<OrderRow> rows(Visit visit, SlotId slot) {
        var ofSlot = orders.ordersOfSlot(visit.coopId(), slot);
        var deliveries = runs.find(visit.coopId(), ofSlot.stream().map(Order::id).toList());
        return ofSlot.stream().map(it -> OrderRow.of(it, deliveries)).toList();
    }

    private static Choice kinds(Map<String, String> typed, FormErrors errors) {
        var options =
                Arrays.stream(SlotTrouble.Kind.values())
                        .map(it -> Option.of(it.code(), it.word()))
                        .toList();
        return Choice.oneOf("kind", "この便はどうなりますか", options)
                .chosen(typed.get("kind"))
                .errors(errors);
    }

    private static List<Field> fields(Map<String, String> typed, FormErrors errors) {
        return List.of(
                Field.text("because", "理由")
                        .hint("例：大雪。組合員に伝わり、監査の記録にも残ります。")
                        .value(typed.get("because"))
                        .errors(errors),
                Field.longText("message", "組合員へのことば")
                        .optional()
                        .hint("例：およそ1時間遅れる見込みです。")
                        .value(typed.get("message"))
                        .errors(errors));
    }
}
