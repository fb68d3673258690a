package coop.kumiai.coupons;

import coop.kumiai.kernel.CoopId;

import java.util.UUID;

/** Who gets the newsletter (メールマガジン), as the profile says (N-CPN-3). */
public interface Subscriptions {
    boolean wantsNewsletter(CoopId coop, UUID memberId);
}
