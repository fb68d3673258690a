package coop.kumiai.substitution;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

import java.time.Instant;

/** Why a substitute is not offered, or an answer not taken. */
public sealed interface SubstitutionRefusal extends Refusal {

    /** The store does not sell it, or the member does not want such a one. */
    record NotSuggested(String product) implements SubstitutionRefusal {
        @Override
        public String code() {
            return "substitution/not-suggested";
        }

        @Override
        public String sentence() {
            return "%sの代わりにできる品ではありません。一覧の品から選んでください。".formatted(product);
        }
    }

    /** The member wants none, or the goods are not short. */
    record NotWanted(String product) implements SubstitutionRefusal {
        @Override
        public String code() {
            return "substitution/not-wanted";
        }

        @Override
        public String sentence() {
            return "%sには、代わりの品を入れません。足りない分を取り消します。".formatted(product);
        }
    }

    /** The card has put by less than the order would come to, and nobody asked the member. */
    record AboveCeiling(String product, Yen ceiling) implements SubstitutionRefusal {
        @Override
        public String code() {
            return "substitution/above-ceiling";
        }

        @Override
        public String sentence() {
            return "%sを入れると、カードで承認を受けた%sを超えます。もっと安い品を選ぶか、代わりなしで進めてください。"
                    .formatted(product, ceiling);
        }
    }

    /** It was answered already, or is answered by now. */
    record Answered(String product, String answer) implements SubstitutionRefusal {
        @Override
        public String code() {
            return "substitution/answered";
        }

        @Override
        public String sentence() {
            return "%sについては、「%s」と承っています。".formatted(product, answer);
        }
    }

    /** The time for an answer is over. */
    record TooLate(Instant until) implements SubstitutionRefusal {
        @Override
        public String code() {
            return "substitution/too-late";
        }

        @Override
        public String sentence() {
            return "お返事の時間（%sまで）を過ぎました。ご案内したとおりに進めています。お店にお電話ください。"
                    .formatted(JapaneseDates.moment(until));
        }
    }

    /** An amount that is none. */
    record NoAmount(String field) implements SubstitutionRefusal {
        @Override
        public String code() {
            return "substitution/no-amount";
        }

        @Override
        public String sentence() {
            return "値段の上限を、円の数字で入れてください。";
        }
    }
}
