package coop.kumiai.membership;

import coop.kumiai.kernel.Refusal;

/** Why a request or its answer is not taken. */
public sealed interface RequestRefusal extends Refusal {
    /** Nothing was written. */
    record Empty(String field) implements RequestRefusal {
        @Override
        public String code() {
            return "membership/request-empty";
        }

        @Override
        public String sentence() {
            return "内容を書いてください。";
        }
    }

    /** More than there is room for. */
    record TooLong(String field, int most, int actual) implements RequestRefusal {
        @Override
        public String code() {
            return "membership/request-too-long";
        }

        @Override
        public String sentence() {
            return "内容は%,d文字まででお願いします。いまは%,d文字です。".formatted(most, actual);
        }
    }

    /** Somebody finished it already. */
    record AlreadyFinished() implements RequestRefusal {
        @Override
        public String code() {
            return "membership/request-finished";
        }

        @Override
        public String sentence() {
            return "この届出は、もう処理が済んでいます。画面を開き直してお確かめください。";
        }
    }
}
