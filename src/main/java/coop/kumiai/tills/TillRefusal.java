package coop.kumiai.tills;

import coop.kumiai.kernel.Refusal;

/** Why a till's request does not reach a wallet. Kept under its key, word for word. */
public sealed interface TillRefusal extends Refusal {
    /** An answer given before. */
    record AsBefore(String code, String sentence, String field) implements TillRefusal {
        static AsBefore of(Refusal refusal) {
            return new AsBefore(refusal.code(), refusal.sentence(), refusal.field());
        }
    }

    record BadKey(int least, int most) implements TillRefusal {
        @Override
        public String code() {
            return "tills/bad-key";
        }

        @Override
        public String sentence() {
            return "Idempotency-Keyは、%d〜%d文字の英数字と記号（- _ . :）で付けてください。".formatted(least, most);
        }
    }

    record KeyOfAnother(String key) implements TillRefusal {
        @Override
        public String code() {
            return "tills/key-of-another";
        }

        @Override
        public String sentence() {
            return "受付番号「%s」は、内容の異なる取引にもう使われています。新しい番号でやり直してください。".formatted(key);
        }
    }

    /** The number of an older card shows a member and proves none (U-CARD-1). */
    record OlderCard() implements TillRefusal {
        @Override
        public String code() {
            return "tills/older-card";
        }

        @Override
        public String sentence() {
            return "このカードは組合員価格だけにお使いになれます。電子マネーは、マイページに表示されるコードをお見せください。";
        }

        @Override
        public String field() {
            return "code";
        }
    }

    record NoWallet() implements TillRefusal {
        @Override
        public String code() {
            return "tills/no-wallet";
        }

        @Override
        public String sentence() {
            return "この方は、電子マネーをまだ使い始めていません。レジで現金をチャージすると始められます。";
        }

        @Override
        public String field() {
            return "code";
        }
    }

    record NoSuchPayment() implements TillRefusal {
        @Override
        public String code() {
            return "tills/no-such-payment";
        }

        @Override
        public String sentence() {
            return "この取引番号のお支払いは見つかりません。レシートの取引番号をお確かめください。";
        }

        @Override
        public String field() {
            return "transaction";
        }
    }

    record OfAnotherStore() implements TillRefusal {
        @Override
        public String code() {
            return "tills/of-another-store";
        }

        @Override
        public String sentence() {
            return "ほかのお店でのお支払いです。返金は、お買上げのお店でお受けします。";
        }

        @Override
        public String field() {
            return "transaction";
        }
    }
}
