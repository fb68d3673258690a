package coop.kumiai.api;

import coop.kumiai.kernel.NotFound;
import coop.kumiai.orders.Deliveries;
import coop.kumiai.orders.SlotWait;
import coop.kumiai.orders.WaitingList;
import coop.kumiai.stores.SlotId;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** 空き待ち: waiting for a place of a full slot of the chosen store (X-SLOT-2). */
@RestController
@RequestMapping("/api/v1/{coop}/delivery/waits")
@Allow(Who.MEMBER)
class SlotWaitsApi {
    private final WaitingList waiting;
    private final Deliveries deliveries;

    SlotWaitsApi(WaitingList waiting, Deliveries deliveries) {
        this.waiting = waiting;
        this.deliveries = deliveries;
    }

    @GetMapping
    @Operation(summary = "The full slots that the member waits for")
    List<WaitJson> waits(Visit visit) {
        return waiting.of(visit.coopId(), visit.account()).stream().map(WaitJson::of).toList();
    }

    /** Once or more often: the turn stays that of the first time. */
    @PutMapping("/{day}/{number}")
    @Operation(summary = "Wait for a place of a full slot")
    List<WaitJson> waitForSlot(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int number) {
        waiting.ask(visit.coopId(), visit.account(), slot(visit, day, number));
        return waits(visit);
    }

    @DeleteMapping("/{day}/{number}")
    @Operation(summary = "Wait no more")
    List<WaitJson> stopWaiting(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int number) {
        waiting.stop(visit.coopId(), visit.account(), slot(visit, day, number));
        return waits(visit);
    }

    private SlotId slot(Visit visit, LocalDate day, int number) {
        return deliveries
                .choice(visit.coopId(), visit.account())
                .map(it -> new SlotId(it.store().id(), day, number))
                .orElseThrow(() -> new NotFound("delivery"));
    }

    /**
     * @param offeredUntil until when a place that came free is held; empty while they wait
     */
    record WaitJson(
            String storeId, LocalDate day, int number, Optional<OffsetDateTime> offeredUntil) {
        static WaitJson of(SlotWait wait) {
            return new WaitJson(
                    wait.slot().storeId(),
                    wait.slot().day(),
                    wait.slot().number(),
                    wait.offeredUntil().map(Jst::of));
        }
    }
}
