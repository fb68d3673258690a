package coop.kumiai.shop;

import coop.kumiai.kernel.PostalCode;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Cart;
import coop.kumiai.orders.Destination;
import coop.kumiai.orders.OrderTotals;
import coop.kumiai.orders.RateTotal;
import coop.kumiai.orders.Wishes;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.web.LetterLine;
import coop.kumiai.web.TotalBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Carts and orders as the members' pages write them. */
public final class OrderWords {
    private static final String BY_WEIGHT = "グラム売りの商品は目安の重さで計算しています。お届けの金額は、量った重さで決まります。";

    private OrderWords() {}

    /** Why a cart is empty, and the way on (N-CART-1, X-CART-1). */
    public static String ended(Cart.Ended ended) {
        return "最初の商品を入れてから%d分が過ぎたため、カートは空になりました。".formatted(ended.life().toMinutes())
                + (ended.kept() == 0
                        ? "お手数ですが、もう一度お選びください。"
                        : "お選びになった%d品は覚えています。いまの価格で戻せます。".formatted(ended.kept()));
    }

    /** お支払い金額 with what it is made of. */
    public static TotalBox totals(OrderTotals totals, boolean estimate) {
        var lines = new ArrayList<TotalBox.Line>();
        lines.add(new TotalBox.Line("商品の小計（税込）", totals.goodsInTax()));
        totals.discount()
                .ifPresent(
                        it ->
                                lines.add(
                                        new TotalBox.Line(
                                                it.wording(), Yen.ZERO.minus(it.amount()))));
        lines.add(new TotalBox.Line(totals.fee().wording() + "（税込）", totals.deliveryFee()));
        if (!totals.paymentFee().isZero()) {
            lines.add(new TotalBox.Line("代金引換手数料（税込）", totals.paymentFee()));
        }
        return new TotalBox(
                lines,
                estimate ? "お支払い金額（目安）" : "お支払い金額",
                totals.total(),
                taxes(totals),
                estimate ? BY_WEIGHT : null);
    }

    public static String payment(PaymentMethod method) {
        return switch (method) {
            case CASH_ON_DELIVERY -> "代金引換（現金）";
            case CARD -> "クレジットカード";
        };
    }

    public static String shortage(Wishes.Shortage shortage) {
        return switch (shortage) {
            case SUBSTITUTE -> "代わりの品を希望する（お店からお電話します）";
            case CANCEL -> "その商品を取り消す";
        };
    }

    /** {@code 割りばし 2本・スプーン 1本}. */
    private static String cutlery(Wishes wishes) {
        return "割りばし %d本・スプーン %d本".formatted(wishes.chopsticks(), wishes.spoons());
    }

    /** Postal code and address on two lines; where at the store on one. */
    public static String address(Destination destination) {
        return destination.driveThrough()
                ? destination.address()
                : "〒%s\n%s"
                        .formatted(new PostalCode(destination.postalCode()), destination.address());
    }

    /**
     * What was asked for, line by line.
     *
     * @param change where it is changed, or null once it cannot be
     */
    public static List<LetterLine> wishes(
            PaymentMethod method, Wishes wishes, @Nullable String change) {
        return wishes(payment(method), wishes, change);
    }

    /**
     * The same with words of one's own about the way of payment, such as which card it is.
     *
     * @param change where it is changed, or null once it cannot be
     */
    public static List<LetterLine> wishes(String payment, Wishes wishes, @Nullable String change) {
        var lines = new ArrayList<LetterLine>();
        lines.add(new LetterLine("お支払い", payment, change));
        lines.add(new LetterLine("品切れのとき", shortage(wishes.shortage()), change));
        var others = others(wishes);
        others.forEach(
                (name, asked) ->
                        asked.ifPresent(it -> lines.add(new LetterLine(name, it, change))));
        var none =
                others.entrySet().stream()
                        .filter(other -> other.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList();
        if (!none.isEmpty()) {
            lines.add(new LetterLine("そのほか", String.join("、", none) + "のご希望はありません", change));
        }
        return lines;
    }

    /** The wishes that most orders do without, by name. */
    private static Map<String, Optional<String>> others(Wishes wishes) {
        var others = new LinkedHashMap<String, Optional<String>>();
        others.put("備考", asked(!wishes.remarks().isEmpty(), wishes.remarks()));
        others.put("割りばし・スプーン", asked(wishes.chopsticks() + wishes.spoons() > 0, cutlery(wishes)));
        others.put("領収書", asked(wishes.receipt(), "希望する（宛名：" + wishes.receiptTo() + "）"));
        others.put("置き配", asked(wishes.leaveAtDoor(), "希望する（代金は対面でお支払いください）"));
        return others;
    }

    private static Optional<String> asked(boolean isAsked, String words) {
        return isAsked ? Optional.of(words) : Optional.empty();
    }

    private static List<TotalBox.TaxLine> taxes(OrderTotals totals) {
        return Stream.of(tax(totals.reduced(), true), tax(totals.standard(), false))
                .filter(line -> !line.taxedExTax().isZero())
                .toList();
    }

    private static TotalBox.TaxLine tax(RateTotal rate, boolean reduced) {
        return new TotalBox.TaxLine(rate.percent(), reduced, rate.exTax(), rate.tax());
    }
}
