package coop.kumiai.founding;

import coop.kumiai.stores.DeliveryArea;
import coop.kumiai.stores.Store;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A store, or an office, as a file has it, with the postal codes that it delivers to, if any. */
public record StoreSeed(
        String id,
        String name,
        String phone,
        String address,
        boolean viewing,
        @Nullable List<String> postalCodes) {
    Store store() {
        return new Store(id, name, phone, address, viewing);
    }

    List<DeliveryArea> areas() {
        var codes = postalCodes == null ? List.<String>of() : postalCodes;
        return codes.stream().map(code -> new DeliveryArea(code, "")).toList();
    }
}
