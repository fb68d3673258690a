package coop.kumiai.membership;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Why a caller is not helped on the telephone (M-LOGIN-2). */
public sealed interface PhoneHelpRefusal extends Refusal {
    /** Callers were not who they said, too often. */
    record TooManyCallers(Instant until) implements PhoneHelpRefusal {
        @Override
        public String code() {
            return "membership/too-many-callers";
        }

        @Override
        public String sentence() {
            return "登録と一致しない確認が続いたため、%sまでお待ちください。それまでは何もお伝えせず、その後のお電話か、本人確認書類をお持ちの上でのご来店をご案内ください。"
                    .formatted(JapaneseDates.moment(roundedUp()));
        }

        @Override
        public String field() {
            return "birthDate";
        }

        private Instant roundedUp() {
            return until.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES);
        }
    }

    /** What a caller said is not what the register says (M-LOGIN-2); it never tells which. */
    record IdentityNotConfirmed() implements PhoneHelpRefusal {
        @Override
        public String code() {
            return "membership/identity-not-confirmed";
        }

        @Override
        public String sentence() {
            return "生年月日と電話番号の組み合わせが、登録と一致しません。何もお伝えせずに、もう一度お尋ねください。";
        }

        @Override
        public String field() {
            return "birthDate";
        }
    }

    /** Whoever has no My Page has nothing to sign in to. */
    record NoMyPageToHelp() implements PhoneHelpRefusal {
        @Override
        public String code() {
            return "membership/no-my-page-to-help";
        }

        @Override
        public String sentence() {
            return "この方はマイページに登録していません。登録のご案内をお送りください。";
        }
    }
}
