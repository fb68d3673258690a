package coop.kumiai.coupons;

import coop.kumiai.accounts.Audit;
import coop.kumiai.catalog.Catalog;
import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Product;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Member;
import coop.kumiai.members.MemberCode;
import coop.kumiai.members.Members;
import coop.kumiai.stores.Stores;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Coupons as staff see them: make one, stop it, give it to a member; each with a reason. */
@Service
public class CouponDesk {
    private final CouponStore store;
    private final UseStore uses;
    private final Catalog catalog;
    private final Stores stores;
    private final Members members;
    private final Audit audit;
    private final Clock clock;

    CouponDesk(
            CouponStore store,
            UseStore uses,
            Catalog catalog,
            Stores stores,
            Members members,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.uses = uses;
        this.catalog = catalog;
        this.stores = stores;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /** Coupons with their uses, the latest first, behind the given one. */
    public List<MadeCoupon> latest(CoopId coop, Optional<UUID> after, int most) {
        var coupons = store.latest(coop, after, most);
        var counts = uses.count(coop, coupons.stream().map(Coupon::id).toList());
        return coupons.stream()
                .map(it -> new MadeCoupon(it, counts.getOrDefault(it.id(), 0)))
                .toList();
    }

    /**
     * @throws NotFound when the co-op has no such coupon
     */
    public MadeCoupon get(CoopId coop, UUID couponId) {
        var coupon = find(coop, couponId);
        return new MadeCoupon(
                coupon, uses.count(coop, List.of(couponId)).getOrDefault(couponId, 0));
    }

    /**
     * Makes a coupon, whose terms never change from then on.
     *
     * @return its id
     * @throws Refused with everything that does not fit
     * @throws NotFound when the co-op has no such store or category
     */
    @Transactional
    public UUID make(CoopId coop, NewCoupon wanted, UUID staff, String typedReason) {
        wanted.stores().forEach(it -> stores.get(coop, it));
        wanted.benefit().target().categories().forEach(it -> catalog.category(coop, it));
        var refusals = new ArrayList<Refusal>(DeskRules.making(wanted, LocalDate.now(clock)));
        refusals.addAll(unknown(coop, wanted));
        Refused.unless(refusals);
        var reason = reason(coop, "reason", typedReason);
        var coupon = wanted.as(Ids.next(clock));
        store.insert(coop, coupon, staff, clock.instant());
        audit.note(coop, staff, "coupon.made", coupon.id(), reason);
        return coupon.id();
    }

    /**
     * Nobody can claim or use it from now on; orders that have taken it keep it.
     *
     * @throws Refused without a reason, or when it was stopped before
     */
    @Transactional
    public void stop(CoopId coop, UUID couponId, UUID staff, String typedReason) {
        var coupon = find(coop, couponId);
        var reason = reason(coop, "why", typedReason);
        if (!store.stop(coop, couponId, staff, reason, clock.instant())) {
            throw Refused.because(new DeskRefusal.IsStopped(coupon.title()));
        }
        audit.note(coop, staff, "coupon.stopped", couponId, reason);
    }

    /**
     * Gives it to a member, who finds it in the list from then on.
     *
     * @throws Refused without a reason, when everybody or the member has it, and when it is over:
     *     an expired coupon is never given again (N-CPN-3)
     */
    @Transactional
    public Member give(CoopId coop, UUID couponId, String code, UUID staff, String typedReason) {
        var coupon = find(coop, couponId);
        Refused.unless(closed(coupon).stream().toList());
        var member =
                MemberCode.parse(code)
                        .flatMap(it -> members.byCode(coop, it))
                        .orElseThrow(() -> Refused.because(new DeskRefusal.NoSuchMember()));
        var reason = reason(coop, "reason", typedReason);
        var now = clock.instant();
        if (!store.give(coop, couponId, member.memberId(), Optional.of(staff), reason, now)) {
            throw Refused.because(new DeskRefusal.IsGiven(coupon.title()));
        }
        audit.note(coop, staff, "coupon.given", member.memberId(), coupon.title() + "　" + reason);
        return member;
    }

    private Optional<Refusal> closed(Coupon coupon) {
        if (coupon.audience() == Coupon.Audience.ALL) {
            return Optional.of(new DeskRefusal.IsForAll(coupon.title()));
        }
        if (coupon.stopped()) {
            return Optional.of(new DeskRefusal.IsStopped(coupon.title()));
        }
        return coupon.hasEnded(LocalDate.now(clock))
                ? Optional.of(new CouponRefusal.Expired(coupon.title(), coupon.until()))
                : Optional.empty();
    }

    private List<DeskRefusal> unknown(CoopId coop, NewCoupon wanted) {
        var products = wanted.benefit().target().products();
        var known =
                catalog.products(coop, products).stream()
                        .map(Product::jan)
                        .collect(Collectors.toSet());
        return products.stream()
                .filter(it -> !known.contains(it))
                .map(Jan::digits)
                .sorted()
                .<DeskRefusal>map(DeskRefusal.NoSuchProduct::new)
                .toList();
    }

    private String reason(CoopId coop, String field, String typed) {
        return audit.reason(coop, typed, new DeskRefusal.NoReason(field));
    }

    private Coupon find(CoopId coop, UUID couponId) {
        return store.find(coop, couponId).orElseThrow(() -> new NotFound("coupon"));
    }
}
