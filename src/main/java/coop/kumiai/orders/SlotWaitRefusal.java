package coop.kumiai.orders;

import coop.kumiai.kernel.Refusal;

/** Why somebody cannot wait for a slot (X-SLOT-2). */
public sealed interface SlotWaitRefusal extends Refusal {
    @Override
    default String field() {
        return "slot";
    }

    /** There is no list, or not for this slot just now: a place of it can be had. */
    record HasRoom(String slot) implements SlotWaitRefusal {
        @Override
        public String code() {
            return "orders/slot-has-room";
        }

        @Override
        public String sentence() {
            return slot + "には、いま空きがあります。便を押すと、お選びいただけます。";
        }
    }

    /** The co-op has no list. */
    record NoList() implements SlotWaitRefusal {
        @Override
        public String code() {
            return "orders/slot-no-waiting";
        }

        @Override
        public String sentence() {
            return "空き待ちは受け付けていません。別の便をお選びください。";
        }
    }

    /** One member waits for a few slots at a time. */
    record TooMany(int most) implements SlotWaitRefusal {
        @Override
        public String code() {
            return "orders/slot-waiting-too-many";
        }

        @Override
        public String sentence() {
            return "空き待ちは、一度に%dつの便までです。ほかの便の空き待ちを取りやめてから、もう一度押してください。".formatted(most);
        }
    }
}
