package coop.kumiai.accounts;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;

import java.time.Duration;

/** Why a mailed link or code does not open. The way out is always to ask for a new mail. */
public sealed interface MailProofRefusal extends Refusal {
    @Override
    default String field() {
        return "code";
    }

    /** No such link: cut off by a mail program, or made up. */
    record Unknown() implements MailProofRefusal {
        @Override
        public String code() {
            return "accounts/mail-unknown";
        }

        @Override
        public String sentence() {
            return "このリンクは途中で切れているようです。メールのリンクをもう一度押すか、はじめからお手続きください。";
        }
    }

    /** Its time is over. */
    record Expired(Duration valid) implements MailProofRefusal {
        @Override
        public String code() {
            return "accounts/mail-expired";
        }

        @Override
        public String sentence() {
            return "このメールは、お送りしてから%sの期限を過ぎました。お手数ですが、はじめからお手続きください。"
                    .formatted(JapaneseDates.duration(valid));
        }
    }

    /** Single use, and it was used. */
    record Used() implements MailProofRefusal {
        @Override
        public String code() {
            return "accounts/mail-used";
        }

        @Override
        public String sentence() {
            return "このメールでのお手続きは、もう済んでいます。ログインしてお使いください。";
        }
    }

    /** The code is wrong. */
    record WrongCode(int left) implements MailProofRefusal {
        @Override
        public String code() {
            return "accounts/mail-wrong-code";
        }

        @Override
        public String sentence() {
            return "確認コードが違います。メールのコードをお確かめください。あと%d回お試しになれます。".formatted(left);
        }
    }

    /** It was typed wrongly too often; the link in the mail still works. */
    record TooManyCodes(int most) implements MailProofRefusal {
        @Override
        public String code() {
            return "accounts/mail-too-many-codes";
        }

        @Override
        public String sentence() {
            return "確認コードを%d回まちがえたため、このコードは使えなくなりました。はじめからお手続きください。".formatted(most);
        }
    }
}
