package coop.kumiai.accounts;

import coop.kumiai.kernel.Refusal;

/** Why a password is not taken. */
public sealed interface PasswordRefusal extends Refusal {
    @Override
    default String field() {
        return "password";
    }

    /** Shorter than the policy asks. */
    record TooShort(int least, int actual) implements PasswordRefusal {
        @Override
        public String code() {
            return "accounts/password-too-short";
        }

        @Override
        public String sentence() {
            return "パスワードは%d文字以上でお決めください。いまは%d文字です。".formatted(least, actual);
        }
    }

    /** Longer than the policy allows. */
    record TooLong(int most) implements PasswordRefusal {
        @Override
        public String code() {
            return "accounts/password-too-long";
        }

        @Override
        public String sentence() {
            return "パスワードは%d文字まででお決めください。".formatted(most);
        }
    }

    /** Signs of another width where the policy wants those of the keyboard (B-LOGIN-1). */
    record NotHalfWidth() implements PasswordRefusal {
        @Override
        public String code() {
            return "accounts/password-not-half-width";
        }

        @Override
        public String sentence() {
            return "パスワードは半角の英字・数字・記号でお決めください。空白は使えません。";
        }
    }

    /** The same sign too often in a row (B-LOGIN-1). */
    record SameInARow(int most) implements PasswordRefusal {
        @Override
        public String code() {
            return "accounts/password-same-in-a-row";
        }

        @Override
        public String sentence() {
            return "同じ文字を続けて使えるのは%d文字までです。別の文字をはさんでください。".formatted(most);
        }
    }

    /** Among those that are tried first by whoever guesses. */
    record WellKnown() implements PasswordRefusal {
        @Override
        public String code() {
            return "accounts/password-well-known";
        }

        @Override
        public String sentence() {
            return "よく使われていて、人に当てられやすいパスワードです。関わりのない言葉をいくつか並べるなど、別のものをお決めください。";
        }
    }

    /** The two fields differ. */
    record NotTheSameTwice() implements PasswordRefusal {
        @Override
        public String code() {
            return "accounts/password-not-the-same-twice";
        }

        @Override
        public String sentence() {
            return "二つのパスワードが同じになっていません。もう一度入れてください。";
        }

        @Override
        public String field() {
            return "again";
        }
    }

    /** The one that was handed out, chosen again. */
    record HandedOut() implements PasswordRefusal {
        @Override
        public String code() {
            return "accounts/password-handed-out";
        }

        @Override
        public String sentence() {
            return "お渡ししたパスワードとは別のものをお決めください。";
        }
    }
}
