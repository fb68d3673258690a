package coop.kumiai.orders;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.stores.ShopHours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/** The rules of a cart's life and contents, pure. */
final class CartRules {
    private CartRules() {}

    /**
     * When a cart ends that got its first product at {@code start}: after its life, in which the
     * shop's daily rest does not count (N-CART-1, N-HOUR-1).
     */
    static Instant expiresAt(Duration life, ShopHours hours, Instant start) {
        var at = afterRest(hours, start);
        var left = life;
        while (true) {
            var closing = nextClosing(hours, at);
            var open = Duration.between(at, closing);
            if (left.compareTo(open) <= 0) {
                return at.plus(left);
            }
            left = left.minus(open);
            at = closing.plus(rest(hours));
        }
    }

    /** How much of a cart's life is left, without the shop's daily rest; never negative. */
    static Duration remaining(ShopHours hours, Instant now, Instant expiresAt) {
        var left = Duration.ZERO;
        var at = afterRest(hours, now);
        while (at.isBefore(expiresAt)) {
            var closing = nextClosing(hours, at);
            var end = closing.isBefore(expiresAt) ? closing : expiresAt;
            left = left.plus(Duration.between(at, end));
            at = closing.plus(rest(hours));
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

    private static Duration rest(ShopHours hours) {
        return Duration.between(hours.closedFrom(), hours.closedUntil());
    }

    private static Instant afterRest(ShopHours hours, Instant at) {
        var local = local(at);
        return hours.isClosedAt(local.toLocalTime())
                ? instant(local.with(hours.closedUntil()))
                : at;
    }

    private static Instant nextClosing(ShopHours hours, Instant at) {
        var local = local(at);
        var today = local.with(hours.closedFrom());
        return instant(today.isAfter(local) ? today : today.plusDays(1));
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, BusinessClock.JAPAN);
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(BusinessClock.JAPAN).toInstant();
    }
}
