package coop.kumiai.api;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.PostalCode;
import coop.kumiai.kernel.Refused;
import coop.kumiai.postal.PostalCodeAnswer.Nowhere;
import coop.kumiai.postal.PostalCodeAnswer.Towns;
import coop.kumiai.postal.PostalCodes;
import coop.kumiai.postal.Town;
import coop.kumiai.stores.Store;
import coop.kumiai.stores.Stores;
import coop.kumiai.web.Allow;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Optional;

/** Whether a store delivers to where somebody lives (N-AREA-1), before they register (N-REG-1). */
@RestController
@RequestMapping("/api/v1/{coop}/areas")
@Allow(Who.VISITOR)
@NetShop
class AreasApi {
    private final PostalCodes postalCodes;
    private final Stores stores;

    AreasApi(PostalCodes postalCodes, Stores stores) {
        this.postalCodes = postalCodes;
        this.stores = stores;
    }

    @GetMapping
    @Operation(summary = "The places that a postal code means, each with the store that delivers")
    List<AreaJson> areas(Visit visit, @RequestParam String postalCode) {
        return switch (postalCodes.find(postalCode)) {
            case Towns found ->
                    found.towns().stream()
                            .map(it -> area(visit.coopId(), found.code(), it))
                            .toList();
            case Nowhere nowhere -> throw Refused.because(nowhere);
        };
    }

    private AreaJson area(CoopId coop, PostalCode code, Town town) {
        var store = stores.delivering(coop, code.digits(), town.town());
        return new AreaJson(
                town.label(),
                code.digits(),
                town.prefecture(),
                town.city(),
                town.town(),
                store.map(Store::id),
                store.map(Store::name));
    }

    /**
     * @param place by which a registration names it
     * @param store none where nobody delivers
     */
    record AreaJson(
            String place,
            String postalCode,
            String prefecture,
            String city,
            String town,
            Optional<String> store,
            Optional<String> storeName) {}
}
