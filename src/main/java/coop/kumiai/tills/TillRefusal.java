package coop.kumiai.tills;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;

import java.time.Duration;

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

    record NoSuchCharge() implements TillRefusal {
        @Override
        public String code() {
            return "tills/no-such-charge";
        }

        @Override
        public String sentence() {
            return "この取引番号のチャージは見つかりません。レシートの取引番号をお確かめください。";
        }

        @Override
        public String field() {
            return "transaction";
        }
    }

    /** It has come, and what becomes of it is not on the disk: it may still be done. */
    record UnderWay() implements TillRefusal {
        @Override
        public String code() {
            return "tills/under-way";
        }

        @Override
        public String sentence() {
            return "この取引はまだ終わっていません。同じ受付番号で、もう一度お送りください。結果が出るまで、ほかの方法でお会計をしないでください。";
        }
    }

    record OfAnotherTill() implements TillRefusal {
        @Override
        public String code() {
            return "tills/of-another-till";
        }

        @Override
        public String sentence() {
            return "ほかのレジでのチャージです。取り消せるのは、チャージをしたレジだけです。";
        }

        @Override
        public String field() {
            return "transaction";
        }
    }

    /** Its cash has been counted with that day's. */
    record DayIsOver() implements TillRefusal {
        @Override
        public String code() {
            return "tills/day-is-over";
        }

        @Override
        public String sentence() {
            return "このチャージをした日のレジは、もう締めています。取り消せるのは当日だけです。サービスカウンターにお申し出ください。";
        }

        @Override
        public String field() {
            return "transaction";
        }
    }

    record VoidTooLate(Duration within) implements TillRefusal {
        @Override
        public String code() {
            return "tills/void-too-late";
        }

        @Override
        public String sentence() {
            return "チャージから%sを過ぎたため、レジでは取り消せません。サービスカウンターにお申し出ください。"
                    .formatted(JapaneseDates.duration(within));
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
