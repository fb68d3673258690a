package coop.kumiai.members;

import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

/** Why share capital does not move. */
public sealed interface ShareRefusal extends Refusal {
    /** More than one member may hold. */
    record MoreThanOneMayHold(int most, long wouldHold) implements ShareRefusal {
        @Override
        public String code() {
            return "members/too-many-shares";
        }

        @Override
        public String sentence() {
            return "お一人の出資は%,d口までです。お申込みのとおりにすると%,d口になります。".formatted(most, wouldHold);
        }

        @Override
        public String field() {
            return "units";
        }
    }

    /** Fewer than a member must keep. */
    record LessThanOneKeeps(int least, long wouldHold) implements ShareRefusal {
        @Override
        public String code() {
            return "members/too-few-shares";
        }

        @Override
        public String sentence() {
            return "組合員の方は%,d口以上の出資が必要です。減らすと%,d口になります。すべての払戻しは脱退のお手続きでお受けします。"
                    .formatted(least, wouldHold);
        }

        @Override
        public String field() {
            return "units";
        }
    }

    /** No number of shares. */
    record NoUnits() implements ShareRefusal {
        @Override
        public String code() {
            return "members/no-share-units";
        }

        @Override
        public String sentence() {
            return "口数は1口以上の数字で入れてください。";
        }

        @Override
        public String field() {
            return "units";
        }
    }

    /** A payment that is no whole number of the shares that are due. */
    record NotWhatIsDue(Yen due, Yen actual) implements ShareRefusal {
        @Override
        public String code() {
            return "members/share-payment-differs";
        }

        @Override
        public String sentence() {
            return "お払込みが必要な出資金は%sです。%sは、口数の分として受け取れません。金額をお確かめください。".formatted(due, actual);
        }

        @Override
        public String field() {
            return "amount";
        }
    }

    /** More paid back than is owed. */
    record MoreThanIsOwed(Yen owed, Yen actual) implements ShareRefusal {
        @Override
        public String code() {
            return "members/share-not-owed";
        }

        @Override
        public String sentence() {
            return "払い戻す出資金は%sです。%sは払い戻せません。金額をお確かめください。".formatted(owed, actual);
        }

        @Override
        public String field() {
            return "amount";
        }
    }

    /** What was paid in has been given up or paid back since. */
    record NoLongerThere(ShareAmount paid) implements ShareRefusal {
        @Override
        public String code() {
            return "members/shares-no-longer-there";
        }

        @Override
        public String sentence() {
            return "この入金で払い込まれた出資金%sは、そのあと減資または払戻しの手続きをしたため、取り消せません。組合員の方とお話しください。".formatted(paid);
        }
    }

    /** One request key for two different things. */
    record KeyOfAnother(String key) implements ShareRefusal {
        @Override
        public String code() {
            return "members/share-key-of-another";
        }

        @Override
        public String sentence() {
            return "受付番号「%s」は、内容の異なる出資金の取引にもう使われています。番号をお確かめください。".formatted(key);
        }
    }

    /** Only members hold more or fewer; leaving has its own way. */
    record NoMember() implements ShareRefusal {
        @Override
        public String code() {
            return "members/no-member-for-shares";
        }

        @Override
        public String sentence() {
            return "増資と減資をお受けできるのは、いま組合員の方だけです。脱退した方の払戻しは、脱退のお手続きで行います。";
        }
    }

    /** A change of money without a word why. */
    record NoReason() implements ShareRefusal {
        @Override
        public String code() {
            return "members/no-share-reason";
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
}
