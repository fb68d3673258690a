package coop.kumiai.orders;

import coop.kumiai.kernel.Refusal;

/** Why the wishes for an order are refused (N-ORD-3, -4). */
public sealed interface WishesRefusal extends Refusal {

    /** More chopsticks or spoons than one order gets (N-ORD-4). */
    record CutleryOutside(String field, String what, int most) implements WishesRefusal {
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
    record RemarksTooLong(int most, int actual) implements WishesRefusal {
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
    record ReceiptWithoutAddressee() implements WishesRefusal {
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
    record AddresseeWithoutReceipt() implements WishesRefusal {
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
    record AddresseeTooLong(int most, int actual) implements WishesRefusal {
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
}
