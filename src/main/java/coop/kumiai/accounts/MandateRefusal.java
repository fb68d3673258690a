package coop.kumiai.accounts;

import coop.kumiai.kernel.Refusal;

/** Why a member cannot entrust this to this person (代理, M-CARE-1). */
public sealed interface MandateRefusal extends Refusal {
    /** Nobody was named. */
    record NoName() implements MandateRefusal {
        @Override
        public String code() {
            return "accounts/no-name";
        }

        @Override
        public String sentence() {
            return "代わりに操作する方のお名前を入れてください。";
        }

        @Override
        public String field() {
            return "name";
        }
    }

    /** More than there is room for. */
    record NameTooLong(int most) implements MandateRefusal {
        @Override
        public String code() {
            return "accounts/name-too-long";
        }

        @Override
        public String sentence() {
            return "お名前は%d文字まででお願いします。".formatted(most);
        }

        @Override
        public String field() {
            return "name";
        }
    }

    /** What they are to the member was not said. */
    record NoRelation() implements MandateRefusal {
        @Override
        public String code() {
            return "accounts/no-relation";
        }

        @Override
        public String sentence() {
            return "あなたから見たご関係を選んでください。";
        }

        @Override
        public String field() {
            return "relation";
        }
    }

    /** The mail would reach nobody. */
    record NoEmail() implements MandateRefusal {
        @Override
        public String code() {
            return "accounts/no-representative-email";
        }

        @Override
        public String sentence() {
            return "ご案内を送るメールアドレスの形になっていません。「@」とその前後をお確かめください。";
        }

        @Override
        public String field() {
            return "email";
        }
    }

    /** It is the member's own. */
    record OwnEmail() implements MandateRefusal {
        @Override
        public String code() {
            return "accounts/own-email";
        }

        @Override
        public String sentence() {
            return "ご自分のメールアドレスです。代わりに操作する方のアドレスを入れてください。";
        }

        @Override
        public String field() {
            return "email";
        }
    }

    /** One mandate at a time for one person. */
    record StandsAlready(String name) implements MandateRefusal {
        @Override
        public String code() {
            return "accounts/representative-stands";
        }

        @Override
        public String sentence() {
            return "%sさんには、もうご案内しているか、お任せしています。内容を変えるときは、いまのお任せを終えてから、もう一度ご案内ください。".formatted(name);
        }

        @Override
        public String field() {
            return "email";
        }
    }

    /** Nothing was entrusted. */
    record NoErrand() implements MandateRefusal {
        @Override
        public String code() {
            return "accounts/no-errand";
        }

        @Override
        public String sentence() {
            return "任せることを一つ以上選んでください。";
        }

        @Override
        public String field() {
            return "errands";
        }
    }

    /** Orders need a limit. */
    record NoLimit() implements MandateRefusal {
        @Override
        public String code() {
            return "accounts/no-order-limit";
        }

        @Override
        public String sentence() {
            return "1回のご注文の上限を、1円以上の数字で入れてください。";
        }

        @Override
        public String field() {
            return "orderLimit";
        }
    }

    /** Longer than the co-op allows. */
    record TooLong(int longestMonths) implements MandateRefusal {
        @Override
        public String code() {
            return "accounts/representation-too-long";
        }

        @Override
        public String sentence() {
            return "期間は%dか月までの中から選んでください。続けるときは、終わる前にもう一度お任せいただけます。".formatted(longestMonths);
        }

        @Override
        public String field() {
            return "months";
        }
    }

    /** As many as the co-op allows. */
    record TooMany(int most) implements MandateRefusal {
        @Override
        public String code() {
            return "accounts/too-many-representatives";
        }

        @Override
        public String sentence() {
            return "お任せできるのは%d人までです。どなたかを終えてから、もう一度ご案内ください。".formatted(most);
        }
    }
}
