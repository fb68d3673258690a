package coop.kumiai.accounts;

import coop.kumiai.kernel.Refusal;

/** Why an account cannot be opened or changed. */
public sealed interface AccountRefusal extends Refusal {
    /** What was typed is no e-mail address. */
    record NoEmailAddress() implements AccountRefusal {
        @Override
        public String code() {
            return "accounts/no-email-address";
        }

        @Override
        public String sentence() {
            return "メールアドレスの形になっていません。「@」とその前後をお確かめください。";
        }

        @Override
        public String field() {
            return "email";
        }
    }

    /** Told only to somebody who has just proven that the address is theirs. */
    record AlreadyRegistered() implements AccountRefusal {
        @Override
        public String code() {
            return "accounts/already-registered";
        }

        @Override
        public String sentence() {
            return "このメールアドレスは、すでに登録が済んでいます。そのままログインしてください。";
        }
    }

    /** The present address was typed wrongly (B-LOGIN-2, B-LOGIN-4). */
    record WrongPresentEmail() implements AccountRefusal {
        @Override
        public String code() {
            return "accounts/wrong-present-email";
        }

        @Override
        public String sentence() {
            return "いまのメールアドレスが違います。マイページに出ているアドレスを入れてください。";
        }

        @Override
        public String field() {
            return "presentEmail";
        }
    }

    /** The new address is the present one. */
    record SameEmail() implements AccountRefusal {
        @Override
        public String code() {
            return "accounts/same-email";
        }

        @Override
        public String sentence() {
            return "いまと同じメールアドレスです。変えないときは、このままマイページにお戻りください。";
        }

        @Override
        public String field() {
            return "email";
        }
    }

    /** The two fields differ. */
    record EmailNotTheSameTwice() implements AccountRefusal {
        @Override
        public String code() {
            return "accounts/email-not-the-same-twice";
        }

        @Override
        public String sentence() {
            return "二つの新しいメールアドレスが同じになっていません。もう一度入れてください。";
        }

        @Override
        public String field() {
            return "emailAgain";
        }
    }

    /** The present password was typed wrongly. */
    record WrongPresentPassword() implements AccountRefusal {
        @Override
        public String code() {
            return "accounts/wrong-present-password";
        }

        @Override
        public String sentence() {
            return "いまのパスワードが違います。もう一度入れてください。お忘れのときは、ログインの画面からお手続きください。";
        }

        @Override
        public String field() {
            return "present";
        }
    }
}
