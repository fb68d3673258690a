package coop.kumiai.aftercare;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;

import java.time.LocalDate;

/** Why goods are not taken back, or not made good so. */
public sealed interface AftercareRefusal extends Refusal {

    /** Only what was handed over can come back (N-RET-1). */
    record NotDelivered(String orderNumber) implements AftercareRefusal {
        @Override
        public String code() {
            return "aftercare/not-delivered";
        }

        @Override
        public String sentence() {
            return "ご注文%sは、まだお渡しの記録がありません。お渡しのあとに受け付けます。".formatted(orderNumber);
        }
    }

    /** The days of a return are over (N-RET-1). */
    record TooLate(int days, LocalDate lastDay) implements AftercareRefusal {
        @Override
        public String code() {
            return "aftercare/too-late";
        }

        @Override
        public String sentence() {
            return "返品は、お届けから%d日以内（%sまで）です。期限を過ぎたため、お受けできません。"
                    .formatted(days, JapaneseDates.day(lastDay));
        }
    }

    /** 生鮮品 do not come back to the shelves (N-RET-1). */
    record Fresh(int line, String goods) implements AftercareRefusal {
        @Override
        public String code() {
            return "aftercare/fresh";
        }

        @Override
        public String sentence() {
            return "「%s」は生鮮品のため、返品も交換もお受けできません。傷んでいたときは、お知らせとして受け付けます。".formatted(goods);
        }

        @Override
        public String field() {
            return "line-" + line;
        }
    }

    /** More than what was delivered and did not come back yet. */
    record MoreThanLeft(int line, String goods, int left) implements AftercareRefusal {
        @Override
        public String code() {
            return "aftercare/more-than-left";
        }

        @Override
        public String sentence() {
            return left == 0
                    ? "「%s」は、受け付けられる分が残っていません。これまでの記録をお確かめください。".formatted(goods)
                    : "「%s」は、あと%d点までです。数をお確かめください。".formatted(goods, left);
        }

        @Override
        public String field() {
            return "line-" + line;
        }
    }

    /** Of nothing. */
    record NothingChosen() implements AftercareRefusal {
        @Override
        public String code() {
            return "aftercare/nothing-chosen";
        }

        @Override
        public String sentence() {
            return "商品と数を選んでください。";
        }
    }

    /** Why goods come back is written down. */
    record NoReason() implements AftercareRefusal {
        @Override
        public String code() {
            return "aftercare/no-reason";
        }

        @Override
        public String sentence() {
            return "理由を書いてください。書類と記録に残ります。";
        }

        @Override
        public String field() {
            return "reason";
        }
    }

    /** The member waits for words. */
    record NoAnswer() implements AftercareRefusal {
        @Override
        public String code() {
            return "aftercare/no-answer";
        }

        @Override
        public String sentence() {
            return "組合員へのお答えを書いてください。メールでお送りします。";
        }

        @Override
        public String field() {
            return "answer";
        }
    }

    /** More words than there is room for. */
    record TooLong(String field, int most, int actual) implements AftercareRefusal {
        @Override
        public String code() {
            return "aftercare/too-long";
        }

        @Override
        public String sentence() {
            return "%,d文字まででお願いします。いまは%,d文字です。".formatted(most, actual);
        }
    }

    /** To be brought again, and in no slot. */
    record NoSlot() implements AftercareRefusal {
        @Override
        public String code() {
            return "aftercare/no-slot";
        }

        @Override
        public String sentence() {
            return "お届け直しの便を選んでください。";
        }

        @Override
        public String field() {
            return "slot";
        }
    }

    /** Somebody answered it already. */
    record Answered() implements AftercareRefusal {
        @Override
        public String code() {
            return "aftercare/answered";
        }

        @Override
        public String sentence() {
            return "このお知らせには、もうお答えしています。画面を開き直してお確かめください。";
        }
    }

    /** The goods were handed over already. */
    record BroughtAlready() implements AftercareRefusal {
        @Override
        public String code() {
            return "aftercare/brought-already";
        }

        @Override
        public String sentence() {
            return "このお届け直しは、もうお渡し済みです。";
        }
    }

    /** Alcohol is brought again without a check of the receiver's age (N-ALC-1). */
    record AgeNotChecked(int leastAge) implements AftercareRefusal {
        @Override
        public String code() {
            return "aftercare/age-not-checked";
        }

        @Override
        public String sentence() {
            return "お酒があります。受け取る方が%d歳以上であることを、どう確かめたか選んでください。確かめられないときは、お渡しせずに持ち帰ってください。"
                    .formatted(leastAge);
        }
    }
}
