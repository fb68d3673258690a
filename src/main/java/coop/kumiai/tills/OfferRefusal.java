package coop.kumiai.tills;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

import java.time.Duration;

/** Why a 取引コード is not shown, or cannot be paid. */
public sealed interface OfferRefusal extends Refusal {
    record LinesDiffer(Yen amount, Yen lines) implements OfferRefusal {
        @Override
        public String code() {
            return "tills/lines-differ";
        }

        @Override
        public String sentence() {
            return "明細の合計は%sで、お支払いの%sと合いません。金額をお確かめください。".formatted(lines, amount);
        }

        @Override
        public String field() {
            return "amount";
        }
    }

    /** None, or another co-op's: whoever guesses learns nothing. */
    record NoSuchCode() implements OfferRefusal {
        @Override
        public String code() {
            return "tills/no-such-code";
        }

        @Override
        public String sentence() {
            return "この取引コードは見つかりません。レジの画面のコードを、もう一度読み取るか、打ち込んでください。";
        }

        @Override
        public String field() {
            return "code";
        }
    }

    record UsedOrOver(Duration valid) implements OfferRefusal {
        @Override
        public String code() {
            return "tills/code-over";
        }

        @Override
        public String sentence() {
            return "この取引コードは、使い終わったか、%sの期限を過ぎました。レジで新しいコードを出してもらってください。"
                    .formatted(JapaneseDates.duration(valid));
        }

        @Override
        public String field() {
            return "code";
        }
    }

    record TooManyWrong(int most) implements OfferRefusal {
        @Override
        public String code() {
            return "tills/too-many-wrong-codes";
        }

        @Override
        public String sentence() {
            return "コードの間違いが続いたため（1分に%d回まで）、少しお待ちいただきます。1分ほどたってからもう一度お試しください。".formatted(most);
        }

        @Override
        public String field() {
            return "code";
        }
    }
}
