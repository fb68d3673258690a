package coop.kumiai.wallet;

import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

/** Why a balance is not paid out. */
public sealed interface BalanceRefusal extends Refusal {

    /** Nobody is paid out without a reason that is written down. */
    record NoteMissing(int mostCharacters) implements BalanceRefusal {
        @Override
        public String code() {
            return "wallet/refund-note-missing";
        }

        @Override
        public String sentence() {
            return "確かめたことを%d文字までで書いてください。帳簿に残ります。".formatted(mostCharacters);
        }

        @Override
        public String field() {
            return "note";
        }
    }

    /** The limit of small refunds is reached. */
    record AboveRefundLimit(Yen left, Yen asked) implements BalanceRefusal {
        @Override
        public String code() {
            return "wallet/above-refund-limit";
        }

        @Override
        public String sentence() {
            return "少額の払戻しは、この期間はあと%sまでです。%sは払い戻せません。やむを得ない事情があるときは、その理由をお選びください。"
                    .formatted(left, asked);
        }

        @Override
        public String field() {
            return "reason";
        }
    }
}
