package coop.kumiai.documents;

import coop.kumiai.kernel.Refusal;

/** Why a paper is not made. */
public sealed interface DocumentRefusal extends Refusal {
    /** A receipt is in a name. */
    record NoAddressee() implements DocumentRefusal {
        @Override
        public String code() {
            return "documents/no-addressee";
        }

        @Override
        public String sentence() {
            return "領収書の宛名を入れてください。";
        }

        @Override
        public String field() {
            return "addressee";
        }
    }

    /** The name does not fit. */
    record AddresseeTooLong(int most, int typed) implements DocumentRefusal {
        @Override
        public String code() {
            return "documents/addressee-too-long";
        }

        @Override
        public String sentence() {
            return "宛名は%d文字までです。いまは%d文字です。".formatted(most, typed);
        }

        @Override
        public String field() {
            return "addressee";
        }
    }

    /** 引き換え: the note must come back (N-RCPT-2). */
    record NoteNotGivenBack() implements DocumentRefusal {
        @Override
        public String code() {
            return "documents/note-not-given-back";
        }

        @Override
        public String sentence() {
            return "領収書は納品書と引き換えです。紙の納品書をお預かりしてから、印を付けてください。";
        }

        @Override
        public String field() {
            return "given-back";
        }
    }

    /** One sale has one invoice (N-RCPT-2). */
    record HasReceipt(String number) implements DocumentRefusal {
        @Override
        public String code() {
            return "documents/has-receipt";
        }

        @Override
        public String sentence() {
            return "このご注文の領収書は、もうお作りしています（番号 %s）。同じお買い物の領収書は1枚だけです。".formatted(number);
        }
    }

    /** Nothing was received yet. */
    record NotPaid(String orderNumber) implements DocumentRefusal {
        @Override
        public String code() {
            return "documents/not-paid";
        }

        @Override
        public String sentence() {
            return "ご注文 %s は、まだお支払いの記録がありません。お支払いのあとにお作りします。".formatted(orderNumber);
        }
    }

    /** Only what was delivered comes back (N-RET-1). */
    record MoreThanDelivered(String goods, int left) implements DocumentRefusal {
        @Override
        public String code() {
            return "documents/more-than-delivered";
        }

        @Override
        public String sentence() {
            return left == 0
                    ? "「%s」は、返品できる分が残っていません。納品書をお確かめください。".formatted(goods)
                    : "「%s」の返品は、あと%d点までです。納品書をお確かめください。".formatted(goods, left);
        }
    }

    /** Nothing comes back. */
    record NothingReturned() implements DocumentRefusal {
        @Override
        public String code() {
            return "documents/nothing-returned";
        }

        @Override
        public String sentence() {
            return "返品する商品と数を選んでください。";
        }
    }

    /** The key stands for another return. */
    record KeyOfAnother(String key) implements DocumentRefusal {
        @Override
        public String code() {
            return "documents/key-of-another";
        }

        @Override
        public String sentence() {
            return "受付番号「%s」は、別の書類にもう使われています。番号をお確かめください。".formatted(key);
        }
    }
}
