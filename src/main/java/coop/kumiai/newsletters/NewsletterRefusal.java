package coop.kumiai.newsletters;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;

import java.time.Instant;

/** Why an issue of the newsletter is not taken, or not sent. */
public sealed interface NewsletterRefusal extends Refusal {
    /** Nothing was written. */
    record Empty(String field, String what) implements NewsletterRefusal {
        @Override
        public String code() {
            return "newsletters/empty";
        }

        @Override
        public String sentence() {
            return what + "を書いてください。";
        }
    }

    /** More than there is room for. */
    record TooLong(String field, String what, int most, int actual) implements NewsletterRefusal {
        @Override
        public String code() {
            return "newsletters/too-long";
        }

        @Override
        public String sentence() {
            return "%sは%,d文字まででお願いします。いまは%,d文字です。".formatted(what, most, actual);
        }
    }

    /** No moment can be read out of what was typed. */
    record NoMoment() implements NewsletterRefusal {
        @Override
        public String code() {
            return "newsletters/no-moment";
        }

        @Override
        public String sentence() {
            return "配信する日と時刻を選んでください。";
        }

        @Override
        public String field() {
            return "day";
        }
    }

    /** The moment is over. */
    record InThePast(Instant now) implements NewsletterRefusal {
        @Override
        public String code() {
            return "newsletters/in-the-past";
        }

        @Override
        public String sentence() {
            return "配信する時刻は、いま（%s）より後にしてください。".formatted(JapaneseDates.moment(now));
        }

        @Override
        public String field() {
            return "day";
        }
    }

    /** It is not, or no more, in the state for this. */
    record OtherwiseNow(Newsletter.State state) implements NewsletterRefusal {
        @Override
        public String code() {
            return "newsletters/otherwise-now";
        }

        @Override
        public String sentence() {
            return "この号は、いま「%s」です。画面をお確かめのうえ、もう一度お選びください。".formatted(state.label());
        }
    }
}
