package coop.kumiai.fulfilment;

import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.CashOnDelivery;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the driver may take and gives back, pure (N-PAY-2). */
final class CashRules {
    private CashRules() {}

    /** Why this is not taken for what is due; nothing counted means that it was exactly that. */
    static List<CashRefusal> check(String field, Yen due, Tender tender, CashOnDelivery terms) {
        if (tender.isEmpty()) {
            return List.of();
        }
        var given = tender.total();
        return Stream.concat(
                        tooMany(field, tender, terms.mostCoinsOfOneKind()),
                        Stream.of(new CashRefusal.TooLittle(field, due, given))
                                .filter(it -> given.isLessThan(due)))
                .toList();
    }

    private static Stream<CashRefusal> tooMany(String field, Tender tender, int most) {
        return Arrays.stream(Denomination.values())
                .filter(kind -> kind.isCoin() && tender.of(kind) > most)
                .map(kind -> new CashRefusal.TooManyCoins(field, kind, most, tender.of(kind)));
    }
}
