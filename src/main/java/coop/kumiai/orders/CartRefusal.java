package coop.kumiai.orders;

import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

/**
 * Why a cart does not take a product, or cannot become an order as it is (N-CART-1, N-ORD-1, -2).
 */
public sealed interface CartRefusal extends Refusal {

    /** Nothing is in the cart. */
    record CartIsEmpty() implements CartRefusal {
        @Override
        public String code() {
            return "orders/cart-is-empty";
        }

        @Override
        public String sentence() {
            return "カートに商品がありません。商品をお選びください。";
        }
    }

    /** The cart's time is over (N-CART-1). */
    record CartHasEnded(long minutes) implements CartRefusal {
        @Override
        public String code() {
            return "orders/cart-has-ended";
        }

        @Override
        public String sentence() {
            return "最初の商品を入れてから%d分が過ぎたため、カートは空になりました。カートの画面からもう一度お選びください。".formatted(minutes);
        }
    }

    /** The cart is another than the one that was shown, changed in another window for example. */
    record CartHasChanged() implements CartRefusal {
        @Override
        public String code() {
            return "orders/cart-has-changed";
        }

        @Override
        public String sentence() {
            return "ご覧になったあとで、カートの内容かお届けの便が変わりました。いまの内容をお確かめのうえ、もう一度お進みください。";
        }
    }

    /** Below the least of an order (N-ORD-1). */
    record BelowLeast(Yen least, Yen actual) implements CartRefusal {
        @Override
        public String code() {
            return "orders/below-least";
        }

        @Override
        public String sentence() {
            return "ご注文は税抜%sからです。あと%s分お選びください。".formatted(least, missing());
        }

        Yen missing() {
            return least.minus(actual);
        }
    }

    /** Above the most of an order (N-ORD-1). */
    record AboveMost(Yen most, Yen actual) implements CartRefusal {
        @Override
        public String code() {
            return "orders/above-most";
        }

        @Override
        public String sentence() {
            return "一回のご注文は税抜%sまでです。%s分を減らすか、ご注文を分けてください。".formatted(most, actual.minus(most));
        }
    }

    /** More of one product than an order may have (N-ORD-2). */
    record TooManyOfOne(String product, int most, int actual) implements CartRefusal {
        @Override
        public String code() {
            return "orders/too-many-of-one";
        }

        @Override
        public String sentence() {
            return "「%s」は一回のご注文で%d点までです。もっと必要なときは、お店でお求めください。".formatted(product, most);
        }

        @Override
        public String field() {
            return "quantity";
        }
    }

    /** No number of pieces. */
    record NotAQuantity(int most) implements CartRefusal {
        @Override
        public String code() {
            return "orders/not-a-quantity";
        }

        @Override
        public String sentence() {
            return "数は0から%dまでの数字で入れてください。".formatted(most);
        }

        @Override
        public String field() {
            return "quantity";
        }
    }

    /** The store does not sell it on that day (N-CAT-1). */
    record NotSold(String product) implements CartRefusal {
        @Override
        public String code() {
            return "orders/not-sold";
        }

        @Override
        public String sentence() {
            return "「%s」は、お届けの日にこのお店では取り扱いがありません。カートから出すか、別の日をお選びください。".formatted(product);
        }
    }

    /** The price is another than the member saw. */
    record PriceHasChanged(String product, Yen before, Yen now) implements CartRefusal {
        @Override
        public String code() {
            return "orders/price-has-changed";
        }

        @Override
        public String sentence() {
            return "「%s」の価格が税込%sから%sに変わりました。カートで新しい価格をご確認ください。".formatted(product, before, now);
        }
    }

    /** The orderer is too young for alcohol on the day of delivery (N-ALC-1). */
    record TooYoungForAlcohol(int leastAge) implements CartRefusal {
        @Override
        public String code() {
            return "orders/too-young-for-alcohol";
        }

        @Override
        public String sentence() {
            return "お酒は、お届けの日に%d歳以上の方だけがご注文いただけます。お酒をカートから出してください。".formatted(leastAge);
        }
    }
}
