package coop.kumiai.cards;

import coop.kumiai.kernel.Refusal;

/** Why an older card gives no member price, or is not recorded so (U-CARD-1). */
public sealed interface OlderCardRefusal extends Refusal {
    /** The co-op takes digital cards only. */
    record NoLongerTaken() implements OlderCardRefusal {
        @Override
        public String code() {
            return "cards/older-no-longer-taken";
        }

        @Override
        public String sentence() {
            return "紙やラミネートの組合員証の取り扱いは終わりました。デジタル組合員証をお見せいただいてください。";
        }
    }

    /** Somebody said that it was lost. */
    record Lost() implements OlderCardRefusal {
        @Override
        public String code() {
            return "cards/older-lost";
        }

        @Override
        public String sentence() {
            return "紛失の届けが出ている組合員証です。組合員価格ではご利用いただけません。サービスカウンターにご案内ください。";
        }
    }

    /** There is a newer one. */
    record Replaced() implements OlderCardRefusal {
        @Override
        public String code() {
            return "cards/older-replaced";
        }

        @Override
        public String sentence() {
            return "新しいものに取り替えた組合員証です。新しい組合員証をお見せいただいてください。";
        }
    }

    /** Given back, or its bearer has left the co-op. */
    record OutOfUse() implements OlderCardRefusal {
        @Override
        public String code() {
            return "cards/older-ended";
        }

        @Override
        public String sentence() {
            return "使用を終えた組合員証です。組合員価格ではご利用いただけません。サービスカウンターにご案内ください。";
        }
    }

    /** Nobody's number. */
    record BadNumber(int least, int most) implements OlderCardRefusal {
        @Override
        public String code() {
            return "cards/older-number";
        }

        @Override
        public String sentence() {
            return "番号は、カードにある数字と英字を%d文字から%d文字で入れてください。".formatted(least, most);
        }

        @Override
        public String field() {
            return "number";
        }
    }

    /** Some card has it already. */
    record NumberTaken(String number) implements OlderCardRefusal {
        @Override
        public String code() {
            return "cards/older-number-taken";
        }

        @Override
        public String sentence() {
            return "番号%sの組合員証は、もう記録されています。カードの番号をお確かめください。".formatted(number);
        }

        @Override
        public String field() {
            return "number";
        }
    }

    /** No day, or one to come. */
    record BadIssueDay() implements OlderCardRefusal {
        @Override
        public String code() {
            return "cards/older-issue-day";
        }

        @Override
        public String sentence() {
            return "発行日は、きょうまでの日付で入れてください（例：2015/4/1、平成27年4月1日）。";
        }

        @Override
        public String field() {
            return "issuedOn";
        }
    }

    /** Every change says why. */
    record NoReason() implements OlderCardRefusal {
        @Override
        public String code() {
            return "cards/older-without-reason";
        }

        @Override
        public String sentence() {
            return "理由を書いてください。だれがいつ、なぜ変えたかを記録します。";
        }

        @Override
        public String field() {
            return "why";
        }
    }

    /** It was ended before. */
    record NotInUse(OlderCard.State state) implements OlderCardRefusal {
        @Override
        public String code() {
            return "cards/older-not-in-use";
        }

        @Override
        public String sentence() {
            return "この組合員証は、もう「%s」になっています。画面を開き直してお確かめください。".formatted(state.label());
        }
    }
}
