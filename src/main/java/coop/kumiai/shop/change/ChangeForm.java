package coop.kumiai.shop.change;

import coop.kumiai.amendments.Proposal;
import coop.kumiai.amendments.Wanted;
import coop.kumiai.catalog.Jan;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.shop.Typed;
import coop.kumiai.stores.SlotId;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a member typed about an order that is to change. */
final class ChangeForm {
    private static final String GOODS = "goods-";

    /** Refused by the order's limit like any quantity that cannot be. */
    private static final int NO_NUMBER = -1;

    private ChangeForm() {}

    static String name(Jan jan) {
        return GOODS + jan.digits();
    }

    /** The quantities that were sent for the goods of the draft; what was not sent stays. */
    static Wanted goods(Proposal shown, Map<String, String> sent) {
        var goods = new LinkedHashMap<Jan, Integer>();
        shown.lines()
                .forEach(
                        line -> {
                            var typed = sent.get(name(line.jan()));
                            goods.put(
                                    line.jan(),
                                    typed == null
                                            ? line.wanted()
                                            : Typed.number(typed).orElse(NO_NUMBER));
                        });
        var payment = sent.getOrDefault("payment", "");
        return new Wanted(
                goods,
                shown.slot().id(),
                payment.isEmpty() ? shown.payment() : PaymentMethod.require(payment));
    }

    /** The same goods in another slot. */
    static Wanted slot(Proposal shown, SlotId slot) {
        var goods = new LinkedHashMap<Jan, Integer>();
        shown.lines().forEach(line -> goods.put(line.jan(), line.wanted()));
        return new Wanted(goods, slot, shown.payment());
    }
}
