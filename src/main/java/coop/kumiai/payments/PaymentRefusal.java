package coop.kumiai.payments;

import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a payment is not taken. */
public sealed interface PaymentRefusal extends Refusal {

    /**
     * Only the ways of paying that are offered (N-PAY-1).
     *
     * @param offered in the order in which they are named
     */
    record MethodNotOffered(List<PaymentMethod> offered) implements PaymentRefusal {
        public MethodNotOffered {
            offered = List.copyOf(offered);
        }

        @Override
        public String code() {
            return "payments/method-not-offered";
        }

        @Override
        public String sentence() {
            return "お支払い方法は%sです。口座引き落とし、商品券、ギフト券、お店のポイントはお使いになれません。"
                    .formatted(
                            offered.stream()
                                    .map(MethodNotOffered::name)
                                    .collect(Collectors.joining("か")));
        }

        private static String name(PaymentMethod method) {
            return switch (method) {
                case CASH_ON_DELIVERY -> "代金引換";
                case CARD -> "クレジットカード（JCB、VISA、Mastercard）";
            };
        }

        @Override
        public String field() {
            return "payment";
        }
    }

    /** The driver takes exactly what is due. */
    record AmountDiffers(Yen due, Yen received) implements PaymentRefusal {
        @Override
        public String code() {
            return "payments/amount-differs";
        }

        @Override
        public String sentence() {
            return "お受け取りの金額は%sです。入力された%sと合いません。金額をもう一度お確かめください。".formatted(due, received);
        }

        @Override
        public String field() {
            return "received";
        }
    }

    /** It was collected before, or there is nothing left to collect. */
    record NothingDue() implements PaymentRefusal {
        @Override
        public String code() {
            return "payments/nothing-due";
        }

        @Override
        public String sentence() {
            return "このご注文の代金は、受け取り済みか、取り消されています。配達の一覧でお確かめください。";
        }
    }

    /** Nothing was taken that could be given back. */
    record NothingTaken() implements PaymentRefusal {
        @Override
        public String code() {
            return "payments/nothing-taken";
        }

        @Override
        public String sentence() {
            return "このご注文は、まだ代金をいただいた記録がありません。お支払いが済んでから返金してください。";
        }
    }

    /** More than what is left of what was taken. */
    record MoreThanTaken(Yen left, Yen asked) implements PaymentRefusal {
        @Override
        public String code() {
            return "payments/more-than-taken";
        }

        @Override
        public String sentence() {
            return left.isZero()
                    ? "このご注文の代金は、もうすべて返金しています。"
                    : "返金できるのは、あと%sまでです。%sは返金できません。".formatted(left, asked);
        }
    }

    /** The cash was handed out already. */
    record NothingToPayOut() implements PaymentRefusal {
        @Override
        public String code() {
            return "payments/nothing-to-pay-out";
        }

        @Override
        public String sentence() {
            return "この返金は、もうお渡し済みです。画面を開き直してお確かめください。";
        }
    }

    /** What the card has not paid was settled already, or is another amount by now. */
    record NothingToSettle() implements PaymentRefusal {
        @Override
        public String code() {
            return "payments/nothing-to-settle";
        }

        @Override
        public String sentence() {
            return "このお支払いは精算済みか、金額が変わっています。画面を開き直してお確かめください。";
        }

        @Override
        public String field() {
            return "payment";
        }
    }

    /** The card was typed too long ago (N-PAY-3). */
    record CardTypedTooLongAgo(Duration valid) implements PaymentRefusal {
        @Override
        public String code() {
            return "payments/card-typed-too-long-ago";
        }

        @Override
        public String sentence() {
            return "カードの入力から%d分が過ぎました。お手数ですが、もう一度カードを入力してください。".formatted(valid.toMinutes());
        }

        @Override
        public String field() {
            return "payment";
        }
    }

    /** To be paid by card, and there is none. */
    record CardIsMissing() implements PaymentRefusal {
        @Override
        public String code() {
            return "payments/card-is-missing";
        }

        @Override
        public String sentence() {
            return "カードがまだ選ばれていません。カードを入力するか、登録済みのカードをお選びください。";
        }

        @Override
        public String field() {
            return "payment";
        }
    }

    /** The kept card was removed. */
    record KeptCardIsGone() implements PaymentRefusal {
        @Override
        public String code() {
            return "payments/kept-card-is-gone";
        }

        @Override
        public String sentence() {
            return "そのカードの登録はもうありません。別のカードを入力するか、ほかのお支払い方法をお選びください。";
        }

        @Override
        public String field() {
            return "payment";
        }
    }

    /**
     * The card does not grant what a change of the order comes to (N-PAY-4).
     *
     * @param granted what the card has put by
     */
    record CardNotRaised(Yen granted, Yen asked) implements PaymentRefusal {
        @Override
        public String code() {
            return "payments/card-not-raised";
        }

        @Override
        public String sentence() {
            return ("カード会社が%sへの増額を承認しませんでした。このご注文のカードで使えるのは%sまでです。ご注文はもとのままです。"
                            + "商品を減らすか、お支払い方法を代金引換に変えるか、追加の分を別のご注文としてほかのカードでお支払いください。")
                    .formatted(asked, granted);
        }
    }

    /** Whether the card grants more is not known yet (N-PAY-4). */
    record CardIsSilent() implements PaymentRefusal {
        @Override
        public String code() {
            return "payments/card-is-silent";
        }

        @Override
        public String sentence() {
            return "カードの決済会社から返事がなく、増えた金額を確かめられませんでした。ご注文はもとのままです。"
                    + "少したってから、もう一度「注文変更を確定」を押してください。追加の分を代金引換の新しいご注文にすることもできます。";
        }
    }

    /** Why nothing was charged to a card; cart and slot stay as they are (N-PAY-4). */
    enum OfCard implements PaymentRefusal {
        TOKEN_IS_OVER("payments/card-token-is-over", "カードの入力から時間が過ぎたか、入力したカードがもう使われています。"),
        DECLINED("payments/card-declined", "カード会社がこのお支払いを承認しませんでした。"),
        OVER_LIMIT("payments/card-over-limit", "カードのご利用できる金額を超えています。"),
        EXPIRED("payments/card-expired", "カードの有効期限が切れているか、入力された期限が違います。"),
        BRAND_NOT_TAKEN("payments/card-brand-not-taken", "お使いになれるカードはJCB、VISA、Mastercardです。"),
        NOT_PROVEN("payments/card-not-proven", "カード会社の本人認証ができませんでした。"),
        NOT_FINISHED("payments/card-not-finished", "カード会社の本人認証が時間までに終わりませんでした。"),
        NO_ANSWER("payments/card-no-answer", "カードの決済会社から返事がありません。"),
        PUT_OFF("payments/card-put-off", "カードでのお支払いを取りやめました。");

        private static final String WAY_OUT = "代金はいただいていません。カートと便はそのままです。別のカードか、ほかのお支払い方法をお選びください。";
        private final String code;
        private final String fact;

        OfCard(String code, String fact) {
            this.code = code;
            this.fact = fact;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String sentence() {
            return fact + WAY_OUT;
        }

        @Override
        public String field() {
            return "payment";
        }

        /** What happened, where there is no cart to speak of. */
        public String fact() {
            return fact;
        }

        /** Reads a {@link #code()}. */
        public static Optional<OfCard> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
        }
    }
}
