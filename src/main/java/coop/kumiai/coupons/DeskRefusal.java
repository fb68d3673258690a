package coop.kumiai.coupons;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;

import java.time.LocalDate;

/** Why staff cannot make, stop or give a coupon as they asked. */
public sealed interface DeskRefusal extends Refusal {

    /** Members have to call it something. */
    record TitleDoesNotFit(int most) implements DeskRefusal {
        @Override
        public String code() {
            return "coupons/title-does-not-fit";
        }

        @Override
        public String sentence() {
            return "クーポンの名前を%d文字までで入れてください。".formatted(most);
        }

        @Override
        public String field() {
            return "title";
        }
    }

    /** An amount of at least a yen is what it takes off. */
    record NoAmount() implements DeskRefusal {
        @Override
        public String code() {
            return "coupons/no-amount";
        }

        @Override
        public String sentence() {
            return "値引きの金額（割合のときは上限）を1円以上で入れてください。";
        }

        @Override
        public String field() {
            return "amount";
        }
    }

    /** A part of a hundred. */
    record NoPercentage() implements DeskRefusal {
        @Override
        public String code() {
            return "coupons/no-percentage";
        }

        @Override
        public String sentence() {
            return "割合は1から100までの数で入れてください。";
        }

        @Override
        public String field() {
            return "percent";
        }
    }

    /** The last day lies before the first, or is over. */
    record PeriodDoesNotFit(LocalDate earliest) implements DeskRefusal {
        @Override
        public String code() {
            return "coupons/period-does-not-fit";
        }

        @Override
        public String sentence() {
            return "最終日は%s以後の日にしてください。".formatted(JapaneseDates.fullDay(earliest));
        }

        @Override
        public String field() {
            return "until";
        }
    }

    /** How often it may be used, in all or by one member. */
    record NoCount(String field) implements DeskRefusal {
        @Override
        public String code() {
            return "coupons/no-count";
        }

        @Override
        public String sentence() {
            return "回数は1以上の数で入れてください。";
        }
    }

    /** A product that the co-op does not have. */
    record NoSuchProduct(String jan) implements DeskRefusal {
        @Override
        public String code() {
            return "coupons/no-such-product";
        }

        @Override
        public String sentence() {
            return "商品コード %s の商品はありません。".formatted(jan);
        }

        @Override
        public String field() {
            return "products";
        }
    }

    /** What costs money is done for a reason. */
    record NoReason(String field) implements DeskRefusal {
        @Override
        public String code() {
            return "coupons/no-reason";
        }

        @Override
        public String sentence() {
            return "理由を書いてください。だれがいつ、なぜ行ったかを記録します。";
        }
    }

    /** Stopped once is stopped. */
    record IsStopped(String title) implements DeskRefusal {
        @Override
        public String code() {
            return "coupons/is-stopped";
        }

        @Override
        public String sentence() {
            return "クーポン「%s」は、もう止まっています。".formatted(title);
        }
    }

    /** The member has it. */
    record IsGiven(String title) implements DeskRefusal {
        @Override
        public String code() {
            return "coupons/is-given";
        }

        @Override
        public String sentence() {
            return "この組合員は、クーポン「%s」をもうお持ちです。".formatted(title);
        }

        @Override
        public String field() {
            return "code";
        }
    }

    /** Everybody may use it: there is nothing to give. */
    record IsForAll(String title) implements DeskRefusal {
        @Override
        public String code() {
            return "coupons/is-for-all";
        }

        @Override
        public String sentence() {
            return "クーポン「%s」はどなたでもお使いいただけるので、お渡しする必要はありません。".formatted(title);
        }
    }

    /** No member has this code. */
    record NoSuchMember() implements DeskRefusal {
        @Override
        public String code() {
            return "coupons/no-such-member";
        }

        @Override
        public String sentence() {
            return "この組合員コードの方は見つかりません。番号をお確かめください。";
        }

        @Override
        public String field() {
            return "code";
        }
    }
}
