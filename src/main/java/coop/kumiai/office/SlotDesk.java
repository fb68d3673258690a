package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.fulfilment.DeliveryRuns;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.stores.SlotDayRefusal;
import coop.kumiai.stores.SlotDays;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.SlotPlaces;
import coop.kumiai.stores.SlotTrouble;
import coop.kumiai.stores.SlotTroubles;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.Choice;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One slot as staff see it: its places, its orders, what was told, and what can be done. */
@Component
class SlotDesk {
    private final SlotDays days;
    private final SlotTroubles troubles;
    private final Orders orders;
    private final DeliveryRuns runs;
    private final Stores stores;
    private final Pages pages;

    SlotDesk(
            SlotDays days,
            SlotTroubles troubles,
            Orders orders,
            DeliveryRuns runs,
            Stores stores,
            Pages pages) {
        this.days = days;
        this.troubles = troubles;
        this.orders = orders;
        this.runs = runs;
        this.stores = stores;
        this.pages = pages;
    }

    /**
     * @param typed what was refused, or empty
     * @param sentence what was done just now, or empty
     */
    View page(
            Visit visit, SlotId id, Map<String, String> typed, String sentence, FormErrors errors) {
        var slot = days.slot(visit.coopId(), id);
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
                        "room",
                        Workplace.may(StaffRole.Kind.MANAGER, visit)
                                ? room(slot.places(), typed, errors)
                                : List.<Field>of(),
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

    private static List<Field> room(
            SlotPlaces places, Map<String, String> typed, FormErrors errors) {
        return List.of(
                Field.digits("capacity", "定員（件）")
                        .value(typed.getOrDefault("capacity", String.valueOf(places.capacity())))
                        .errors(errors),
                Field.digits("items", "集められる点数")
                        .hint("0にすると、点数を数えません。")
                        .value(
                                typed.getOrDefault(
                                        "items", String.valueOf(places.mostItems().orElse(0)))),
                reason(typed, errors));
    }

    static Field reason(Map<String, String> typed, FormErrors errors) {
        return Field.text("reason", "理由")
                .hint("例：年末の増便。監査の記録に残ります。")
                .value(typed.get("reason"))
                .errors(errors);
    }

    /**
     * @throws Refused when it is no number
     */
    static int number(Map<String, String> typed, String field) {
        try {
            return Integer.parseInt(JapaneseText.digits(typed.getOrDefault(field, "")));
        } catch (NumberFormatException noNumber) {
            throw Refused.because(new SlotDayRefusal.NoNumber());
        }
    }
}
