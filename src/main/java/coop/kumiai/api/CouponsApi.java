package coop.kumiai.api;

import coop.kumiai.coupons.Claimed;
import coop.kumiai.coupons.Coupon;
import coop.kumiai.coupons.CouponTexts;
import coop.kumiai.coupons.Coupons;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.Carts;
import coop.kumiai.orders.Deliveries;
import coop.kumiai.web.Allow;
import coop.kumiai.web.SignedIn;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** クーポン (N-CPN-1): those of the store, and the one that the cart's order takes. */
@RestController
@RequestMapping("/api/v1/{coop}")
class CouponsApi {
    private final Coupons coupons;
    private final CouponTexts texts;
    private final CallingMember calling;
    private final Carts carts;
    private final Deliveries deliveries;

    CouponsApi(
            Coupons coupons,
            CouponTexts texts,
            CallingMember calling,
            Carts carts,
            Deliveries deliveries) {
        this.coupons = coupons;
        this.texts = texts;
        this.calling = calling;
        this.carts = carts;
        this.deliveries = deliveries;
    }

    /** The coupons of the member's store, or of the viewing store (N-CAT-3). */
    @GetMapping("/coupons")
    @Allow(Who.VISITOR)
    @Operation(summary = "The coupons of the store, the first to end first")
    List<CouponJson> coupons(Visit visit) {
        var coop = visit.coopId();
        var asking = visit.signedIn().filter(it -> !it.isStaff());
        var store = deliveries.place(coop, asking.map(SignedIn::accountId)).store().id();
        return asking.isEmpty()
                ? coupons.ofStore(coop, store).stream()
                        .map(it -> json(coop, new Claimed(it, Optional.empty())))
                        .toList()
                : coupons.ofMember(coop, calling.of(visit).memberId(), store).stream()
                        .map(it -> json(coop, it))
                        .toList();
    }

    /** Claims a coupon in the place of any other; the answer says what it takes off. */
    @PutMapping("/cart/coupon")
    @Allow(Who.MEMBER)
    @Operation(summary = "Claim a coupon for the cart's order")
    CartJson claimCoupon(Visit visit, @Valid @RequestBody CouponRequest wanted) {
        coupons.claim(visit.coopId(), calling.of(visit).memberId(), wanted.id());
        return CartJson.of(carts.view(visit.coopId(), visit.account()));
    }

    @DeleteMapping("/cart/coupon")
    @Allow(Who.MEMBER)
    @Operation(summary = "Take no coupon")
    CartJson takeCouponBack(Visit visit) {
        coupons.takeBack(visit.coopId(), calling.of(visit).memberId());
        return CartJson.of(carts.view(visit.coopId(), visit.account()));
    }

    private CouponJson json(CoopId coop, Claimed claimable) {
        Coupon coupon = claimable.coupon();
        var text = texts.of(coop, coupon);
        return new CouponJson(
                coupon.id(),
                coupon.title(),
                text.benefit(),
                text.conditions(),
                coupon.from(),
                coupon.until(),
                claimable.refusal().map(RefusalJson::of));
    }

    record CouponRequest(@NotNull UUID id) {}

    /**
     * @param benefit what it takes off, in words
     * @param refusal why the member cannot claim it
     */
    record CouponJson(
            UUID id,
            String title,
            String benefit,
            List<String> conditions,
            LocalDate from,
            LocalDate until,
            Optional<RefusalJson> refusal) {}
}
