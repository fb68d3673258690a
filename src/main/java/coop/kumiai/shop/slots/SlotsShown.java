package coop.kumiai.shop.slots;

import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Address;
import coop.kumiai.orders.DeliveryChoice;
import coop.kumiai.web.SlotTable;

import java.util.List;
import java.util.Optional;

/**
 * What the page of the slots shows.
 *
 * @param store empty without an address inside an area
 */
public record SlotsShown(List<Address> addresses, Optional<AtStore> store) {

    /** What the store that delivers to the chosen address offers (N-FEE-1). */
    public record AtStore(
            DeliveryChoice choice,
            Yen fee,
            List<String> campaigns,
            List<String> notices,
            List<String> troubles,
            SlotTable table) {}
}
