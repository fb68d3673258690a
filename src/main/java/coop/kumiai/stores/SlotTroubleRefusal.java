package coop.kumiai.stores;

import coop.kumiai.kernel.Refusal;

/** Why nothing can be told about a slot. */
public sealed interface SlotTroubleRefusal extends Refusal {
    /** None of the three. */
    record NoKind() implements SlotTroubleRefusal {
        @Override
        public String code() {
            return "stores/no-slot-trouble";
        }

        @Override
        public String sentence() {
            return "便がどうなるかを選んでください。";
        }

        @Override
        public String field() {
            return "kind";
        }
    }

    /** Members would not know why. */
    record NoReason() implements SlotTroubleRefusal {
        @Override
        public String code() {
            return "stores/no-slot-trouble-reason";
        }

        @Override
        public String sentence() {
            return "理由を書いてください。組合員に伝わります。例：大雪";
        }

        @Override
        public String field() {
            return "because";
        }
    }

    /** More words than a mail should have. */
    record TooLong(int most, int actual) implements SlotTroubleRefusal {
        @Override
        public String code() {
            return "stores/slot-message-too-long";
        }

        @Override
        public String sentence() {
            return "組合員へのことばは%,d文字までで書いてください。いまは%,d文字です。".formatted(most, actual);
        }

        @Override
        public String field() {
            return "message";
        }
    }

    /** Its time is over: there is nothing to tell beforehand. */
    record IsOver(String slot) implements SlotTroubleRefusal {
        @Override
        public String code() {
            return "stores/slot-is-over";
        }

        @Override
        public String sentence() {
            return "%sは終わった日の便です。お知らせできるのは、きょうから先の便です。".formatted(slot);
        }
    }
}
