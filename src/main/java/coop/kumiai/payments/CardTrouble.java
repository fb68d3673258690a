package coop.kumiai.payments;

import java.util.Locale;

/** What only people can settle between an order and the processor. */
public enum CardTrouble {
    /** The processor has no authorisation for an order that stands. */
    NOT_AUTHORISED("決済会社に承認の記録がありません。代金は別の方法でお受け取りください。"),
    /** The amount went above what is authorised, and the card did not take more. */
    NOT_RAISED("増えた金額がカードで承認されませんでした。差額の受け取り方を組合員にご相談ください。"),
    /** Another amount was captured than the order has. */
    CAPTURED_OTHERWISE("決済会社の売上金額がご注文の金額と違います。"),
    /** The processor refused what was asked of it. */
    REFUSED("決済会社が処理を受け付けませんでした。");

    private final String sentence;

    CardTrouble(String sentence) {
        this.sentence = sentence;
    }

    /** What staff read. */
    public String sentence() {
        return sentence;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CardTrouble of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
