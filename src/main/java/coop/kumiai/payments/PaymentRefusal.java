package coop.kumiai.payments;

import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

/** Why a payment is not taken. */
public sealed interface PaymentRefusal extends Refusal {

    /** Only the ways of paying that are offered (N-PAY-1). */
    record MethodNotOffered() implements PaymentRefusal {
        @Override
        public String code() {
            return "payments/method-not-offered";
        }

        @Override
        public String sentence() {
            return "お支払い方法は代金引換だけです。口座引き落とし、商品券、ギフト券、お店のポイントはお使いになれません。";
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
}
