package coop.kumiai.coupons;

/** What came of holding a coupon against goods. */
public sealed interface Outcome {

    /** It takes something off. */
    record Applies(Discount discount) implements Outcome {}

    /** It takes nothing off yet; the sentence says what is missing. */
    record NotYet(CouponRefusal why) implements Outcome {}
}
