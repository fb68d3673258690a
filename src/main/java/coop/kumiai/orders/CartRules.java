package coop.kumiai.orders;

import coop.kumiai.stores.OpenTimes;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** The rules of a cart's life and contents, pure. */
final class CartRules {
    private CartRules() {}

    /**
     * When a cart ends that got its first product at {@code start}: after its life, in which only
     * the time counts that the shop is open (N-CART-1, N-HOUR-1).
     */
    static Instant expiresAt(Duration life, OpenTimes times, Instant start) {
        var at = times.openFrom(start);
        var left = life;
        while (true) {
            var closing = times.openUntil(at);
            var open = Duration.between(at, closing);
            if (left.compareTo(open) <= 0) {
                return at.plus(left);
            }
            left = left.minus(open);
            at = times.openFrom(closing);
        }
    }

    /** How much of a cart's life is left, without the time that the shop rests; never negative. */
    static Duration remaining(OpenTimes times, Instant now, Instant expiresAt) {
        var left = Duration.ZERO;
        var at = times.openFrom(now);
        while (at.isBefore(expiresAt)) {
            var closing = times.openUntil(at);
            var end = closing.isBefore(expiresAt) ? closing : expiresAt;
            left = left.plus(Duration.between(at, end));
            at = times.openFrom(closing);
        }
        return left;
    }

    /** How many of one product an order may have: its own limit, else the co-op's (N-ORD-2). */
    static int most(OptionalInt ownLimit, OrderLimits limits) {
        return ownLimit.orElse(limits.mostOfOne());
    }

    /** Why a cart may not hold that many of one product. */
    static Optional<CartRefusal> quantity(String product, int quantity, int most) {
        if (quantity < 0) {
            return Optional.of(new CartRefusal.NotAQuantity(most));
        }
        return quantity > most
                ? Optional.of(new CartRefusal.TooManyOfOne(product, most, quantity))
                : Optional.empty();
    }
}
