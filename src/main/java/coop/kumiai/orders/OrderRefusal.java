package coop.kumiai.orders;

import coop.kumiai.kernel.Refusal;

/** Why the confirmation of an order, its cancellation or its picking is refused. */
public sealed interface OrderRefusal extends Refusal {

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

    /** The card of an order that waited was granted while the member ordered anew (N-PAY-4). */
    record AnotherWasPlaced(String number) implements OrderRefusal {
        @Override
        public String code() {
            return "orders/another-was-placed";
        }

        @Override
        public String sentence() {
            return "カードのお返事を待っていたご注文（注文番号%s）を、いま承りました。購入履歴をお確かめのうえ、まだご入り用のものがあれば、もう一度お進みください。"
                    .formatted(number);
        }
    }

    /** The goods may be in an order whose card is being asked (N-PAY-4). */
    record WaitsForCard() implements OrderRefusal {
        @Override
        public String code() {
            return "orders/waits-for-card";
        }

        @Override
        public String sentence() {
            return "カードのお返事を待っているご注文があります。少し待ってから、もう一度お進みください。";
        }
    }

    /** Goods that are fetched are paid by card (N-DRIVE-1). */
    record DriveThroughByCard() implements OrderRefusal {
        @Override
        public String code() {
            return "orders/drive-through-by-card";
        }

        @Override
        public String sentence() {
            return "ドライブスルーのお支払いは、クレジットカードだけです。カードをお選びになるか、お届けの便をお選びください。";
        }

        @Override
        public String field() {
            return "payment";
        }
    }

    /** There is no door where goods are fetched (N-DRIVE-1, N-DELIV-1). */
    record DriveThroughHasNoDoor() implements OrderRefusal {
        @Override
        public String code() {
            return "orders/drive-through-has-no-door";
        }

        @Override
        public String sentence() {
            return "ドライブスルーでは、置き配はお選びになれません。「お支払いとご希望」で外してください。";
        }

        @Override
        public String field() {
            return "door";
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
            return "このご注文は%sに締め切ったため、画面からは変更も取り消しもできません。%s（電話 %s）にご相談ください。"
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

    /** The weight decides the price, and nobody has said it (N-PICK-4). */
    record NotWeighed(String product) implements OrderRefusal {
        @Override
        public String code() {
            return "orders/not-weighed";
        }

        @Override
        public String sentence() {
            return "「%s」は量り売りです。量った重さを入れてください。".formatted(product);
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

    /** It cannot be called off before it is known what the card has paid (N-DELIV-2). */
    record CardIsBeingCharged(String number) implements OrderRefusal {
        @Override
        public String code() {
            return "orders/card-is-being-charged";
        }

        @Override
        public String sentence() {
            return "注文番号%sのカードのお支払いを、まだ確かめています。数分おいて、もう一度取り消してください。確かめられないときは、「カード決済」をご覧ください。"
                    .formatted(number);
        }
    }
}
