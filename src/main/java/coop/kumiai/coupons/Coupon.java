package coop.kumiai.coupons;

import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/**
 * A coupon (クーポン) of a co-op. Its terms never change: what a member claimed is what they get.
 *
 * @param leastExTax what the goods that it is for must come to at least, before tax and before any
 *     coupon, as the least of an order is meant (N-ORD-1); nought asks for nothing
 * @param stores where it is good; empty: everywhere
 * @param from the first day on which an order can take it
 * @param until the last such day: it is the day of the order that counts, not of the delivery
 * @param mostUses how many orders can take it in all
 * @param mostOfMember how many orders of one member can
 */
public record Coupon(
        UUID id,
        String title,
        Benefit benefit,
        Yen leastExTax,
        Set<String> stores,
        Audience audience,
        LocalDate from,
        LocalDate until,
        OptionalInt mostUses,
        int mostOfMember,
        boolean stopped) {

    public Coupon {
        stores = Set.copyOf(stores);
    }

    /** Whose it is to claim. */
    public enum Audience {
        /** どなたでも. */
        ALL,
        /** メールマガジンをお受け取りの方 (N-CPN-3); claimed once it stays theirs. */
        SUBSCRIBERS,
        /** Whoever staff have given it to. */
        GIVEN;

        /** As it is stored and sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Audience of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isGoodAt(String storeId) {
        return stores.isEmpty() || stores.contains(storeId);
    }

    public boolean hasEnded(LocalDate today) {
        return today.isAfter(until);
    }

    /** What it takes off goods that are about to be ordered, or why nothing (N-CPN-1). */
    public Outcome appliedTo(Basket basket) {
        return DiscountRules.apply(this, basket);
    }

    /**
     * What it takes off once the goods were picked: a shortage or a weighed price never loses it
     * (N-PICK-3), so that neither least nor store is asked again, and what was found in the place
     * of a line counts as that line.
     *
     * @param agreed what it took off the order before
     * @return empty when nothing is left to take it off
     */
    public Optional<Discount> keptOn(Basket basket, Discount agreed) {
        return DiscountRules.keep(this, basket, agreed);
    }
}
