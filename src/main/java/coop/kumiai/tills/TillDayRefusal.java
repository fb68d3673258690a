package coop.kumiai.tills;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

import java.time.LocalDate;

/** Why a till's day is not closed, or a count of its cash not taken. */
public sealed interface TillDayRefusal extends Refusal {
    /** A day that has not come. */
    record NotYet(LocalDate day, LocalDate today) implements TillDayRefusal {
        @Override
        public String code() {
            return "tills/day-not-yet";
        }

        @Override
        public String sentence() {
            return "%sはまだ来ていません。締められるのは、きょう%sまでです。"
                    .formatted(JapaneseDates.day(day), JapaneseDates.day(today));
        }

        @Override
        public String field() {
            return "day";
        }
    }

    /** A day before one that is closed: what was done in it is part of that one. */
    record AfterIt(LocalDate day, LocalDate closed) implements TillDayRefusal {
        @Override
        public String code() {
            return "tills/day-before-closed";
        }

        @Override
        public String sentence() {
            return "%sより後の%sまで、もう締めています。%sの取引は、その締めに入っています。"
                    .formatted(
                            JapaneseDates.day(day),
                            JapaneseDates.day(closed),
                            JapaneseDates.day(day));
        }

        @Override
        public String field() {
            return "day";
        }
    }

    /** Nothing that can be read as an amount. */
    record NoCount() implements TillDayRefusal {
        @Override
        public String code() {
            return "tills/no-count";
        }

        @Override
        public String sentence() {
            return "数えた現金を円で入れてください。つり銭準備金は含めません。例：12,000";
        }

        @Override
        public String field() {
            return "counted";
        }
    }

    /** Counted otherwise, and no word why. */
    record NoNote(Yen difference) implements TillDayRefusal {
        @Override
        public String code() {
            return "tills/no-count-note";
        }

        @Override
        public String sentence() {
            return "あるはずの現金と%s違います。もう一度お確かめになり、違うときは理由を書いてください。".formatted(difference);
        }

        @Override
        public String field() {
            return "note";
        }
    }
}
