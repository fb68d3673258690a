package coop.kumiai.shop.coupons;

import coop.kumiai.accounts.Errand;
import coop.kumiai.coupons.Claimed;
import coop.kumiai.coupons.Coupon;
import coop.kumiai.coupons.CouponRefusal;
import coop.kumiai.coupons.CouponTexts;
import coop.kumiai.coupons.Coupons;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.Cart;
import coop.kumiai.orders.CartCoupon;
import coop.kumiai.shop.CurrentCart;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.shop.Typed;
import coop.kumiai.shop.catalog.ProductCards;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * クーポン (N-CPN-1): the list with every condition in words, and the button that lets the next order
 * take one. A visitor sees those of the viewing store (N-CAT-3).
 */
@Controller
@WhileActing(Errand.ORDER)
class CouponsPage {
    private final Coupons coupons;
    private final CouponTexts texts;
    private final ProductCards cards;
    private final CurrentCart current;
    private final SignedInMember member;
    private final Pages pages;

    CouponsPage(
            Coupons coupons,
            CouponTexts texts,
            ProductCards cards,
            CurrentCart current,
            SignedInMember member,
            Pages pages) {
        this.coupons = coupons;
        this.texts = texts;
        this.cards = cards;
        this.current = current;
        this.member = member;
        this.pages = pages;
    }

    @GetMapping("/{coop}/coupons")
    @Allow(Who.VISITOR)
    View show(Visit visit) {
        return page(visit, FormErrors.NONE);
    }

    @PostMapping("/{coop}/coupons/{coupon}/claim")
    @Allow(Who.MEMBER)
    View claim(Visit visit, @PathVariable String coupon) {
        try {
            coupons.claim(visit.coopId(), member.of(visit).memberId(), Typed.id(coupon));
        } catch (Refused refused) {
            return page(visit, FormErrors.ofWhole(refused.refusals()));
        }
        return SeeOther.at(visit.path("coupons"));
    }

    @PostMapping("/{coop}/coupons/take-back")
    @Allow(Who.MEMBER)
    View takeBack(Visit visit) {
        coupons.takeBack(visit.coopId(), member.of(visit).memberId());
        return SeeOther.at(visit.path("coupons"));
    }

    private View page(Visit visit, FormErrors errors) {
        var place = cards.place(visit);
        var storeId = place.store().id();
        var isMember = visit.signedIn().filter(it -> !it.isStaff()).isPresent();
        var rows = isMember ? mine(visit, storeId) : anybodys(visit, storeId);
        return pages.form(
                visit,
                "クーポン",
                "shop/coupons/coupons.jte",
                Map.of(
                        "store",
                        place.store(),
                        "rows",
                        rows,
                        "missing",
                        missing(visit).orElse(""),
                        "cartIsEmpty",
                        current.of(visit).map(Cart::isEmpty).orElse(true)),
                errors);
    }

    private List<CouponRow> mine(Visit visit, String storeId) {
        var coop = visit.coopId();
        var id = member.of(visit).memberId();
        var claimed = coupons.claimed(coop, id).map(Claimed::coupon).map(Coupon::id);
        return coupons.ofMember(coop, id, storeId).stream()
                .map(it -> row(coop, it.coupon(), claimed, it.refusal()))
                .toList();
    }

    private List<CouponRow> anybodys(Visit visit, String storeId) {
        return coupons.ofStore(visit.coopId(), storeId).stream()
                .map(it -> row(visit.coopId(), it, Optional.empty(), Optional.empty()))
                .toList();
    }

    private CouponRow row(
            CoopId coop, Coupon coupon, Optional<UUID> claimed, Optional<CouponRefusal> refusal) {
        return new CouponRow(
                coupon.id(),
                coupon.title(),
                texts.of(coop, coupon),
                claimed.filter(coupon.id()::equals).isPresent(),
                refusal.map(CouponRefusal::sentence));
    }

    /** What the claimed coupon still waits for, in the cart as it is. */
    private Optional<String> missing(Visit visit) {
        return current.of(visit)
                .flatMap(Cart::coupon)
                .flatMap(CartCoupon::problem)
                .map(CouponRefusal::sentence);
    }
}
