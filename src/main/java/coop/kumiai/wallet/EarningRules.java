package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * ポイントの付与 (U-WAL-3): what a payment earns. Only the part that e-money paid does; where points paid
 * some of it, every product counts by the same share.
 */
final class EarningRules {
    private static final int WHOLE = 10_000;
    private static final int PERCENT = 100;

    private EarningRules() {}

    static List<Earned> earned(Purchase purchase, Yen money, Terms terms) {
        var earning = terms.earning();
        Predicate<ReceiptLine> book = it -> begins(it.jan(), earning.bookJans());
        Predicate<ReceiptLine> counts = it -> !begins(it.jan(), earning.excludedJans());
        return Stream.of(
                        earned(
                                "書籍",
                                sum(purchase, counts.and(book)),
                                earning.bookRate(),
                                terms,
                                purchase,
                                money),
                        earned(
                                "お買上げ",
                                others(purchase, counts.and(book.negate())),
                                earning.otherRate(),
                                terms,
                                purchase,
                                money))
                .filter(it -> !it.points().isZero())
                .toList();
    }

    private static Earned earned(
            String name, Yen bought, int rate, Terms terms, Purchase purchase, Yen money) {
        var byMoney = share(bought, money, purchase.amount());
        return new Earned(
                terms.earning().bearer(),
                "",
                terms.points().lastDay(terms.day()),
                byMoney.portionRoundedDown(rate, WHOLE),
                "%s %s × %s".formatted(name, byMoney, percent(rate)));
    }

    /** What of these goods e-money paid, fractions of a yen dropped. */
    static Yen share(Yen bought, Yen money, Yen all) {
        return money.equals(all) ? bought : bought.portionRoundedDown(money.amount(), all.amount());
    }

    static boolean begins(String jan, List<String> beginnings) {
        return beginnings.stream().anyMatch(jan::startsWith);
    }

    /** A rate as members read it: 10 %, 0.5 %. */
    static String percent(int rate) {
        var fraction = "%02d".formatted(rate % PERCENT).replaceAll("0+$", "");
        return rate / PERCENT + (fraction.isEmpty() ? "" : "." + fraction) + " %";
    }

    private static Yen sum(Purchase purchase, Predicate<ReceiptLine> which) {
        return Yen.sum(purchase.lines().stream().filter(which).map(ReceiptLine::amount).toList());
    }

    /** A till that does not know its products sells everything else. */
    private static Yen others(Purchase purchase, Predicate<ReceiptLine> which) {
        return purchase.lines().isEmpty() ? purchase.amount() : sum(purchase, which);
    }
}
