package coop.kumiai.api;

import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Cart;
import coop.kumiai.orders.CartCoupon;
import coop.kumiai.orders.CartLine;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The member's cart as it is at this moment.
 *
 * @param revision goes back with the confirmation: another cart than the one shown is not confirmed
 * @param estimate whether the amount may still change, since something is sold by weight
 * @param remainingSeconds of its life, without the shop's closing time (N-CART-1)
 * @param coupon the one that was claimed for its order (N-CPN-1)
 * @param problems what stands in the way of an order just now
 * @param ended what became of a cart whose time is over
 */
record CartJson(
        Optional<UUID> id,
        String revision,
        List<LineJson> lines,
        TotalsJson totals,
        boolean estimate,
        Optional<OffsetDateTime> expiresAt,
        long remainingSeconds,
        Optional<CouponOfCart> coupon,
        List<RefusalJson> problems,
        Optional<EndedJson> ended) {

    static CartJson of(Cart cart) {
        return new CartJson(
                cart.id(),
                cart.revision(),
                cart.lines().stream().map(LineJson::of).toList(),
                TotalsJson.of(cart.totals()),
                cart.isEstimate(),
                cart.expiresAt().map(Jst::of),
                cart.remaining().toSeconds(),
                cart.coupon().map(CouponOfCart::of),
                cart.problems().stream().map(RefusalJson::of).toList(),
                cart.ended().map(it -> new EndedJson(it.life().toMinutes(), it.kept())));
    }

    /**
     * @param most how many one order may have (N-ORD-2)
     * @param priceInTaxYen of one piece as of now; empty when the store does not sell it that day
     * @param seenInTaxYen what the member last saw and took; where it differs, the new price is to
     *     be accepted before an order
     */
    record LineJson(
            String jan,
            String name,
            String unit,
            int quantity,
            int most,
            Optional<Long> priceInTaxYen,
            Optional<Long> priceExTaxYen,
            long seenInTaxYen) {
        static LineJson of(CartLine line) {
            var product = line.product();
            return new LineJson(
                    product.jan().digits(),
                    product.name(),
                    product.unit(),
                    line.quantity(),
                    line.most(),
                    line.price().map(CartLine.PiecePrice::inTax).map(Yen::amount),
                    line.price().map(CartLine.PiecePrice::exTax).map(Yen::amount),
                    line.seenInTax().amount());
        }
    }

    /**
     * @param problem why it takes nothing off yet
     */
    record CouponOfCart(UUID id, String title, Optional<RefusalJson> problem) {
        static CouponOfCart of(CartCoupon claimed) {
            return new CouponOfCart(
                    claimed.coupon().id(),
                    claimed.coupon().title(),
                    claimed.problem().map(RefusalJson::of));
        }
    }

    /**
     * @param kept how many products of its list can be taken back
     */
    record EndedJson(long lifeMinutes, int kept) {}
}
