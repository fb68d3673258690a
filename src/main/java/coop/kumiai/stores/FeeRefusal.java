package coop.kumiai.stores;

import coop.kumiai.kernel.Refusal;

/** Why a fee campaign cannot be announced. */
public sealed interface FeeRefusal extends Refusal {
    /** Members and papers call it by its name. */
    record NoName(int most) implements FeeRefusal {
        @Override
        public String code() {
            return "stores/no-fee-name";
        }

        @Override
        public String sentence() {
            return "割引の名前を%d文字までで入れてください。納品書にも載ります。例：年末送料割引".formatted(most);
        }

        @Override
        public String field() {
            return "name";
        }
    }

    /** Unreadable days, the last before the first, or all of them over. */
    record NoDays() implements FeeRefusal {
        @Override
        public String code() {
            return "stores/no-fee-days";
        }

        @Override
        public String sentence() {
            return "はじめの日と終わりの日を選んでください。終わりの日は、はじめの日からあとの、これからの日です。";
        }

        @Override
        public String field() {
            return "firstDay";
        }
    }

    /** Fees and sums are numbers from 0. */
    record NoAmount() implements FeeRefusal {
        @Override
        public String code() {
            return "stores/no-fee-amount";
        }

        @Override
        public String sentence() {
            return "手数料と商品合計は、0からの数で入れてください。";
        }

        @Override
        public String field() {
            return "fee";
        }
    }

    /** What changes fees is written down with its reason. */
    record NoReason() implements FeeRefusal {
        @Override
        public String code() {
            return "stores/no-fee-reason";
        }

        @Override
        public String sentence() {
            return "理由を書いてください。だれがいつ、なぜ決めたかを記録します。";
        }

        @Override
        public String field() {
            return "reason";
        }
    }
}
