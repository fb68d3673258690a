package coop.kumiai.accounts;

import coop.kumiai.kernel.Refusal;

/** Why a passkey is not taken. */
public sealed interface PasskeyRefusal extends Refusal {
    /** Unknown, of another account, or its answer does not fit what was asked. */
    record NotTaken() implements PasskeyRefusal {
        @Override
        public String code() {
            return "accounts/passkey-not-taken";
        }

        @Override
        public String sentence() {
            return "このパスキーでは確かめられませんでした。もう一度お試しになるか、パスワードをお使いください。";
        }
    }

    /** The device has one of this account already, or its answer does not fit. */
    record NotRegistered() implements PasskeyRefusal {
        @Override
        public String code() {
            return "accounts/passkey-not-registered";
        }

        @Override
        public String sentence() {
            return "パスキーを登録できませんでした。この端末にもう登録されていないか、お確かめください。";
        }
    }
}
