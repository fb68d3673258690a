package coop.kumiai.postal;

import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.PostalCode;
import coop.kumiai.kernel.Refusal;

import java.util.List;

/** What a typed postal code turned out to be. */
public sealed interface PostalCodeAnswer {

    /**
     * The code is known.
     *
     * @param towns one or more, which may lie in two prefectures
     */
    record Towns(PostalCode code, List<Town> towns) implements PostalCodeAnswer {
        public Towns {
            towns = List.copyOf(towns);
        }
    }

    /** The code leads nowhere: why, and what to do. */
    sealed interface Nowhere extends PostalCodeAnswer, Refusal {
        @Override
        default String field() {
            return "postalCode";
        }
    }

    /** Seven digits that Japan Post has given to nobody, or that are newer than the table. */
    record Unknown(PostalCode postalCode) implements Nowhere {
        @Override
        public String code() {
            return "postal/unknown";
        }

        @Override
        public String sentence() {
            return "郵便番号 %s は見つかりませんでした。番号をお確かめになるか、住所を直接ご入力ください。".formatted(postalCode);
        }
    }

    /** Not seven digits. */
    record Malformed(String typed) implements Nowhere {
        @Override
        public String code() {
            return "postal/malformed";
        }

        @Override
        public String sentence() {
            return "郵便番号は%d桁の数字で入れてください（例：%s）。%s"
                    .formatted(PostalCode.LENGTH, new PostalCode("1500001"), counted());
        }

        private String counted() {
            var digits =
                    JapaneseText.digits(typed)
                            .chars()
                            .filter(sign -> sign >= '0' && sign <= '9')
                            .count();
            return digits == 0 || digits == PostalCode.LENGTH ? "" : "いまは%d桁です。".formatted(digits);
        }
    }

    /** Written like a code of another country. */
    record Foreign(String typed) implements Nowhere {
        @Override
        public String code() {
            return "postal/foreign";
        }

        @Override
        public String sentence() {
            return "海外の郵便番号のようです。お届けは日本国内に限られますので、お届け先の%d桁の郵便番号を入れてください。"
                    .formatted(PostalCode.LENGTH);
        }
    }
}
