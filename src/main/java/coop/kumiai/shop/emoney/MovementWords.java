package coop.kumiai.shop.emoney;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.wallet.Channel;
import coop.kumiai.wallet.Movement;
import coop.kumiai.wallet.Movement.Granted;
import coop.kumiai.web.LetterLine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * ご利用の明細 in words.
 *
 * @param shops name of a shop by its code
 * @param moneys name of a kind of e-money by its code
 * @param bearers name of who pays for points by its code
 */
record MovementWords(
        UnaryOperator<String> shops, UnaryOperator<String> moneys, UnaryOperator<String> bearers) {

    MovementRow row(Movement movement) {
        var receipt = movement.receipt();
        return new MovementRow(
                moment(receipt.at()),
                receipt.kind().words(),
                where(movement),
                receipt.money().isZero() ? "" : signed(receipt.money().amount(), "円"),
                receipt.points() == 0 ? "" : signed(receipt.points(), "ポイント"),
                receipt.moneyAfter().toString(),
                points(receipt.pointsAfter()),
                movement.lines(),
                details(movement));
    }

    String where(Movement movement) {
        var shop = movement.receipt().shop();
        return shop.isEmpty()
                ? movement.channel().map(Channel::words).orElse("")
                : shops.apply(shop);
    }

    /** Why points came, grant by grant. */
    static String grounds(Movement movement) {
        return String.join("、", movement.receipt().grounds());
    }

    private List<LetterLine> details(Movement movement) {
        var details = new ArrayList<LetterLine>();
        movement.moneyByKind()
                .forEach((code, yen) -> details.add(line(moneys.apply(code), yen.toString())));
        add(details, "ポイント", movement.pointsWithTheShop());
        movement.grants().forEach(it -> details.add(line("付与", granted(it))));
        add(details, "付与の取り消し", movement.pointsTakenBack());
        if (!movement.reason().isEmpty() && movement.grants().isEmpty()) {
            details.add(line("理由", movement.reason()));
        }
        return details;
    }

    private String granted(Granted grant) {
        var until = grant.lastDay().map(it -> "、" + JapaneseDates.fullDay(it) + "まで").orElse("");
        return "%s　%s（%sから%s）"
                .formatted(
                        points(grant.points()),
                        grant.ground(),
                        bearers.apply(grant.bearer()),
                        until);
    }

    private static void add(List<LetterLine> details, String name, long points) {
        if (points != 0) {
            details.add(line(name, points(points)));
        }
    }

    private static LetterLine line(String label, String value) {
        return LetterLine.of(label, value);
    }

    static String points(long points) {
        return "%,dポイント".formatted(points);
    }

    static String moment(Instant at) {
        var local = at.atZone(BusinessClock.JAPAN);
        return JapaneseDates.fullDay(local.toLocalDate())
                + " "
                + JapaneseDates.time(local.toLocalTime());
    }

    /** With a sign that a screen reader says. */
    private static String signed(long amount, String unit) {
        return (amount > 0 ? "+" : "−") + "%,d".formatted(Math.abs(amount)) + unit;
    }
}
