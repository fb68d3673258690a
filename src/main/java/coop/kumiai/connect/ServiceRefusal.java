package coop.kumiai.connect;

import coop.kumiai.kernel.Refusal;

/** Why a service was not registered, or not stopped. */
public sealed interface ServiceRefusal extends Refusal {
    /** Members would not know whom they let in. */
    record NoName(int mostCharacters) implements ServiceRefusal {
        @Override
        public String code() {
            return "connect/no-name";
        }

        @Override
        public String sentence() {
            return "サービスの名前を%d文字までで入れてください。組合員に見える名前です。".formatted(mostCharacters);
        }

        @Override
        public String field() {
            return "name";
        }
    }

    /** Members would not know what for. */
    record NoPurpose(int mostCharacters) implements ServiceRefusal {
        @Override
        public String code() {
            return "connect/no-purpose";
        }

        @Override
        public String sentence() {
            return "何のためのサービスかを%d文字までで入れてください。組合員に見える説明です。".formatted(mostCharacters);
        }

        @Override
        public String field() {
            return "purpose";
        }
    }

    /** A code could be sent nowhere. */
    record NoAddress() implements ServiceRefusal {
        @Override
        public String code() {
            return "connect/no-address";
        }

        @Override
        public String sentence() {
            return "ログインのあとに戻るアドレスを、1行に1つ入れてください。";
        }

        @Override
        public String field() {
            return "redirects";
        }
    }

    /** An address at which a code could be read by others. */
    record UnsafeAddress(String address, String field) implements ServiceRefusal {
        @Override
        public String code() {
            return "connect/unsafe-address";
        }

        @Override
        public String sentence() {
            return "「%s」は使えません。https:// で始まり、「#」や「*」のないアドレスを入れてください。".formatted(address);
        }
    }

    /** Done without a word why. */
    record NoReason() implements ServiceRefusal {
        @Override
        public String code() {
            return "connect/no-reason";
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
