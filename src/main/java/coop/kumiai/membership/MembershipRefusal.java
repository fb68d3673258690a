package coop.kumiai.membership;

import coop.kumiai.kernel.Refusal;

/** Why somebody cannot apply, be invited or register just so. */
public sealed interface MembershipRefusal extends Refusal {
    /** This co-op has no form of its own. */
    record NoForm() implements MembershipRefusal {
        @Override
        public String code() {
            return "membership/no-form";
        }

        @Override
        public String sentence() {
            return "この生協では、加入のお申込みをこの画面では受け付けていません。お店にお問い合わせください。";
        }
    }

    /** Somebody began a round of invitations before. */
    record RoundUnderWay() implements MembershipRefusal {
        @Override
        public String code() {
            return "membership/round-under-way";
        }

        @Override
        public String sentence() {
            return "まとめてのご案内を、いま送っている途中です。終わってから、もう一度お確かめください。";
        }
    }

    /** Everybody has My Page, was invited lately, or has given no address. */
    record NobodyToInvite() implements MembershipRefusal {
        @Override
        public String code() {
            return "membership/nobody-to-invite";
        }

        @Override
        public String sentence() {
            return "いま、メールでご案内する方はいません。";
        }
    }

    /** Not an e-mail address. */
    record NoEmail() implements MembershipRefusal {
        @Override
        public String code() {
            return "membership/no-email";
        }

        @Override
        public String sentence() {
            return "メールアドレスをお確かめください。例：hanako@example.com";
        }

        @Override
        public String field() {
            return "email";
        }
    }

    /** Nothing said about the workplace. */
    record NoWorkplace() implements MembershipRefusal {
        @Override
        public String code() {
            return "membership/no-workplace";
        }

        @Override
        public String sentence() {
            return "勤務先（学校名など）を入れてください。";
        }

        @Override
        public String field() {
            return "workplace";
        }
    }

    /** Fewer or more shares than one may join with. */
    record UnitsOutside(int least, int most) implements MembershipRefusal {
        @Override
        public String code() {
            return "membership/units-outside";
        }

        @Override
        public String sentence() {
            return "出資口数は%,d口から%,d口までの数字で入れてください。".formatted(least, most);
        }

        @Override
        public String field() {
            return "units";
        }
    }

    /** Somebody decided it already. */
    record AlreadyDecided() implements MembershipRefusal {
        @Override
        public String code() {
            return "membership/already-decided";
        }

        @Override
        public String sentence() {
            return "このお申込みは、もう処理が済んでいます。画面を開き直してお確かめください。";
        }
    }

    /** A decision, or a look, without its reason. */
    record NoReason() implements MembershipRefusal {
        @Override
        public String code() {
            return "membership/no-reason";
        }

        @Override
        public String sentence() {
            return "理由を書いてください。記録に残ります。";
        }

        @Override
        public String field() {
            return "reason";
        }
    }

    /** The link of an invitation that opens nothing any more. */
    record InvitationGone() implements MembershipRefusal {
        @Override
        public String code() {
            return "membership/invitation-gone";
        }

        @Override
        public String sentence() {
            return "このご案内は、期限が過ぎたか、もう使われています。登録がまだの方は、事務局に新しいご案内をお申し付けください。";
        }
    }

    /** Member code and code of a letter do not belong together, or the letter is void. */
    record PaperDoesNotFit() implements MembershipRefusal {
        @Override
        public String code() {
            return "membership/paper-does-not-fit";
        }

        @Override
        public String sentence() {
            return "組合員コードか登録コードがちがうか、お手紙の期限が過ぎています。お手紙をもう一度お確かめください。何度もちがうときは、事務局に新しいお手紙をお申し付けください。";
        }

        @Override
        public String field() {
            return "code";
        }
    }

    /** The birth date is not the invited member's. */
    record NotThisPerson() implements MembershipRefusal {
        @Override
        public String code() {
            return "membership/not-this-person";
        }

        @Override
        public String sentence() {
            return "生年月日が、加入のときのものと一致しません。もう一度お確かめください。";
        }

        @Override
        public String field() {
            return "birthDate";
        }
    }

    /** Who has My Page already, or has not paid yet, is not invited. */
    record NotToBeInvited() implements MembershipRefusal {
        @Override
        public String code() {
            return "membership/not-to-be-invited";
        }

        @Override
        public String sentence() {
            return "ご案内を送れるのは、出資金のお払込みが済み、マイページをまだ登録していない組合員の方です。";
        }
    }

    /** An application is accepted without a word on how it was checked. */
    record NoCheck() implements MembershipRefusal {
        @Override
        public String code() {
            return "membership/no-check";
        }

        @Override
        public String sentence() {
            return "確かめたことを書いてください。記録に残ります。";
        }

        @Override
        public String field() {
            return "check";
        }
    }
}
