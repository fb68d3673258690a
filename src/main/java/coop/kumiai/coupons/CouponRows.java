package coop.kumiai.coupons;

import coop.kumiai.catalog.Jan;
import coop.kumiai.coupons.db.tables.records.CouponRecord;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Between coupons and their rows; part of {@link CouponStore}. */
final class CouponRows {
    private static final String AMOUNT = "amount";
    private static final String PERCENT = "percent";
    private static final String DELIVERY_FEE = "delivery-fee";

    private CouponRows() {}

    static Coupon coupon(CouponRecord row) {
        return new Coupon(
                row.getCouponId(),
                row.getTitle(),
                benefit(row),
                Yen.of(row.getLeastExTaxYen()),
                Set.of(row.getStores()),
                Coupon.Audience.of(row.getAudience()),
                row.getValidFrom(),
                row.getValidUntil(),
                Optional.ofNullable(row.getMostUses())
                        .map(OptionalInt::of)
                        .orElseGet(OptionalInt::empty),
                row.getMostOfMember(),
                row.getStoppedAt() != null);
    }

    static CouponRecord row(CoopId coop, Coupon coupon, UUID staff, Instant now) {
        var row = new CouponRecord();
        row.setCoopId(coop.code());
        row.setCouponId(coupon.id());
        row.setTitle(coupon.title());
        fill(row, coupon.benefit());
        var target = coupon.benefit().target();
        row.setProducts(texts(target.products().stream().map(Jan::digits)));
        row.setCategories(texts(target.categories().stream()));
        row.setLeastExTaxYen(coupon.leastExTax().amount());
        row.setStores(texts(coupon.stores().stream()));
        row.setAudience(coupon.audience().code());
        row.setValidFrom(coupon.from());
        row.setValidUntil(coupon.until());
        coupon.mostUses().ifPresent(row::setMostUses);
        row.setMostOfMember(coupon.mostOfMember());
        row.setMadeBy(staff);
        row.setMadeAt(now.atOffset(ZoneOffset.UTC));
        return row;
    }

    private static void fill(CouponRecord row, Benefit benefit) {
        switch (benefit) {
            case Benefit.Amount amount -> {
                row.setKind(AMOUNT);
                row.setAmountYen(amount.yen().amount());
            }
            case Benefit.Percent percent -> {
                row.setKind(PERCENT);
                row.setPercent(percent.percent());
                row.setAmountYen(percent.most().amount());
            }
            case Benefit.DeliveryFee fee -> row.setKind(DELIVERY_FEE);
        }
    }

    private static Benefit benefit(CouponRecord row) {
        var target =
                new Benefit.Target(
                        Arrays.stream(row.getProducts()).map(Jan::new).collect(Collectors.toSet()),
                        Set.of(row.getCategories()));
        return switch (row.getKind()) {
            case AMOUNT -> new Benefit.Amount(Yen.of(row.getAmountYen()), target);
            case PERCENT ->
                    new Benefit.Percent(row.getPercent(), Yen.of(row.getAmountYen()), target);
            case DELIVERY_FEE -> new Benefit.DeliveryFee();
            default -> throw new IllegalStateException("no kind " + row.getKind());
        };
    }

    private static String[] texts(Stream<String> texts) {
        return texts.sorted().toArray(String[]::new);
    }
}
