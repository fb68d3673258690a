package coop.kumiai.orders;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.CoopId;

import java.util.List;
import java.util.UUID;

/**
 * A member has changed an order: the version is what stands now (注文変更).
 *
 * @param added the products of which it has more than before
 */
public record OrderAmended(CoopId coop, UUID id, UUID memberId, int version, List<Jan> added) {
    public OrderAmended {
        added = List.copyOf(added);
    }
}
