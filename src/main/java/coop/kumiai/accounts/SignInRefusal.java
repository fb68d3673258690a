package coop.kumiai.accounts;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;

import java.time.Duration;

/** Why nobody was signed in. Never tells whether the address is registered. */
public sealed interface SignInRefusal extends Refusal {
    /** Unknown address or wrong password: the same for both. */
    record Wrong() implements SignInRefusal {
        @Override
        public String code() {
            return "accounts/wrong-sign-in";
        }

        @Override
        public String sentence() {
            return "メールアドレスかパスワードが違います。お確かめのうえ、もう一度入れてください。";
        }

        @Override
        public String field() {
            return "email";
        }
    }

    /** A new address waits for its confirmation (N-REG-4); told only after a right password. */
    record EmailUnconfirmed(Duration valid) implements SignInRefusal {
        @Override
        public String code() {
            return "accounts/email-unconfirmed";
        }

        @Override
        public String sentence() {
            return "新しいメールアドレスの確認が済んでいません。お送りしたメールのリンクを開いてください。届かないときは、お申し込みから%sたつと、もとのアドレスでログインできます。"
                    .formatted(JapaneseDates.duration(valid));
        }

        @Override
        public String field() {
            return "email";
        }
    }

    /** What follows the password is on the pages only, not in the API. */
    record OnThePages() implements SignInRefusal {
        @Override
        public String code() {
            return "accounts/on-the-pages";
        }

        @Override
        public String sentence() {
            return "この先のお手続きは、ブラウザのログイン画面でお願いします。";
        }
    }

    /**
     * Too many tries.
     *
     * @param left how long until the next one counts
     */
    record Wait(Duration left) implements SignInRefusal {
        @Override
        public String code() {
            return "accounts/wait";
        }

        @Override
        public String sentence() {
            return "続けてお試しになったため、少しお待ちいただきます。あと%sでもう一度お試しください。"
                    .formatted(JapaneseDates.duration(left));
        }

        @Override
        public String field() {
            return "email";
        }
    }
}
