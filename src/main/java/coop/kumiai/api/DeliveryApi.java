package coop.kumiai.api;

import coop.kumiai.kernel.NotFound;
import coop.kumiai.orders.Deliveries;
import coop.kumiai.orders.DeliveryChoice;
import coop.kumiai.stores.Slots;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Where and when the member wants the next order: chosen before shopping (N-AREA-2). */
@RestController
@RequestMapping("/api/v1/{coop}/delivery")
@Allow(Who.MEMBER)
class DeliveryApi {
    private final Deliveries deliveries;
    private final Slots slots;

    DeliveryApi(Deliveries deliveries, Slots slots) {
        this.deliveries = deliveries;
        this.slots = slots;
    }

    /** What is chosen; before any choice the first address without a slot. */
    @GetMapping
    @Operation(summary = "The chosen address and slot")
    DeliveryJson delivery(Visit visit) {
        return deliveries
                .choice(visit.coopId(), visit.account())
                .map(this::json)
                .orElseThrow(() -> new NotFound("delivery"));
    }

    /** Chooses the address, and with day and number a slot of the store that delivers there. */
    @PutMapping
    @Operation(summary = "Choose the address, and a slot")
    DeliveryJson chooseDelivery(Visit visit, @Valid @RequestBody DeliveryRequest wanted) {
        var coop = visit.coopId();
        var account = visit.account();
        var address = wanted.addressId();
        return json(
                wanted.slot()
                        .map(it -> deliveries.choose(coop, account, address, it.day(), it.number()))
                        .orElseGet(() -> deliveries.chooseAddress(coop, account, address)));
    }

    private DeliveryJson json(DeliveryChoice choice) {
        return DeliveryJson.of(
                choice, choice.slot().map(slot -> SlotJson.of(slot, slots.refusal(slot))));
    }

    /**
     * @param slot without it the address alone is chosen
     */
    record DeliveryRequest(@NotNull UUID addressId, Optional<@Valid SlotRequest> slot) {}

    record SlotRequest(@NotNull LocalDate day, int number) {}

    /**
     * @param label what the member calls the address
     */
    record DeliveryJson(
            UUID addressId,
            String label,
            DestinationJson destination,
            String storeId,
            Optional<SlotJson> slot) {
        static DeliveryJson of(DeliveryChoice choice, Optional<SlotJson> slot) {
            return new DeliveryJson(
                    choice.addressId(),
                    choice.label(),
                    DestinationJson.of(choice.destination()),
                    choice.store().id(),
                    slot);
        }
    }
}
