package coop.kumiai.stores;

import coop.kumiai.kernel.Refusal;

/** Why an extra rest cannot be announced. */
public sealed interface ClosureRefusal extends Refusal {
    /** Days and times that cannot be read. */
    record NoTimes() implements ClosureRefusal {
        @Override
        public String code() {
            return "stores/no-closure-times";
        }

        @Override
        public String sentence() {
            return "はじまりと終わりの日と時刻を選んでください。";
        }

        @Override
        public String field() {
            return "fromDay";
        }
    }

    /** Whoever shops just now would learn of it too late. */
    record NotBeforehand() implements ClosureRefusal {
        @Override
        public String code() {
            return "stores/closure-not-beforehand";
        }

        @Override
        public String sentence() {
            return "お休みは前もってお知らせします。はじまりは、これからの時刻にしてください。";
        }

        @Override
        public String field() {
            return "fromDay";
        }
    }

    /** It ends before it begins. */
    record EndsFirst() implements ClosureRefusal {
        @Override
        public String code() {
            return "stores/closure-ends-first";
        }

        @Override
        public String sentence() {
            return "終わりは、はじまりより後の時刻にしてください。";
        }

        @Override
        public String field() {
            return "untilDay";
        }
    }

    /** Another one is announced for a part of that time. */
    record Overlaps(String other) implements ClosureRefusal {
        @Override
        public String code() {
            return "stores/closure-overlaps";
        }

        @Override
        public String sentence() {
            return "%sのお休みと重なっています。時間を変えるか、先にそのお休みを取りやめてください。".formatted(other);
        }

        @Override
        public String field() {
            return "fromDay";
        }
    }

    /** Members would not know why. */
    record NoReason() implements ClosureRefusal {
        @Override
        public String code() {
            return "stores/no-closure-reason";
        }

        @Override
        public String sentence() {
            return "お休みの理由を書いてください。組合員の画面にも出ます。例：システムの点検";
        }

        @Override
        public String field() {
            return "reason";
        }
    }
}
