package coop.kumiai.road;

import coop.kumiai.kernel.Refusal;

/** Why a plan, or something in it, cannot be so. */
public sealed interface RunRefusal extends Refusal {

    /** Orders still come and go. */
    record BeforeCutoff(String slot, String cutoff) implements RunRefusal {
        @Override
        public String code() {
            return "road/before-cutoff";
        }

        @Override
        public String sentence() {
            return "%sは、締切（%s）を過ぎてから組めます。".formatted(slot, cutoff);
        }
    }

    /** The solver is at it: what is moved now would be lost. */
    record StillPlanning() implements RunRefusal {
        @Override
        public String code() {
            return "road/still-planning";
        }

        @Override
        public String sentence() {
            return "いま便を組んでいます。終わるまでお待ちください。";
        }
    }

    /** A van that has left is fixed. */
    record HasLeft(int van) implements RunRefusal {
        @Override
        public String code() {
            return "road/has-left";
        }

        @Override
        public String sentence() {
            return "%d号車はもう出発しています。順番は変えられません。".formatted(van);
        }
    }

    /** Another driver has taken this van. */
    record TakenByAnother(int van) implements RunRefusal {
        @Override
        public String code() {
            return "road/taken-by-another";
        }

        @Override
        public String sentence() {
            return "%d号車は、ほかの人が乗って出発しました。画面を開き直してください。".formatted(van);
        }
    }

    /** It has nothing to bring. */
    record NothingAboard(int van) implements RunRefusal {
        @Override
        public String code() {
            return "road/nothing-aboard";
        }

        @Override
        public String sentence() {
            return "%d号車には、お届けする荷物がありません。".formatted(van);
        }
    }
}
