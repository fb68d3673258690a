package coop.kumiai.accounts;

import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

/** Why nobody can act for a member so, or not any more (代理). */
public sealed interface RepresentationRefusal extends Refusal {

    /** Staff say why. */
    record NoReason() implements RepresentationRefusal {
        @Override
        public String code() {
            return "accounts/no-representation-reason";
        }

        @Override
        public String sentence() {
            return "理由を書いてください。だれがいつ、なぜ手続きしたかを記録し、ご本人も見られます。";
        }

        @Override
        public String field() {
            return "reason";
        }
    }

    /** Nobody can act in an account that is not there. */
    record NoAccount() implements RepresentationRefusal {
        @Override
        public String code() {
            return "accounts/member-without-account";
        }

        @Override
        public String sentence() {
            return "この方は、まだ会員の登録（マイページ）がないため、代理を受け付けられません。先に登録のご案内を送り、登録が済んでからお手続きください。";
        }
    }

    /** The member cannot represent themselves. */
    record OwnInvitation() implements RepresentationRefusal {
        @Override
        public String code() {
            return "accounts/own-invitation";
        }

        @Override
        public String sentence() {
            return "ご自分からのご案内は引き受けられません。案内された方のアカウントでログインしてください。";
        }
    }

    /** The same person twice for one member. */
    record RepresentsAlready(String name) implements RepresentationRefusal {
        @Override
        public String code() {
            return "accounts/represents-already";
        }

        @Override
        public String sentence() {
            return "%sさんの代理は、もう引き受けています。マイページの「代わりに操作する」からお使いください。".formatted(name);
        }
    }

    /** The code is that of no invitation that waits. */
    record WrongCode() implements RepresentationRefusal {
        @Override
        public String code() {
            return "accounts/wrong-invitation-code";
        }

        @Override
        public String sentence() {
            return "確認コードが違います。メールのコードをもう一度お確かめください。メールのリンクを開いても進めます。";
        }

        @Override
        public String field() {
            return "code";
        }
    }

    /** No invitation waits at this address. */
    record NoInvitation() implements RepresentationRefusal {
        @Override
        public String code() {
            return "accounts/no-invitation";
        }

        @Override
        public String sentence() {
            return "登録のメールアドレスあての、お返事待ちのご案内がありません。ほかのアドレスに届いたときは、メールのリンクを開いてください。";
        }

        @Override
        public String field() {
            return "code";
        }
    }

    /** The member or the calendar ended it. */
    record HasEnded() implements RepresentationRefusal {
        @Override
        public String code() {
            return "accounts/representation-has-ended";
        }

        @Override
        public String sentence() {
            return "この代理は終わっています。続けるときは、ご本人からもう一度ご案内をお受けください。";
        }
    }

    /** More than was entrusted (M-CARE-3). */
    record AboveLimit(Yen limit, Yen total) implements RepresentationRefusal {
        @Override
        public String code() {
            return "accounts/above-order-limit";
        }

        @Override
        public String sentence() {
            return "代理の方のご注文は、1回%sまでです。いまは%sです。商品を減らすか、ご本人に上限を決め直していただいてください。"
                    .formatted(limit, total);
        }
    }
}
