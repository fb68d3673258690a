package coop.kumiai.stores;

import coop.kumiai.kernel.Refusal;

/** Why the slots of a day cannot be changed so. */
public sealed interface SlotDayRefusal extends Refusal {
    /** Orders that were promised stay promised. */
    record MoreIsTaken(int orders, int items) implements SlotDayRefusal {
        @Override
        public String code() {
            return "stores/slot-more-is-taken";
        }

        @Override
        public String sentence() {
            return "この便にはもう%d件、%d点のご注文があります。それより少なくはできません。".formatted(orders, items);
        }

        @Override
        public String field() {
            return "capacity";
        }
    }

    /** Not a number from 0. */
    record NoNumber() implements SlotDayRefusal {
        @Override
        public String code() {
            return "stores/slot-no-number";
        }

        @Override
        public String sentence() {
            return "定員と点数は、0からの数で入れてください。";
        }

        @Override
        public String field() {
            return "capacity";
        }
    }

    /** The day has a slot of that number. */
    record NumberIsTaken(int number) implements SlotDayRefusal {
        @Override
        public String code() {
            return "stores/slot-number-is-taken";
        }

        @Override
        public String sentence() {
            return "この日にはもう%d便があります。別の番号にしてください。".formatted(number);
        }

        @Override
        public String field() {
            return "number";
        }
    }

    /** The slot ends before it begins, or its cutoff comes after its start. */
    record NotATime() implements SlotDayRefusal {
        @Override
        public String code() {
            return "stores/slot-not-a-time";
        }

        @Override
        public String sentence() {
            return "番号は1から、時刻は、締切、はじまり、終わりの順になるように入れてください。";
        }

        @Override
        public String field() {
            return "fromTime";
        }
    }

    /** It would be over, or its cutoff past. */
    record IsPast() implements SlotDayRefusal {
        @Override
        public String code() {
            return "stores/slot-day-is-past";
        }

        @Override
        public String sentence() {
            return "もう過ぎた日か、締切を過ぎた便です。これからの便を選んでください。";
        }

        @Override
        public String field() {
            return "fromTime";
        }
    }

    /** What is changed for one day is written down with its reason. */
    record NoReason() implements SlotDayRefusal {
        @Override
        public String code() {
            return "stores/no-slot-day-reason";
        }

        @Override
        public String sentence() {
            return "理由を書いてください。監査の記録に残ります。例：年末の増便";
        }

        @Override
        public String field() {
            return "reason";
        }
    }
}
