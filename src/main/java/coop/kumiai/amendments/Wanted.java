package coop.kumiai.amendments;

import coop.kumiai.catalog.Jan;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.stores.SlotId;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a member wants an order to be.
 *
 * @param goods how many of each product, in the order of the page; 0 takes it out
 */
public record Wanted(Map<Jan, Integer> goods, SlotId slot, PaymentMethod payment) {
    public Wanted {
        goods = Collections.unmodifiableMap(new LinkedHashMap<>(goods));
    }
}
