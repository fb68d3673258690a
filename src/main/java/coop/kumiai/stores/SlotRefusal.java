package coop.kumiai.stores;

import coop.kumiai.kernel.Refusal;

/** Why a slot cannot be had. */
public sealed interface SlotRefusal extends Refusal {
    @Override
    default String field() {
        return "slot";
    }

    /** Whether there is no place of it to be had just now, while there may be one later. */
    default boolean isNoPlace() {
        return this instanceof Full || this instanceof KeptForOthers;
    }

    /** Its last place went to somebody else (N-SLOT-3, N-SLOT-4). */
    record Full(String slot) implements SlotRefusal {
        @Override
        public String code() {
            return "stores/slot-full";
        }

        @Override
        public String sentence() {
            return slot + "は満員になりました。お買い物の内容はそのままですので、別の便をお選びください。";
        }
    }

    /** What is left of it is kept for others for a while (X-SLOT-2). */
    record KeptForOthers(String slot, String whom) implements SlotRefusal {
        @Override
        public String code() {
            return "stores/slot-kept";
        }

        @Override
        public String sentence() {
            return "%sの残りの枠は、%s取っておきます。そのあとにもう一度ごらんいただくか、別の便をお選びください。".formatted(slot, whom);
        }
    }

    /** More pieces than can still be picked for it (X-SLOT-3). */
    record TooManyItems(String slot, int left) implements SlotRefusal {
        @Override
        public String code() {
            return "stores/slot-too-many-items";
        }

        @Override
        public String sentence() {
            return "%sでお届けできるのは、あと%,d点までです。数を減らすか、別の便をお選びください。".formatted(slot, left);
        }
    }

    /** The cutoff has passed (N-SLOT-5). */
    record PastCutoff(String slot, String cutoff) implements SlotRefusal {
        @Override
        public String code() {
            return "stores/slot-past-cutoff";
        }

        @Override
        public String sentence() {
            return "%sは%sに締め切りました。別の便をお選びください。".formatted(slot, cutoff);
        }
    }

    /** Staff stopped it (N-SLOT-7). */
    record Stopped(String slot, String reason) implements SlotRefusal {
        @Override
        public String code() {
            return "stores/slot-stopped";
        }

        @Override
        public String sentence() {
            return "%sは%sのため休止しています。別の便をお選びください。".formatted(slot, reason);
        }
    }

    /** Not a slot of the days that are open (N-SLOT-1, N-SLOT-6). */
    record NotOffered() implements SlotRefusal {
        @Override
        public String code() {
            return "stores/slot-not-offered";
        }

        @Override
        public String sentence() {
            return "お選びの便は、いまは受け付けていません。一覧から別の便をお選びください。";
        }
    }
}
