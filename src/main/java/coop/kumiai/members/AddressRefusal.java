package coop.kumiai.members;

import coop.kumiai.kernel.PostalCode;
import coop.kumiai.kernel.Refusal;

/** Why an address is not taken, or not let go. */
public sealed interface AddressRefusal extends Refusal {
    /** Not seven digits. */
    record NoPostalCode(int digits) implements AddressRefusal {
        @Override
        public String code() {
            return "members/no-postal-code";
        }

        @Override
        public String sentence() {
            return "郵便番号は%d桁の数字で入れてください。".formatted(digits);
        }

        @Override
        public String field() {
            return "postalCode";
        }
    }

    /** No store delivers there (N-AREA-1, N-REG-1). */
    record OutsideArea(PostalCode postalCode, String where) implements AddressRefusal {
        @Override
        public String code() {
            return "members/outside-area";
        }

        @Override
        public String sentence() {
            return "〒%s %s は、いまお届けできる地域の外です。お勤め先など、別のご住所でもお確かめになれます。".formatted(postalCode, where);
        }

        @Override
        public String field() {
            return "postalCode";
        }
    }

    /** A member keeps at least one. */
    record LastOne() implements AddressRefusal {
        @Override
        public String code() {
            return "members/last-address";
        }

        @Override
        public String sentence() {
            return "お届け先は一つは要ります。別のお届け先を加えてから、取りやめてください。";
        }
    }

    /** As many as the policy allows. */
    record TooMany(int most) implements AddressRefusal {
        @Override
        public String code() {
            return "members/too-many-addresses";
        }

        @Override
        public String sentence() {
            return "お届け先は%d件までです。使わないものを取りやめてから、加えてください。".formatted(most);
        }
    }
}
