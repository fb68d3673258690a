package coop.kumiai.members;

import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Yen;

/** Why what a person says of themselves is not taken. */
public sealed interface MemberRefusal extends Refusal {
    /** Nothing was filled in. */
    record Missing(String field, String what) implements MemberRefusal {
        @Override
        public String code() {
            return "members/missing";
        }

        @Override
        public String sentence() {
            return what + "を入れてください。";
        }
    }

    /** More than there is room for. */
    record TooLong(String field, String what, int most, int actual) implements MemberRefusal {
        @Override
        public String code() {
            return "members/too-long";
        }

        @Override
        public String sentence() {
            return "%sは%d文字まででお願いします。いまは%,d文字です。".formatted(what, most, actual);
        }
    }

    /** A reading with other signs than kana. */
    record NotKana(String field, String what) implements MemberRefusal {
        @Override
        public String code() {
            return "members/not-kana";
        }

        @Override
        public String sentence() {
            return what + "は、ひらがなかカタカナで入れてください。";
        }
    }

    /** Not a Japanese phone number. */
    record NoPhoneNumber(String field) implements MemberRefusal {
        @Override
        public String code() {
            return "members/no-phone-number";
        }

        @Override
        public String sentence() {
            return "電話番号は、0から始まる10桁か11桁の数字で入れてください。";
        }
    }

    /** No such day. */
    record NoBirthDate() implements MemberRefusal {
        @Override
        public String code() {
            return "members/no-birth-date";
        }

        @Override
        public String sentence() {
            return "生年月日をお確かめください。「昭和46年4月1日」「1971年4月1日」「19710401」のように入れてください。";
        }

        @Override
        public String field() {
            return "birthDate";
        }
    }

    /** None of the ways of joining, or one that this co-op does not offer. */
    record NoJoining() implements MemberRefusal {
        @Override
        public String code() {
            return "members/no-joining";
        }

        @Override
        public String sentence() {
            return "加入の方法を一つお選びください。";
        }

        @Override
        public String field() {
            return "joining";
        }
    }

    /** Neither a member code nor the number of a card. */
    record NoMemberCode(int digits) implements MemberRefusal {
        @Override
        public String code() {
            return "members/no-member-code";
        }

        @Override
        public String sentence() {
            return "組合員コードは%d桁の数字です。ポイントカードの番号をそのまま入れることもできます。".formatted(digits);
        }

        @Override
        public String field() {
            return "memberCode";
        }
    }

    /** Share capital is collected once, and exactly what is due. */
    record ShareNotDue(Yen amount) implements MemberRefusal {
        @Override
        public String code() {
            return "members/share-not-due";
        }

        @Override
        public String sentence() {
            return "出資金%sは、いまお預かりするものではありません。もうお預かり済みでないか、お確かめください。".formatted(amount);
        }
    }
}
