package coop.kumiai.shop.slots;

import coop.kumiai.kernel.Yen;
import coop.kumiai.members.Address;
import coop.kumiai.orders.DeliveryChoice;
import coop.kumiai.stores.FairShare;
import coop.kumiai.web.SlotTable;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * What the page of the slots shows.
 *
 * @param store empty without an address inside an area
 */
public record SlotsShown(List<Address> addresses, Optional<AtStore> store) {

    /**
     * The drive-through of the store (N-DRIVE-1).
     *
     * @param keptUntil how long on the day goods wait that nobody fetched in time
     */
    public record Fetching(String place, Yen fee, LocalTime keptUntil, SlotTable table) {}

    /** What the store that delivers to the chosen address offers (N-FEE-1). */
    public record AtStore(
            DeliveryChoice choice,
            Yen fee,
            List<String> campaigns,
            List<String> notices,
            List<String> troubles,
            List<String> offers,
            Optional<FairShare> fairShare,
            SlotTable table,
            Optional<Fetching> driveThrough) {}
}
