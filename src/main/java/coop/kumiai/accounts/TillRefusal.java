package coop.kumiai.accounts;

import coop.kumiai.kernel.Refusal;

/** Why a till was not issued, revoked or signed in. */
public sealed interface TillRefusal extends Refusal {
    /** Unknown, revoked, or another secret: the same for all. */
    record WrongSecret() implements TillRefusal {
        @Override
        public String code() {
            return "accounts/wrong-till";
        }

        @Override
        public String sentence() {
            return "端末の番号か合言葉が違うか、止められています。店長にお確かめください。";
        }
    }

    /** A till without a name would be found by nobody. */
    record NoName(int mostCharacters) implements TillRefusal {
        @Override
        public String code() {
            return "accounts/no-till-name";
        }

        @Override
        public String sentence() {
            return "端末の名前を%d文字までで入れてください。例：1番レジ".formatted(mostCharacters);
        }

        @Override
        public String field() {
            return "name";
        }
    }

    /** Issued or revoked without a word why. */
    record NoReason() implements TillRefusal {
        @Override
        public String code() {
            return "accounts/no-till-reason";
        }

        @Override
        public String sentence() {
            return "理由を書いてください。だれがいつ、なぜ行ったかを記録します。";
        }

        @Override
        public String field() {
            return "reason";
        }
    }
}
