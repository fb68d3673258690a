package coop.kumiai.fulfilment;

import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

/** Why cash cannot be taken as it was counted. */
public sealed interface CashRefusal extends Refusal {

    /** More coins of one kind than the driver takes (N-PAY-2). */
    record TooManyCoins(String field, Denomination kind, int most, int counted)
            implements CashRefusal {
        @Override
        public String code() {
            return "fulfilment/too-many-coins";
        }

        @Override
        public String sentence() {
            return "%sが%d枚あります。お預かりできるのは、同じ硬貨%d枚までです。ほかのお金に替えていただいてください。"
                    .formatted(kind.word(), counted, most);
        }
    }

    /** Less than what is due. */
    record TooLittle(String field, Yen due, Yen given) implements CashRefusal {
        @Override
        public String code() {
            return "fulfilment/too-little-cash";
        }

        @Override
        public String sentence() {
            return "お預かりは%sで、%sに%s足りません。".formatted(given, due, due.minus(given));
        }
    }
}
