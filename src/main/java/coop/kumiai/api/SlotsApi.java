package coop.kumiai.api;

import coop.kumiai.kernel.Refusal;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.stores.Fees;
import coop.kumiai.stores.Shopper;
import coop.kumiai.stores.Slots;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The slots of a store on all open days, with its fee and its notices (N-SLOT-1, N-FEE-1). */
@RestController
@Allow(Who.VISITOR)
class SlotsApi {
    private final Slots slots;
    private final Stores stores;
    private final Fees fees;
    private final Members members;
    private final Clock clock;

    SlotsApi(Slots slots, Stores stores, Fees fees, Members members, Clock clock) {
        this.slots = slots;
        this.stores = stores;
        this.fees = fees;
        this.members = members;
        this.clock = clock;
    }

    @GetMapping("/api/v1/{coop}/stores/{store}/slots")
    @Operation(summary = "The slots of a store on all open days")
    StoreSlots slots(Visit visit, @PathVariable String store) {
        var coop = visit.coopId();
        var storeId = stores.get(coop, store).id();
        return new StoreSlots(
                storeId,
                fees.ordinary(coop, storeId, LocalDate.now(clock)).amount(),
                stores.notices(coop, storeId),
                slots.closed(coop).map(Refusal::sentence),
                slots.offered(coop, storeId, shopper(visit)).stream()
                        .map(slot -> SlotJson.of(slot, slots.refusal(slot)))
                        .toList());
    }

    private Shopper shopper(Visit visit) {
        return visit.signedIn()
                .flatMap(it -> members.byAccount(visit.coopId(), it.accountId()))
                .map(Member::asShopper)
                .orElse(Shopper.ANYBODY);
    }

    /**
     * @param deliveryFeeYen 配達手数料, tax included
     * @param shopClosed while the shop rests (N-HOUR-1): until when
     */
    record StoreSlots(
            String storeId,
            long deliveryFeeYen,
            List<String> notices,
            Optional<String> shopClosed,
            List<SlotJson> slots) {}
}
