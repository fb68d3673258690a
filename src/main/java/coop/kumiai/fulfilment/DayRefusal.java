package coop.kumiai.fulfilment;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

import java.time.LocalDate;

/** Why a day is not signed off. */
public sealed interface DayRefusal extends Refusal {

    /** Cash is missing or left over, and nobody says why. */
    record DifferenceWithoutReason(Yen expected, Yen counted) implements DayRefusal {
        @Override
        public String code() {
            return "fulfilment/difference-without-reason";
        }

        @Override
        public String sentence() {
            return "記録では%s、数えた現金は%sです。違いのわけを書いてください。".formatted(expected, counted);
        }

        @Override
        public String field() {
            return "reason";
        }
    }

    /** Somebody signed it off already. */
    record DayIsClosed(LocalDate day) implements DayRefusal {
        @Override
        public String code() {
            return "fulfilment/day-is-closed";
        }

        @Override
        public String sentence() {
            return "%sは、もう締めています。画面を開き直してお確かめください。".formatted(JapaneseDates.day(day));
        }
    }

    /** It has not begun. */
    record DayToCome(LocalDate day) implements DayRefusal {
        @Override
        public String code() {
            return "fulfilment/day-to-come";
        }

        @Override
        public String sentence() {
            return "%sは、まだ締められません。".formatted(JapaneseDates.day(day));
        }
    }
}
