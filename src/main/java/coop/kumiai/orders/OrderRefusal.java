package coop.kumiai.orders;

import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

/** Why a cart, an order, its cancellation or its picking is refused. */
public sealed interface OrderRefusal extends Refusal {

    /** Nothing is in the cart. */
    record CartIsEmpty() implements OrderRefusal {
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
    record CartHasEnded(long minutes) implements OrderRefusal {
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
    record CartHasChanged() implements OrderRefusal {
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
    record BelowLeast(Yen least, Yen actual) implements OrderRefusal {
        @Override
        public String code() {
            return "orders/below-least";
        }

        @Override
        public String sentence() {
            return "ご注文は税抜%sからです。あと%s分お選びください。".formatted(least, least.minus(actual));
        }
    }

    /** Above the most of an order (N-ORD-1). */
    record AboveMost(Yen most, Yen actual) implements OrderRefusal {
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
    record TooManyOfOne(String product, int most, int actual) implements OrderRefusal {
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
    record NotAQuantity(int most) implements OrderRefusal {
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
    record NotSold(String product) implements OrderRefusal {
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
    record PriceHasChanged(String product, Yen before, Yen now) implements OrderRefusal {
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
    record TooYoungForAlcohol(int leastAge) implements OrderRefusal {
        @Override
        public String code() {
            return "orders/too-young-for-alcohol";
        }

        @Override
        public String sentence() {
            return "お酒は、お届けの日に%d歳以上の方だけがご注文になれます。お酒をカートから出してください。".formatted(leastAge);
        }
    }

    /** No address yet (N-AREA-2). */
    record NoAddress() implements OrderRefusal {
        @Override
        public String code() {
            return "orders/no-address";
        }

        @Override
        public String sentence() {
            return "お届け先が登録されていません。マイページでお届け先を登録してください。";
        }

        @Override
        public String field() {
            return "address";
        }
    }

    /** The address lies outside the areas of all stores (N-AREA-1). */
    record OutsideArea(String address) implements OrderRefusal {
        @Override
        public String code() {
            return "orders/outside-area";
        }

        @Override
        public String sentence() {
            return "「%s」は配達区域の外です。区域の中の別のお届け先をお選びください。".formatted(address);
        }

        @Override
        public String field() {
            return "address";
        }
    }

    /** No slot is chosen (N-SLOT-1). */
    record NoSlot() implements OrderRefusal {
        @Override
        public String code() {
            return "orders/no-slot";
        }

        @Override
        public String sentence() {
            return "お届けの日と便をお選びください。";
        }

        @Override
        public String field() {
            return "slot";
        }
    }

    /** More chopsticks or spoons than one order gets (N-ORD-4). */
    record CutleryOutside(String field, String what, int most) implements OrderRefusal {
        @Override
        public String code() {
            return "orders/cutlery-outside";
        }

        @Override
        public String sentence() {
            return "%sは0から%dまででお選びください。".formatted(what, most);
        }
    }

    /** The remarks are too long (N-ORD-3). */
    record RemarksTooLong(int most, int actual) implements OrderRefusal {
        @Override
        public String code() {
            return "orders/remarks-too-long";
        }

        @Override
        public String sentence() {
            return "備考は%d文字までです。%d文字減らしてください。".formatted(most, actual - most);
        }

        @Override
        public String field() {
            return "remarks";
        }
    }

    /** A receipt needs its addressee (N-RCPT-2). */
    record ReceiptWithoutAddressee() implements OrderRefusal {
        @Override
        public String code() {
            return "orders/receipt-without-addressee";
        }

        @Override
        public String sentence() {
            return "領収書の宛名を入れてください。";
        }

        @Override
        public String field() {
            return "receiptTo";
        }
    }

    /** An addressee, but no receipt (N-ORD-3). */
    record AddresseeWithoutReceipt() implements OrderRefusal {
        @Override
        public String code() {
            return "orders/addressee-without-receipt";
        }

        @Override
        public String sentence() {
            return "宛名が入っています。領収書がご入用なら「領収書を希望する」を選び、ご不要なら宛名を消してください。";
        }

        @Override
        public String field() {
            return "receipt";
        }
    }

    /** The addressee is too long. */
    record AddresseeTooLong(int most, int actual) implements OrderRefusal {
        @Override
        public String code() {
            return "orders/addressee-too-long";
        }

        @Override
        public String sentence() {
            return "宛名は%d文字までです。%d文字減らしてください。".formatted(most, actual - most);
        }

        @Override
        public String field() {
            return "receiptTo";
        }
    }

    /** The confirmation's key was used for something else. */
    record KeyWasUsed() implements OrderRefusal {
        @Override
        public String code() {
            return "orders/key-was-used";
        }

        @Override
        public String sentence() {
            return "この確認画面からは、もうご注文を承りました。購入履歴をお確かめください。";
        }
    }

    /** The confirmation's key has no fit length. */
    record KeyDoesNotFit(int least, int most) implements OrderRefusal {
        @Override
        public String code() {
            return "orders/key-does-not-fit";
        }

        @Override
        public String sentence() {
            return "確認のしるしは%dから%d文字です。カートの画面からもう一度お進みください。".formatted(least, most);
        }
    }

    /** The cutoff has passed: the screen changes nothing more (N-ORD-8). */
    record CutoffHasPassed(String cutoff, String store, String phone) implements OrderRefusal {
        @Override
        public String code() {
            return "orders/cutoff-has-passed";
        }

        @Override
        public String sentence() {
            return "このご注文は%sに締め切ったため、画面からは取り消せません。%s（電話 %s）にご相談ください。"
                    .formatted(cutoff, store, phone);
        }
    }

    /** It was cancelled before. */
    record IsCancelled(String number) implements OrderRefusal {
        @Override
        public String code() {
            return "orders/is-cancelled";
        }

        @Override
        public String sentence() {
            return "注文番号%sは取り消されています。".formatted(number);
        }
    }

    /** Picking begins after the cutoff (N-PICK-1). */
    record NotYetPickable(String cutoff) implements OrderRefusal {
        @Override
        public String code() {
            return "orders/not-yet-pickable";
        }

        @Override
        public String sentence() {
            return "締切（%s）の前です。ピッキングは締切のあとに始めてください。".formatted(cutoff);
        }
    }

    /** It was picked before. */
    record IsPicked(String number) implements OrderRefusal {
        @Override
        public String code() {
            return "orders/is-picked";
        }

        @Override
        public String sentence() {
            return "注文番号%sのピッキングは済んでいます。".formatted(number);
        }
    }

    /** More picked than ordered, less than nothing, or a line without its quantity. */
    record PickedDoesNotFit(String product, int ordered) implements OrderRefusal {
        @Override
        public String code() {
            return "orders/picked-does-not-fit";
        }

        @Override
        public String sentence() {
            return "「%s」の数は0から%dまでで入れてください。".formatted(product, ordered);
        }
    }
}
