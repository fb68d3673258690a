package coop.kumiai.api;

import coop.kumiai.stores.Store;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** The stores of the co-op; visitors browse the viewing store (見学店舗, N-CAT-3). */
@RestController
@Allow(Who.VISITOR)
class StoresApi {
    private final Stores stores;

    StoresApi(Stores stores) {
        this.stores = stores;
    }

    @GetMapping("/api/v1/{coop}/stores")
    @Operation(summary = "The stores of the co-op")
    List<Store> stores(Visit visit) {
        return stores.all(visit.coopId());
    }
}
