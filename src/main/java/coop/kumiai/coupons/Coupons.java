package coop.kumiai.coupons;

import coop.kumiai.coupons.CouponRules.Standing;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** クーポン as members see them: which there are, and which one the next order takes (N-CPN-1). */
@Service
public class Coupons {
    private final CouponStore store;
    private final Subscriptions subscriptions;
    private final Clock clock;

    Coupons(CouponStore store, Subscriptions subscriptions, Clock clock) {
        this.store = store;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /**
     * What a visitor sees of a store's coupons: none of those given to single members (N-CAT-3).
     */
    public List<Coupon> ofStore(CoopId coop, String storeId) {
        return store.valid(coop, today()).stream()
                .filter(it -> it.isGoodAt(storeId))
                .filter(it -> it.audience() != Coupon.Audience.GIVEN)
                .toList();
    }

    /**
     * What a member sees of a store's coupons, those that end first at the head. One that asks for
     * the newsletter stands there for everybody; what was used or is used up does not.
     */
    public List<Claimed> ofMember(CoopId coop, UUID member, String storeId) {
        return store.validFor(coop, member, today()).stream()
                .filter(it -> it.coupon().isGoodAt(storeId))
                .map(it -> claimed(coop, member, it))
                .filter(
                        it ->
                                it.refusal()
                                        .map(CouponRefusal.SubscribersOnly.class::isInstance)
                                        .orElse(true))
                .toList();
    }

    /** The coupon that the next order takes, as it stands now; empty when none is claimed. */
    public Optional<Claimed> claimed(CoopId coop, UUID member) {
        return store.claimed(coop, member).map(it -> claimed(coop, member, it));
    }

    /**
     * Claims a coupon for the next order, in the place of any other (N-CPN-1). A subscriber's
     * coupon is theirs from then on, whatever becomes of the subscription (N-CPN-3).
     *
     * @throws Refused when the member cannot use it
     * @throws NotFound when the co-op has no such coupon
     */
    @Transactional
    public Coupon claim(CoopId coop, UUID member, UUID couponId) {
        var held = store.held(coop, couponId, member).orElseThrow(() -> new NotFound("coupon"));
        var claimed = claimed(coop, member, held);
        Refused.unless(claimed.refusal().stream().toList());
        var now = clock.instant();
        if (held.coupon().audience() == Coupon.Audience.SUBSCRIBERS) {
            store.give(coop, couponId, member, Optional.empty(), "", now);
        }
        store.claim(coop, member, couponId, now);
        return held.coupon();
    }

    /** The next order takes none. */
    @Transactional
    public void takeBack(CoopId coop, UUID member) {
        store.takeBack(coop, member);
    }

    /**
     * A coupon with its terms, whatever became of it.
     *
     * @throws NotFound when the co-op has no such coupon
     */
    public Coupon get(CoopId coop, UUID couponId) {
        return store.find(coop, couponId).orElseThrow(() -> new NotFound("coupon"));
    }

    private Claimed claimed(CoopId coop, UUID member, CouponStore.Held held) {
        var standing = held.standing();
        var subscribes =
                held.coupon().audience() == Coupon.Audience.SUBSCRIBERS
                        && !standing.given()
                        && subscriptions.wantsNewsletter(coop, member);
        var now =
                new Standing(
                        standing.usesOfMember(),
                        standing.usesInAll(),
                        standing.given(),
                        subscribes);
        return new Claimed(held.coupon(), CouponRules.refusal(held.coupon(), now, today()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
