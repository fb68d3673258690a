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
        Predicate<ReceiptLine> counts = it -> !begins(it.jan(), earning.excludedJans());
        var book = counts.and(it -> begins(it.jan(), earning.bookJans()));
        var books = purchase.sum(book);
        var excluded = purchase.sum(counts.negate());
        var others = others(purchase, counts.and(book.negate()));
        var booksPaid = purchase.standsFor(books, others, excluded);
        var othersPaid = purchase.standsFor(others, books, excluded);
        return Stream.of(
                        earned("書籍", booksPaid, earning.bookRate(), terms, purchase, money),
                        earned("お買上げ", othersPaid, earning.otherRate(), terms, purchase, money))
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

    /** A till that does not know its products sells everything else. */
    private static Yen others(Purchase purchase, Predicate<ReceiptLine> which) {
        return purchase.lines().isEmpty() ? purchase.amount() : purchase.sum(which);
    }
}
