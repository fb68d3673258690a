package coop.kumiai.accounts;

import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

/** Why nobody can act for a member so, or not any more (代理). */
public sealed interface RepresentationRefusal extends Refusal {

    /** Nobody was named. */
    record NoName() implements RepresentationRefusal {
        @Override
        public String code() {
            return "accounts/no-name";
        }

        @Override
        public String sentence() {
            return "代わりに操作する方のお名前を入れてください。";
        }

        @Override
        public String field() {
            return "name";
        }
    }

    /** More than there is room for. */
    record NameTooLong(int most) implements RepresentationRefusal {
        @Override
        public String code() {
            return "accounts/name-too-long";
        }

        @Override
        public String sentence() {
            return "お名前は%d文字まででお願いします。".formatted(most);
        }

        @Override
        public String field() {
            return "name";
        }
    }

    /** What they are to the member was not said. */
    record NoRelation() implements RepresentationRefusal {
        @Override
        public String code() {
            return "accounts/no-relation";
        }

        @Override
        public String sentence() {
            return "あなたから見たご関係を選んでください。";
        }

        @Override
        public String field() {
            return "relation";
        }
    }

    /** The mail would reach nobody. */
    record NoEmail() implements RepresentationRefusal {
        @Override
        public String code() {
            return "accounts/no-representative-email";
        }

        @Override
        public String sentence() {
            return "ご案内を送るメールアドレスの形になっていません。「@」とその前後をお確かめください。";
        }

        @Override
        public String field() {
            return "email";
        }
    }

    /** It is the member's own. */
    record OwnEmail() implements RepresentationRefusal {
        @Override
        public String code() {
            return "accounts/own-email";
        }

        @Override
        public String sentence() {
            return "ご自分のメールアドレスです。代わりに操作する方のアドレスを入れてください。";
        }

        @Override
        public String field() {
            return "email";
        }
    }

    /** One mandate at a time for one person. */
    record StandsAlready(String name) implements RepresentationRefusal {
        @Override
        public String code() {
            return "accounts/representative-stands";
        }

        @Override
        public String sentence() {
            return "%sさんには、もうご案内しているか、お任せしています。内容を変えるときは、いまのお任せを終えてから、もう一度ご案内ください。".formatted(name);
        }

        @Override
        public String field() {
            return "email";
        }
    }

    /** Nothing was entrusted. */
    record NoErrand() implements RepresentationRefusal {
        @Override
        public String code() {
            return "accounts/no-errand";
        }

        @Override
        public String sentence() {
            return "任せることを一つ以上選んでください。";
        }

        @Override
        public String field() {
            return "errands";
        }
    }

    /** Orders need a limit. */
    record NoLimit() implements RepresentationRefusal {
        @Override
        public String code() {
            return "accounts/no-order-limit";
        }

        @Override
        public String sentence() {
            return "1回のご注文の上限を、1円以上の数字で入れてください。";
        }

        @Override
        public String field() {
            return "orderLimit";
        }
    }

    /** Longer than the co-op allows. */
    record TooLong(int longestMonths) implements RepresentationRefusal {
        @Override
        public String code() {
            return "accounts/representation-too-long";
        }

        @Override
        public String sentence() {
            return "期間は%dか月までの中から選んでください。続けるときは、終わる前にもう一度お任せいただけます。".formatted(longestMonths);
        }

        @Override
        public String field() {
            return "months";
        }
    }

    /** As many as the co-op allows. */
    record TooMany(int most) implements RepresentationRefusal {
        @Override
        public String code() {
            return "accounts/too-many-representatives";
        }

        @Override
        public String sentence() {
            return "お任せできるのは%d人までです。どなたかを終えてから、もう一度ご案内ください。".formatted(most);
        }
    }

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
