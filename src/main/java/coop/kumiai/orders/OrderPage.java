package coop.kumiai.orders;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A part of a member's purchase history (購入履歴), the latest first.
 *
 * @param next what to ask for the part after this one; empty at the end
 */
public record OrderPage(List<Order> orders, Optional<UUID> next) {
    public OrderPage {
        orders = List.copyOf(orders);
    }
}
