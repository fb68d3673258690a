package coop.kumiai.coupons;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

import java.time.LocalDate;

/** Why a coupon cannot be claimed, or takes nothing off (N-CPN-1, N-CPN-3). */
public sealed interface CouponRefusal extends Refusal {

    /** Its last day is over. */
    record Expired(String title, LocalDate until) implements CouponRefusal {
        @Override
        public String code() {
            return "coupons/expired";
        }

        @Override
        public String sentence() {
            return "クーポン「%s」の期限は%sまででした。ほかのクーポンをお選びください。"
                    .formatted(title, JapaneseDates.day(until));
        }
    }

    /** Its first day is still to come. */
    record NotYetValid(String title, LocalDate from) implements CouponRefusal {
        @Override
        public String code() {
            return "coupons/not-yet-valid";
        }

        @Override
        public String sentence() {
            return "クーポン「%s」は%sからお使いいただけます。".formatted(title, JapaneseDates.day(from));
        }
    }

    /** Staff have stopped it. */
    record Stopped(String title) implements CouponRefusal {
        @Override
        public String code() {
            return "coupons/stopped";
        }

        @Override
        public String sentence() {
            return "クーポン「%s」の配布は終わりました。ほかのクーポンをお選びください。".formatted(title);
        }
    }

    /** It is for members who get the newsletter (N-CPN-3). */
    record SubscribersOnly(String title) implements CouponRefusal {
        @Override
        public String code() {
            return "coupons/subscribers-only";
        }

        @Override
        public String sentence() {
            return "クーポン「%s」は、お知らせメールをお受け取りの方のものです。「メールの設定」で受け取るとすると、お使いいただけます。".formatted(title);
        }
    }

    /** It was given to others only. */
    record NotGiven(String title) implements CouponRefusal {
        @Override
        public String code() {
            return "coupons/not-given";
        }

        @Override
        public String sentence() {
            return "クーポン「%s」は、お渡しした方だけがお使いいただけます。".formatted(title);
        }
    }

    /** The member has used it as often as one member may. */
    record UsedByMember(String title, int most) implements CouponRefusal {
        @Override
        public String code() {
            return "coupons/used-by-member";
        }

        @Override
        public String sentence() {
            return "クーポン「%s」は、お一人%d回までお使いいただけます。もうお使いになりました。".formatted(title, most);
        }
    }

    /** As many orders as may have taken it. */
    record UsedUp(String title, int most) implements CouponRefusal {
        @Override
        public String code() {
            return "coupons/used-up";
        }

        @Override
        public String sentence() {
            return "クーポン「%s」は、先着%d回の枠がなくなりました。ほかのクーポンをお選びください。".formatted(title, most);
        }
    }

    /** The store that delivers does not take it. */
    record OtherStore(String title) implements CouponRefusal {
        @Override
        public String code() {
            return "coupons/other-store";
        }

        @Override
        public String sentence() {
            return "クーポン「%s」は、お届けするお店ではお使いいただけません。".formatted(title);
        }
    }

    /** Nothing that it is for is among the goods. */
    record NoGoods(String title) implements CouponRefusal {
        @Override
        public String code() {
            return "coupons/no-goods";
        }

        @Override
        public String sentence() {
            return "クーポン「%s」の対象商品がありません。対象商品を入れると使えます。".formatted(title);
        }
    }

    /** There is no fee to take off. */
    record NoFee(String title) implements CouponRefusal {
        @Override
        public String code() {
            return "coupons/no-fee";
        }

        @Override
        public String sentence() {
            return "このご注文には配達手数料がかからないため、クーポン「%s」は使わずに取っておきます。".formatted(title);
        }
    }

    /**
     * The goods that it is for do not come to its least.
     *
     * @param single whether it is for single goods
     * @param missing before tax
     */
    record BelowLeast(String title, boolean single, Yen least, Yen missing)
            implements CouponRefusal {
        @Override
        public String code() {
            return "coupons/below-least";
        }

        @Override
        public String sentence() {
            return "クーポン「%s」は%sが税抜%s以上で使えます。あと税抜%s分です。"
                    .formatted(title, single ? "対象商品" : "商品の小計", least, missing);
        }
    }
}
