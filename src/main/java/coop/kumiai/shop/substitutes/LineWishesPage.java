package coop.kumiai.shop.substitutes;

import coop.kumiai.accounts.Errand;
import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.CartLine;
import coop.kumiai.orders.Carts;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.shop.Typed;
import coop.kumiai.substitution.LineWish;
import coop.kumiai.substitution.LineWish.Kind;
import coop.kumiai.substitution.LineWishes;
import coop.kumiai.substitution.SubstitutionRefusal;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 商品ごとの品切れのときのご希望 (X-PICK-1): for each product of the cart, or as the order says. */
@Controller
@Allow(Who.MEMBER)
@WhileActing(Errand.ORDER)
@RequestMapping("/{coop}/cart/substitutes")
class LineWishesPage {
    private final Carts carts;
    private final LineWishes wishes;
    private final SignedInMember signedIn;
    private final Pages pages;

    LineWishesPage(Carts carts, LineWishes wishes, SignedInMember signedIn, Pages pages) {
        this.carts = carts;
        this.wishes = wishes;
        this.signedIn = signedIn;
        this.pages = pages;
    }

    @GetMapping
    View show(Visit visit) {
        return page(visit, typed(visit), FormErrors.NONE);
    }

    @PostMapping
    View choose(Visit visit, @RequestParam Map<String, String> sent) {
        var refusals = new ArrayList<SubstitutionRefusal>();
        var chosen = new HashMap<Jan, LineWish>();
        for (var line : lines(visit)) {
            var jan = line.product().jan();
            try {
                wish(jan, sent).ifPresent(it -> chosen.put(jan, it));
            } catch (NumberFormatException none) {
                refusals.add(new SubstitutionRefusal.NoAmount("most-" + jan));
            }
        }
        if (!refusals.isEmpty()) {
            return page(visit, sent, FormErrors.of(refusals));
        }
        wishes.choose(visit.coopId(), signedIn.of(visit).memberId(), chosen);
        return SeeOther.at(visit.path("cart"));
    }

    private static Optional<LineWish> wish(Jan jan, Map<String, String> sent) {
        return kind(sent.getOrDefault("wish-" + jan, ""))
                .map(
                        kind ->
                                kind == Kind.UP_TO
                                        ? LineWish.upTo(
                                                amount(sent.getOrDefault("most-" + jan, "")))
                                        : LineWish.of(kind));
    }

    private static Yen amount(String typed) {
        return Yen.of(
                Typed.number(typed.replaceAll("[,，円]", "")).stream()
                        .filter(it -> it > 0)
                        .findFirst()
                        .orElseThrow(NumberFormatException::new));
    }

    private static Optional<Kind> kind(String code) {
        for (var kind : Kind.values()) {
            if (kind.name().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** What was chosen before, as the form has it. */
    private Map<String, String> typed(Visit visit) {
        var typed = new HashMap<String, String>();
        wishes.ofCart(visit.coopId(), signedIn.of(visit).memberId())
                .forEach(
                        (jan, wish) -> {
                            typed.put("wish-" + jan, wish.kind().name());
                            wish.upTo()
                                    .ifPresent(
                                            it ->
                                                    typed.put(
                                                            "most-" + jan,
                                                            Long.toString(it.amount())));
                        });
        return typed;
    }

    private List<CartLine> lines(Visit visit) {
        return carts.view(visit.coopId(), visit.account()).lines();
    }

    private View page(Visit visit, Map<String, String> typed, FormErrors errors) {
        return pages.form(
                visit,
                "品切れのときのご希望",
                "shop/substitutes/wishes.jte",
                Map.of("lines", lines(visit), "typed", typed),
                errors);
    }
}
