package coop.kumiai.orders;

import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Product;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.TestClock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Goods, carts and orders for tests of the rules. */
final class Samples {
    static final Jan CABBAGE = new Jan("2002000001009");
    static final Jan BEER = new Jan("4599117000103");
    static final Instant CUTOFF = TestClock.jst("2026-11-21T10:00");

    static final Wishes NO_WISHES = new Wishes(Wishes.Shortage.CANCEL, "", 0, 0, false, "", false);

    private Samples() {}

    static Product product(Jan jan, String name, boolean alcohol) {
        return new Product(
                jan,
                name,
                "",
                "",
                "vegetables",
                "1個",
                TaxClass.REDUCED,
                OptionalInt.empty(),
                false,
                alcohol,
                "A-01-1",
                "leaf");
    }

    static CartLine inCart(int quantity, long seenInTax, Optional<Long> nowInTax) {
        return new CartLine(
                product(CABBAGE, "キャベツ", false),
                quantity,
                6,
                nowInTax.map(
                        yen ->
                                new CartLine.PiecePrice(
                                        PriceMode.INCLUDED,
                                        Yen.of(yen),
                                        Yen.of(yen),
                                        Yen.of(yen),
                                        8,
                                        Yen.of(yen))),
                Yen.of(seenInTax));
    }

    static OrderLine line(int number, PriceMode mode, TaxClass taxClass, int quantity, long yen) {
        return new OrderLine(
                number,
                CABBAGE,
                "品" + number,
                "1個",
                quantity,
                mode,
                Yen.of(yen),
                taxClass,
                false,
                false,
                "A-01-1",
                Optional.empty(),
                OptionalInt.empty());
    }

    /** An order of two lines, three and one pieces, cut off at {@link #CUTOFF}. */
    static Order order(OrderVersion.Kind kind, boolean cancelled) {
        var lines =
                List.of(
                        line(1, PriceMode.EXCLUDED, TaxClass.REDUCED, 3, 500),
                        line(2, PriceMode.EXCLUDED, TaxClass.STANDARD, 1, 300));
        var version =
                new OrderVersion(
                        1,
                        kind,
                        CUTOFF.minusSeconds(7200),
                        new UUID(0, 1),
                        "",
                        new Destination("湊 花子", "0312345678", "1500031", "東京都渋谷区桜丘町1-1", false),
                        CUTOFF.plusSeconds(7200),
                        CUTOFF.plusSeconds(14400),
                        CUTOFF,
                        PaymentMethod.CASH_ON_DELIVERY,
                        NO_WISHES,
                        TotalsTest.totals(lines),
                        Yen.ZERO,
                        lines);
        return new Order(
                new UUID(0, 2),
                "0000-0001",
                new UUID(0, 3),
                new SlotId("shibuya", LocalDate.of(2026, 11, 21), 2),
                version.pieces(),
                cancelled,
                version.madeAt(),
                version);
    }
}
