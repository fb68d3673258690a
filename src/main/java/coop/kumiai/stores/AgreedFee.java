package coop.kumiai.stores;

import coop.kumiai.kernel.Yen;

import java.util.Optional;

/**
 * 配達手数料 as it is agreed with an order (N-FEE-1).
 *
 * @param offer the campaign that it comes from; empty for the ordinary fee
 */
public record AgreedFee(Yen inTax, Optional<FeeOffer> offer) {
    public static AgreedFee ordinary(Yen inTax) {
        return new AgreedFee(inTax, Optional.empty());
    }

    /** What it is after a change to goods of so much: an offer is lost below what it asks for. */
    public AgreedFee forGoods(Yen goodsInTax) {
        return offer.filter(it -> goodsInTax.isLessThan(it.leastGoods()))
                .map(it -> ordinary(it.ordinary()))
                .orElse(this);
    }

    /** {@code 配達手数料（年末送料割引）}. */
    public String wording() {
        return "配達手数料" + offer.map(it -> "（" + it.name() + "）").orElse("");
    }

    /**
     * An offer as an order keeps it, whatever becomes of the campaign.
     *
     * @param ordinary the fee without it
     */
    public record FeeOffer(String name, Yen leastGoods, Yen ordinary) {}
}
