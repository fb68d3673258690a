package coop.kumiai.amendments;

import coop.kumiai.kernel.Refusal;

/** Why a change of an order cannot be accepted as it is (N-ORD-6, N-ORD-7). */
public sealed interface AmendmentRefusal extends Refusal {

    /** It is the order as it stands. */
    record NothingChanges() implements AmendmentRefusal {
        @Override
        public String code() {
            return "amendments/nothing-changes";
        }

        @Override
        public String sentence() {
            return "いまのご注文と同じ内容です。商品の数か、お届けの便を変えてください。";
        }
    }

    /** Nothing would be left: that is a cancellation. */
    record NothingIsLeft() implements AmendmentRefusal {
        @Override
        public String code() {
            return "amendments/nothing-is-left";
        }

        @Override
        public String sentence() {
            return "商品がすべてなくなります。ご注文をやめるときは「注文を取り消す」をお使いください。";
        }
    }

    /** The store does not sell it on the day of delivery (N-CAT-1). */
    record NotSold(String product) implements AmendmentRefusal {
        @Override
        public String code() {
            return "amendments/not-sold";
        }

        @Override
        public String sentence() {
            return "「%s」は、お届けの日にこのお店では取り扱いがありません。数を0にしてください。".formatted(product);
        }
    }

    /** Too young for alcohol on the day of delivery (N-ALC-1). */
    record TooYoungForAlcohol(int leastAge) implements AmendmentRefusal {
        @Override
        public String code() {
            return "amendments/too-young-for-alcohol";
        }

        @Override
        public String sentence() {
            return "お酒は、お届けの日に%d歳以上の方だけがご注文いただけます。お酒の数を0にしてください。".formatted(leastAge);
        }
    }

    /** What was accepted is not what would be made of the order now. */
    record HasChanged() implements AmendmentRefusal {
        @Override
        public String code() {
            return "amendments/has-changed";
        }

        @Override
        public String sentence() {
            return "ご覧になったあとで、金額か内容が変わりました。いまの内容をお確かめのうえ、もう一度「注文変更を確定」を押してください。";
        }
    }

    /** The draft has been given up, or the order was changed by another one. */
    record IsGone() implements AmendmentRefusal {
        @Override
        public String code() {
            return "amendments/is-gone";
        }

        @Override
        public String sentence() {
            return "この変更の案はもうありません。ご注文の画面から、もう一度お進みください。";
        }
    }

    /** Delivered or fetched: that is where an order goes, which does not change (N-AREA-2). */
    record OtherWayOfReceiving() implements AmendmentRefusal {
        @Override
        public String code() {
            return "amendments/other-way-of-receiving";
        }

        @Override
        public String sentence() {
            return "お届けとドライブスルーは、入れ替えられません。ご注文を取り消して、もう一度ご注文ください。";
        }
    }

    /** The order is delivered from another store than the cart's goods were chosen at. */
    record OtherStore(String store) implements AmendmentRefusal {
        @Override
        public String code() {
            return "amendments/other-store";
        }

        @Override
        public String sentence() {
            return "このご注文は%sからお届けします。カートの商品は別のお店のものなので、追加できません。新しいご注文としてお進みください。".formatted(store);
        }
    }
}
