package coop.kumiai.documents;

import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

/**
 * 印紙税 on receipts on paper. A consumer co-op's receipt to a member is no business paper and bears
 * none (印紙税法 第17号文書の非課税物件); to others it does from an amount on.
 *
 * @param membersExempt whether receipts to members are free of it
 * @param leastTaxed the least amount before tax that bears it
 * @param stamp what it then costs
 */
@PolicyName("documents.stamp-duty")
public record StampDuty(boolean membersExempt, Yen leastTaxed, Yen stamp) implements Policy {

    /** What a receipt says about it. */
    public enum Duty {
        /** The amount is too small. */
        TOO_SMALL(""),
        /** 組合員への領収書. */
        MEMBER("組合員への領収書のため、印紙税は非課税です。"),
        /** クレジットカード: no money was received. */
        CARD("クレジットカードでのお支払いのため、印紙は不要です。"),
        /** On paper it bears a stamp. */
        STAMP("");

        private final String words;

        Duty(String words) {
            this.words = words;
        }

        /** The sentence that is printed; empty where there is none. */
        public String words() {
            return words;
        }
    }

    /**
     * @param byCash whether money was received, and not a promise of a card company
     */
    Duty of(Yen exTax, boolean member, boolean byCash) {
        if (exTax.isLessThan(leastTaxed)) {
            return Duty.TOO_SMALL;
        }
        if (!byCash) {
            return Duty.CARD;
        }
        return member && membersExempt ? Duty.MEMBER : Duty.STAMP;
    }
}
