package coop.kumiai.shop.checkout;

import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.CutleryLimits;
import coop.kumiai.orders.RemarksTerms;
import coop.kumiai.orders.Wishes;
import coop.kumiai.payments.CashOnDelivery;
import coop.kumiai.payments.KeptCard;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.payments.PaymentWays;
import coop.kumiai.shop.OrderWords;
import coop.kumiai.web.Choice;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The questions of the checkout with the co-op's own figures (N-ORD-3, N-ORD-4, N-PAY-1).
 *
 * @param form what was typed before
 * @param driveThrough whether the goods are fetched at the store (N-DRIVE-1)
 * @param canKeep whether a card that is typed may be kept
 */
public record CheckoutFields(
        CheckoutForm form,
        FormErrors errors,
        CutleryLimits cutlery,
        RemarksTerms remarksTerms,
        CashOnDelivery cash,
        PaymentWays ways,
        Optional<TypedCard> typed,
        List<KeptCard> kept,
        boolean driveThrough,
        boolean canKeep) {

    public Choice payment() {
        var options = new ArrayList<Option>();
        for (var method : offered()) {
            switch (method) {
                case CASH_ON_DELIVERY -> options.add(inCash());
                case CARD -> options.addAll(cards(typed, kept));
            }
        }
        return Choice.oneOf("payment", "お支払い方法", options).chosen(chosen(options)).errors(errors);
    }

    /** What was chosen before may not be on offer here: then the first that is. */
    private String chosen(List<Option> options) {
        return options.stream()
                .map(Option::value)
                .filter(form.payment()::equals)
                .findFirst()
                .orElseGet(() -> driveThrough ? options.getFirst().value() : form.payment());
    }

    /** What is fetched is paid by card (N-DRIVE-1). */
    private List<PaymentMethod> offered() {
        return ways.offered().stream()
                .filter(it -> !driveThrough || it == PaymentMethod.CARD)
                .toList();
    }

    /** Whether the processor shall keep a card that is typed now. */
    public Optional<Choice> keepCard() {
        return ways.card() && canKeep
                ? Optional.of(
                        Choice.anyOf(
                                        "keepCard",
                                        "カードの登録",
                                        Option.of(
                                                CheckoutForm.YES,
                                                "入力するカードを登録する",
                                                "次からは番号を入力せずに選べます。番号は決済会社が預かり、マイページで消せます。"))
                                .chosen(form.keepCard()))
                : Optional.empty();
    }

    private Option inCash() {
        return Option.of(
                PaymentMethod.CASH_ON_DELIVERY.code(),
                OrderWords.payment(PaymentMethod.CASH_ON_DELIVERY),
                "%s。同じ種類の硬貨は%d枚まででお願いします。".formatted(fee(), cash.mostCoinsOfOneKind()));
    }

    /** Every card that can pay, and another one to be typed. */
    static List<Option> cards(Optional<TypedCard> typed, List<KeptCard> kept) {
        var options = new ArrayList<Option>();
        typed.ifPresent(
                it ->
                        options.add(
                                Option.of(
                                        CheckoutForm.TYPED_CARD,
                                        "入力したカード（%s）".formatted(it.label()),
                                        "先ほど入力したカードです。")));
        kept.forEach(
                it ->
                        options.add(
                                Option.of(
                                        "card." + it.cardId(),
                                        "登録済みのカード（%s）".formatted(it.label()),
                                        "有効期限は%d年%d月です。"
                                                .formatted(
                                                        it.expires().getYear(),
                                                        it.expires().getMonthValue()))));
        options.add(
                Option.of(
                        PaymentMethod.CARD.code(),
                        options.isEmpty() ? "クレジットカード" : "別のクレジットカード",
                        "JCB、VISA、Mastercard。番号は決済会社の画面で入力します。デビットカードとプリペイドカードはおすすめしません。"));
        return options;
    }

    public Choice shortage() {
        return Choice.oneOf(
                        "shortage",
                        "品切れのときのご希望",
                        Option.of(
                                Wishes.Shortage.SUBSTITUTE.code(),
                                "代わりの品を希望する",
                                "お店からお電話します。つながらないときは、その商品を取り消します。"),
                        Option.of(
                                Wishes.Shortage.CANCEL.code(),
                                "その商品を取り消す",
                                "お電話はしません。その分を代金から引きます。"))
                .chosen(form.shortage())
                .errors(errors);
    }

    public Field remarks() {
        return Field.longText("remarks", "備考")
                .optional()
                .hint(
                        "魚の下ごしらえなど、お店へのお願いを%d文字まで。ご注文のあとには書き足せません。"
                                .formatted(remarksTerms.mostCharacters()))
                .value(form.remarks())
                .errors(errors);
    }

    public Field chopsticks() {
        return pieces("chopsticks", "割りばし", cutlery.mostChopsticks()).value(form.chopsticks());
    }

    public Field spoons() {
        return pieces("spoons", "スプーン", cutlery.mostSpoons()).value(form.spoons());
    }

    public Choice receipt() {
        return Choice.anyOf(
                        "receipt",
                        "領収書",
                        Option.of(CheckoutForm.YES, "領収書を希望する", "納品書が適格請求書になります。ほかに必要なときにお選びください。"))
                .chosen(form.receipt())
                .errors(errors);
    }

    public Field receiptTo() {
        return Field.text("receiptTo", "領収書の宛名")
                .optional()
                .hint("領収書を希望するときにお書きください。")
                .value(form.receiptTo())
                .errors(errors);
    }

    /** There is no door where goods are fetched. */
    public Optional<Choice> door() {
        return driveThrough ? Optional.empty() : Optional.of(leftAtTheDoor());
    }

    private Choice leftAtTheDoor() {
        return Choice.anyOf(
                        "door",
                        "置き配",
                        Option.of(
                                CheckoutForm.YES, "玄関前に置いてほしい", "便の時間はご在宅をお願いします。代金は対面でお支払いください。"))
                .chosen(form.door())
                .errors(errors);
    }

    private Field pieces(String name, String label, int most) {
        var options =
                IntStream.rangeClosed(0, most)
                        .mapToObj(
                                count ->
                                        Option.of(
                                                String.valueOf(count),
                                                count == 0 ? "いらない" : count + "本"))
                        .toList();
        return Field.select(name, label, List.copyOf(options)).optional().errors(errors);
    }

    private String fee() {
        return cash.fee().equals(Yen.ZERO) ? "手数料はかかりません" : "手数料は%s（税込）です".formatted(cash.fee());
    }
}
