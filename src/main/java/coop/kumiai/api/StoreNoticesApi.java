package coop.kumiai.api;

import coop.kumiai.payments.StorePayments;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * 入金通知 for payments at convenience stores. It may come twice, late, or from anybody: it is no more
 * than a hint to inquire.
 */
@RestController
@RequestMapping("/api/v1/{coop}/store-notices")
@Allow(Who.VISITOR)
class StoreNoticesApi {
    private final StorePayments numbers;

    StoreNoticesApi(StorePayments numbers) {
        this.numbers = numbers;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Hint that money came at a convenience store")
    void storeNotice(Visit visit, @Valid @RequestBody StoreNotice notice) {
        numbers.noticed(visit.coopId(), notice.orderId());
    }

    /**
     * @param orderId the processor's name of the order
     */
    record StoreNotice(@NotNull @Size(max = 27) String orderId) {}
}
