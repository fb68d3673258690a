package coop.kumiai.accounts;

import coop.kumiai.kernel.Refusal;

/** Why an account of staff was not changed. */
public sealed interface StaffRefusal extends Refusal {
    /** Nobody widens their own rights, or ends themselves. */
    record Yourself() implements StaffRefusal {
        @Override
        public String code() {
            return "accounts/staff-yourself";
        }

        @Override
        public String sentence() {
            return "ご自分のアカウントは、ほかの責任者が変えます。";
        }
    }

    /** The role, or the account, belongs to a store of another manager. */
    record OfAnotherStore() implements StaffRefusal {
        @Override
        public String code() {
            return "accounts/staff-of-another-store";
        }

        @Override
        public String sentence() {
            return "ほかのお店の役割を持つ職員です。受け持ちのお店の役割だけを変えられます。";
        }
    }

    /** Staff without a role would be nobody. */
    record LastRole() implements StaffRefusal {
        @Override
        public String code() {
            return "accounts/staff-last-role";
        }

        @Override
        public String sentence() {
            return "役割が一つだけの職員です。役割を外すかわりに、アカウントを終えてください。";
        }
    }

    /** A change without a word why. */
    record NoReason() implements StaffRefusal {
        @Override
        public String code() {
            return "accounts/staff-no-reason";
        }

        @Override
        public String sentence() {
            return "理由を書いてください。だれがいつ、なぜ変えたかを記録します。";
        }

        @Override
        public String field() {
            return "reason";
        }
    }
}
