package coop.kumiai.accounts;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;

import java.time.Duration;

/** Why a second proof is not taken. */
public sealed interface SecondFactorRefusal extends Refusal {
    @Override
    default String field() {
        return "code";
    }

    /** The code is wrong, or was taken before. */
    record WrongCode() implements SecondFactorRefusal {
        @Override
        public String code() {
            return "accounts/wrong-second-code";
        }

        @Override
        public String sentence() {
            return "コードが違うか、もう使われています。アプリに出ている新しいコードを入れてください。";
        }
    }

    /** An app is in use: it is dropped before another one begins. */
    record AppInUse() implements SecondFactorRefusal {
        @Override
        public String code() {
            return "accounts/app-in-use";
        }

        @Override
        public String sentence() {
            return "認証アプリはもうお使いになっています。替えるときは、いまの設定をやめてからお始めください。";
        }
    }

    /** The password was typed too long ago: from the start. */
    record TooLate(Duration valid) implements SecondFactorRefusal {
        @Override
        public String code() {
            return "accounts/second-step-too-late";
        }

        @Override
        public String sentence() {
            return "パスワードを入れてから%sの期限を過ぎました。お手数ですが、もう一度ログインしてください。"
                    .formatted(JapaneseDates.duration(valid));
        }
    }

    /** A fresh proof is needed for this. */
    record ProofNeeded(Duration recent) implements SecondFactorRefusal {
        @Override
        public String code() {
            return "accounts/proof-needed";
        }

        @Override
        public String sentence() {
            return "大切な変更のため、ご本人の確認から%s以内にお願いします。もう一度ログインしてからお試しください。"
                    .formatted(JapaneseDates.duration(recent));
        }
    }
}
