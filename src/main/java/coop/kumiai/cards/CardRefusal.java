package coop.kumiai.cards;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;

import java.time.Duration;
import java.time.LocalDate;

/** Why there is no card, or why its code was not taken. */
public sealed interface CardRefusal extends Refusal {
    /** The card needs a registered My Page (M-CARD-1). */
    record NoMyPage() implements CardRefusal {
        @Override
        public String code() {
            return "cards/no-my-page";
        }

        @Override
        public String sentence() {
            return "デジタル組合員証は、マイページに登録している方がお使いになれます。";
        }
    }

    /** My Page, and with it the card, opens later (M-USE-2). */
    record OpensLater(LocalDate day) implements CardRefusal {
        @Override
        public String code() {
            return "cards/opens-later";
        }

        @Override
        public String sentence() {
            return "デジタル組合員証は、マイページとともに%sからお使いになれます。".formatted(JapaneseDates.day(day));
        }
    }

    /** Ended with My Page (M-LEAVE-1). */
    record EndedWithMyPage() implements CardRefusal {
        @Override
        public String code() {
            return "cards/ended-with-my-page";
        }

        @Override
        public String sentence() {
            return "この組合員証は、マイページとともに終了しています。組合員価格ではご利用いただけません。";
        }
    }

    /** Whoever has not joined yet has no member code to show (M-USE-1). */
    record NotJoinedYet() implements CardRefusal {
        @Override
        public String code() {
            return "cards/not-joined-yet";
        }

        @Override
        public String sentence() {
            return "デジタル組合員証は、加入のお手続きが済んでからお使いになれます。";
        }
    }

    /** What was read is no code of a card. */
    record NoCode() implements CardRefusal {
        @Override
        public String code() {
            return "cards/no-code";
        }

        @Override
        public String sentence() {
            return "登録されている組合員証ではありません。デジタル組合員証はQRコードを、紙やラミネートの組合員証は番号をお確かめのうえ、もう一度読み取ってください。";
        }

        @Override
        public String field() {
            return "code";
        }
    }

    /** A card of another co-op. */
    record OfAnotherCoop() implements CardRefusal {
        @Override
        public String code() {
            return "cards/another-coop";
        }

        @Override
        public String sentence() {
            return "ほかの生協の組合員証です。この生協の組合員証をお見せいただいてください。";
        }
    }

    /** Unknown here, or replaced by a new one. */
    record Ended() implements CardRefusal {
        @Override
        public String code() {
            return "cards/ended";
        }

        @Override
        public String sentence() {
            return "この組合員証は使われていません。作り直したものがあれば、マイページで開いてお見せいただいてください。";
        }
    }

    /**
     * Too old, or made up.
     *
     * @param valid how long a code stands
     */
    record Expired(Duration valid) implements CardRefusal {
        @Override
        public String code() {
            return "cards/expired";
        }

        @Override
        public String sentence() {
            return "コードの期限が切れています。コードは%sごとに変わります。画面のコードを新しくして、もう一度読み取ってください。"
                    .formatted(JapaneseDates.duration(valid));
        }
    }

    /**
     * Taken before: a code counts once.
     *
     * @param valid after which the next one stands
     */
    record AlreadyTaken(Duration valid) implements CardRefusal {
        @Override
        public String code() {
            return "cards/already-taken";
        }

        @Override
        public String sentence() {
            return "このコードはもう使われています。コードは1回だけ使えます。%sほどで変わる次のコードを読み取ってください。"
                    .formatted(JapaneseDates.duration(valid));
        }
    }

    /**
     * A till that asks too often.
     *
     * @param most codes in a minute
     */
    record TooMany(int most) implements CardRefusal {
        @Override
        public String code() {
            return "cards/too-many";
        }

        @Override
        public String sentence() {
            return "この端末での確認が続いたため（1分に%d回まで）、少しお待ちいただきます。1分ほどたってからもう一度お試しください。".formatted(most);
        }
    }
}
