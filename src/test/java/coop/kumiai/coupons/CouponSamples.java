package coop.kumiai.coupons;

import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Price;
import coop.kumiai.catalog.TaxRates;
import coop.kumiai.coupons.Coupon.Audience;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

/** Coupons and baskets for tests; a coupon is what it says and otherwise asks for nothing. */
public record CouponSamples(
        String title,
        Benefit benefit,
        long leastExTax,
        Set<String> stores,
        Audience audience,
        OptionalInt mostUses,
        int mostOfMember) {
    public static final LocalDate FROM = LocalDate.of(2026, 11, 20);
    public static final LocalDate UNTIL = LocalDate.of(2026, 11, 30);
    static final Jan RICE = new Jan("4599000001026");
    static final Jan SOAP = new Jan("4599000001019");
    static final Yen FEE = Yen.of(220);
    private static final UUID STAFF = new UUID(0, 9);
    private static final TaxRates RATES = new TaxRates(10, 8);

    public static CouponSamples of(Benefit benefit) {
        return new CouponSamples("ためし", benefit, 0, Set.of(), Audience.ALL, OptionalInt.empty(), 1);
    }

    /** So many yen off all goods. */
    public static CouponSamples amount(long yen) {
        return of(new Benefit.Amount(Yen.of(yen), Benefit.Target.ALL));
    }

    public CouponSamples named(String name) {
        return new CouponSamples(
                name, benefit, leastExTax, stores, audience, mostUses, mostOfMember);
    }

    public CouponSamples least(long exTax) {
        return new CouponSamples(title, benefit, exTax, stores, audience, mostUses, mostOfMember);
    }

    public CouponSamples at(String storeId) {
        return new CouponSamples(
                title, benefit, leastExTax, Set.of(storeId), audience, mostUses, mostOfMember);
    }

    public CouponSamples audience(Audience whose) {
        return new CouponSamples(title, benefit, leastExTax, stores, whose, mostUses, mostOfMember);
    }

    public CouponSamples uses(int most) {
        return new CouponSamples(
                title, benefit, leastExTax, stores, audience, OptionalInt.of(most), mostOfMember);
    }

    public CouponSamples ofMember(int most) {
        return new CouponSamples(title, benefit, leastExTax, stores, audience, mostUses, most);
    }

    /** Makes it in a co-op. */
    public UUID in(CoopId coop, CouponDesk desk) {
        var wanted =
                new NewCoupon(
                        title,
                        benefit,
                        Yen.of(leastExTax),
                        stores,
                        audience,
                        FROM,
                        UNTIL,
                        mostUses,
                        mostOfMember);
        return desk.make(coop, wanted, STAFF, "試験");
    }

    public Coupon coupon() {
        return coupon(false);
    }

    Coupon coupon(boolean stopped) {
        return new Coupon(
                UUID.randomUUID(),
                title,
                benefit,
                Yen.of(leastExTax),
                stores,
                audience,
                FROM,
                UNTIL,
                mostUses,
                mostOfMember,
                stopped);
    }

    static Basket basket(Basket.Item... items) {
        return new Basket("shibuya", List.of(items), FEE, RATES);
    }

    static Basket.Item reduced(int line, PriceMode mode, long yen) {
        return new Basket.Item(line, RICE, "rice", TaxClass.REDUCED, new Price(mode, Yen.of(yen)));
    }

    static Basket.Item standard(int line, PriceMode mode, long yen) {
        return new Basket.Item(
                line, SOAP, "daily", TaxClass.STANDARD, new Price(mode, Yen.of(yen)));
    }
}
