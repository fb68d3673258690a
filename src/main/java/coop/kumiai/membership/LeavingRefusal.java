package coop.kumiai.membership;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

import java.time.LocalDate;

/** Why somebody cannot leave the co-op yet (M-LEAVE-1). */
public sealed interface LeavingRefusal extends Refusal {
    /** Goods are still on their way. */
    record OpenOrder(String number, LocalDate day) implements LeavingRefusal {
        @Override
        public String code() {
            return "membership/open-order";
        }

        @Override
        public String sentence() {
            return "まだお渡ししていないご注文があります（注文番号 %s、%sのお届け）。お届けの後、または注文を取り消してから、脱退をお受けします。"
                    .formatted(number, JapaneseDates.day(day));
        }
    }

    /** E-money is unspent, or put by for a purchase that is not finished. */
    record MoneyLeft(Yen money) implements LeavingRefusal {
        @Override
        public String code() {
            return "membership/money-left";
        }

        @Override
        public String sentence() {
            return "電子マネーの残高が%sあります。使い切っていただくか、お店の窓口で電子マネーの解約と払い戻しをお申し出ください。そのあとでお手続きできます。"
                    .formatted(money);
        }
    }

    /** Only members can leave, and only once. */
    record NoMemberToLeave() implements LeavingRefusal {
        @Override
        public String code() {
            return "membership/no-member-to-leave";
        }

        @Override
        public String sentence() {
            return "脱退をお受けできるのは、いま組合員の方だけです。すでに脱退の届出がないか、お確かめください。";
        }
    }

    /** Nothing, or something else, is to be paid back. */
    record NotToBePaidBack(Yen owed) implements LeavingRefusal {
        @Override
        public String code() {
            return "membership/not-to-be-paid-back";
        }

        @Override
        public String sentence() {
            return "いま払い戻す出資金は%sです。脱退が効力を生じた後に払い戻します。".formatted(owed);
        }
    }
}
