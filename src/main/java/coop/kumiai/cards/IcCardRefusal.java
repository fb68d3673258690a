package coop.kumiai.cards;

import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

/** Why an IC card is not issued, changed or taken. */
public sealed interface IcCardRefusal extends Refusal {
    record BadIdm(int signs) implements IcCardRefusal {
        @Override
        public String code() {
            return "cards/bad-idm";
        }

        @Override
        public String sentence() {
            return "カードの番号（IDm）は、0〜9とA〜Fの%d桁です。カードリーダーで読み取り直してください。".formatted(signs);
        }

        @Override
        public String field() {
            return "idm";
        }
    }

    record IdmTaken() implements IcCardRefusal {
        @Override
        public String code() {
            return "cards/idm-taken";
        }

        @Override
        public String sentence() {
            return "このカードは、もう登録されています。別のカードをお使いいただくか、前の登録を終えてから登録してください。";
        }

        @Override
        public String field() {
            return "idm";
        }
    }

    record TooManyCards(int most) implements IcCardRefusal {
        @Override
        public String code() {
            return "cards/too-many-ic-cards";
        }

        @Override
        public String sentence() {
            return "お一人で使えるICカードは%d枚までです。使わないカードの使用を終えてから登録してください。".formatted(most);
        }

        @Override
        public String field() {
            return "idm";
        }
    }

    record NoCardName(int most) implements IcCardRefusal {
        @Override
        public String code() {
            return "cards/no-ic-card-name";
        }

        @Override
        public String sentence() {
            return "カードの呼び名を%d文字までで入れてください。例：学生証".formatted(most);
        }

        @Override
        public String field() {
            return "name";
        }
    }

    record NoPapers() implements IcCardRefusal {
        @Override
        public String code() {
            return "cards/no-papers";
        }

        @Override
        public String sentence() {
            return "確かめた本人確認書類を選んでください。書類を確かめずに再発行はできません。";
        }

        @Override
        public String field() {
            return "papers";
        }
    }

    /** The fee was another when the form was opened. */
    record OtherFee(Yen fee) implements IcCardRefusal {
        @Override
        public String code() {
            return "cards/other-fee";
        }

        @Override
        public String sentence() {
            return "再発行の手数料は%sです。金額をお伝えし、受け取ってから、もう一度押してください。".formatted(fee);
        }

        @Override
        public String field() {
            return "fee";
        }
    }

    record NoIcReason() implements IcCardRefusal {
        @Override
        public String code() {
            return "cards/no-ic-card-reason";
        }

        @Override
        public String sentence() {
            return "理由を書いてください。監査の記録に残り、ご本人も見られます。";
        }

        @Override
        public String field() {
            return "why";
        }
    }

    /** Something else has happened to it meanwhile. */
    record NotNow(IcCard.State state) implements IcCardRefusal {
        @Override
        public String code() {
            return "cards/ic-card-not-now";
        }

        @Override
        public String sentence() {
            return "このカードはいま「%s」です。画面を開き直してお確かめください。".formatted(state.label());
        }

        @Override
        public String field() {
            return "card";
        }
    }

    record SuspendedByStaff() implements IcCardRefusal {
        @Override
        public String code() {
            return "cards/ic-card-suspended-by-staff";
        }

        @Override
        public String sentence() {
            return "このカードは窓口で止めています。再開は、本人確認書類をお持ちのうえ窓口にお申し出ください。";
        }
    }

    record UnknownCard() implements IcCardRefusal {
        @Override
        public String code() {
            return "cards/unknown-ic-card";
        }

        @Override
        public String sentence() {
            return "このカードは電子マネーに登録されていません。サービスカウンターで登録すると使えます。";
        }

        @Override
        public String field() {
            return "card";
        }
    }

    /** The till learns no more, and neither does who holds the card. */
    record CardSuspended() implements IcCardRefusal {
        @Override
        public String code() {
            return "cards/ic-card-suspended";
        }

        @Override
        public String sentence() {
            return "このカードは利用を止めています。残高とポイントはそのままです。ご本人の方は、マイページか窓口で再開できます。";
        }

        @Override
        public String field() {
            return "card";
        }
    }

    record AboveCardPayment(Yen most, Yen asked) implements IcCardRefusal {
        @Override
        public String code() {
            return "cards/above-card-payment";
        }

        @Override
        public String sentence() {
            return "ICカードで一度に払えるのは%sまでです（今回%s）。スマートフォンのコードなら、その上限なしにお使いになれます。"
                    .formatted(most, asked);
        }

        @Override
        public String field() {
            return "amount";
        }
    }

    record AboveCardDay(Yen most, Yen left) implements IcCardRefusal {
        @Override
        public String code() {
            return "cards/above-card-day";
        }

        @Override
        public String sentence() {
            return "ICカードで一日に払えるのは%sまでで、きょうはあと%sです。スマートフォンのコードなら、その上限なしにお使いになれます。"
                    .formatted(most, left);
        }

        @Override
        public String field() {
            return "amount";
        }
    }
}
