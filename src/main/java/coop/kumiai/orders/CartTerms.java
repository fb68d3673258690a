package coop.kumiai.orders;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * How long a cart lives (N-CART-1) and what becomes of it then (X-CART-1).
 *
 * @param life from the first product put in; the shop's own closing time does not count
 */
@PolicyName("orders.cart")
public record CartTerms(Duration life, AtExpiry atExpiry) implements Policy {
    /** What becomes of an expired cart. */
    public enum AtExpiry {
        /** It is empty. */
        EMPTY,
        /** Its list is kept and comes back with one tap, at the prices of that moment. */
        KEEP
    }
}
