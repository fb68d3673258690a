package coop.kumiai.membership;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refusal;

import java.time.Duration;

/** Why an address does not lead to the registration of My Page, each with its number (U-SIGN-2). */
public sealed interface SignUpRefusal extends Refusal {
    /** By which people ask at the desk. */
    int number();

    /** What is so, and what to do next. */
    String words();

    @Override
    default String sentence() {
        return "番号%d：%s".formatted(number(), words());
    }

    @Override
    default String field() {
        return "email";
    }

    record NoSuchRegistration() implements SignUpRefusal {
        @Override
        public int number() {
            return 9130;
        }

        @Override
        public String code() {
            return "membership/no-such-registration";
        }

        @Override
        public String words() {
            return "このメールアドレスは、生協に登録されていません。加入のときのメールアドレスをお確かめになるか、窓口でご登録ください。";
        }
    }

    record Busy(Duration left) implements SignUpRefusal {
        @Override
        public int number() {
            return 9140;
        }

        @Override
        public String code() {
            return "membership/sign-up-busy";
        }

        @Override
        public String words() {
            return "続けてお試しになったため、お調べできません。あと%sで、もう一度お試しください。"
                    .formatted(JapaneseDates.duration(left));
        }
    }

    record AlreadyRegistered() implements SignUpRefusal {
        @Override
        public int number() {
            return 9150;
        }

        @Override
        public String code() {
            return "membership/signed-up-already";
        }

        @Override
        public String words() {
            return "マイページのご登録は済んでいます。このままログインしてください。パスワードをお忘れのときは、ログインの画面から決め直せます。";
        }
    }

    record SeveralMatch() implements SignUpRefusal {
        @Override
        public int number() {
            return 9160;
        }

        @Override
        public String code() {
            return "membership/several-match";
        }

        @Override
        public String words() {
            return "このメールアドレスの方が、お二人以上いらっしゃいます。どの組合員番号で登録なさるかを、窓口にお申し出ください。";
        }
    }
}
