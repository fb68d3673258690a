package coop.kumiai.billing;

import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

/** Why something about bills is not done. */
public sealed interface BillingRefusal extends Refusal {
    /** One key for two different lines. */
    record KeyOfAnother(String key) implements BillingRefusal {
        @Override
        public String code() {
            return "billing/key-of-another";
        }

        @Override
        public String sentence() {
            return "受付番号「%s」は、内容の異なる請求にもう使われています。番号をお確かめください。".formatted(key);
        }
    }

    /** Staff have to say why. */
    record NoReason() implements BillingRefusal {
        @Override
        public String code() {
            return "billing/no-reason";
        }

        @Override
        public String sentence() {
            return "理由を書いてください。だれがいつ、なぜ行ったかを記録します。";
        }

        @Override
        public String field() {
            return "reason";
        }
    }

    /** Somebody else was quicker. */
    record ReceiptIsDone() implements BillingRefusal {
        @Override
        public String code() {
            return "billing/receipt-done";
        }

        @Override
        public String sentence() {
            return "この入金は、もう処理が済んでいます。一覧をお確かめください。";
        }
    }

    /** What is to be taken back pays nothing. */
    record PaysNothing() implements BillingRefusal {
        @Override
        public String code() {
            return "billing/pays-nothing";
        }

        @Override
        public String sentence() {
            return "この入金は、いまどの請求にも当てられていません。請求の消込みをお確かめください。";
        }
    }

    /** Nobody said what became of the money. */
    record NoFate() implements BillingRefusal {
        @Override
        public String code() {
            return "billing/no-fate";
        }

        @Override
        public String sentence() {
            return "入金のお金がどうなったかを、お選びください。";
        }

        @Override
        public String field() {
            return "fate";
        }
    }

    /** Something happened to the statement since the desk looked. */
    record HasChanged(Yen open) implements BillingRefusal {
        @Override
        public String code() {
            return "billing/has-changed";
        }

        @Override
        public String sentence() {
            return "この請求は、ご覧になったあとに変わりました。いまの残りは%sです。消込みをお確かめください。".formatted(open);
        }

        @Override
        public String field() {
            return "amount";
        }
    }

    /** Nothing is open on the statement. */
    record NothingDue() implements BillingRefusal {
        @Override
        public String code() {
            return "billing/nothing-due";
        }

        @Override
        public String sentence() {
            return "この請求は、もうお支払いが済んでいます。一覧をお確かめください。";
        }
    }

    /** No amount, or more than is open. */
    record NotTheAmount(Yen open) implements BillingRefusal {
        @Override
        public String code() {
            return "billing/not-the-amount";
        }

        @Override
        public String sentence() {
            return "金額は1円から%sまでの数字で入れてください。".formatted(open);
        }

        @Override
        public String field() {
            return "amount";
        }
    }
}
