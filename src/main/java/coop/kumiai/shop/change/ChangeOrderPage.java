package coop.kumiai.shop.change;

import coop.kumiai.accounts.Errand;
import coop.kumiai.amendments.Amendments;
import coop.kumiai.amendments.Proposal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.payments.PaymentWays;
import coop.kumiai.policies.Policies;
import coop.kumiai.shop.Typed;
import coop.kumiai.shop.slots.SlotsView;
import coop.kumiai.stores.Stores;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.UUID;

/** 注文変更: the goods and the slot of an order, until its cutoff (N-ORD-6, N-ORD-8, X-ORD-2). */
@Controller
@Allow(Who.MEMBER)
@WhileActing(Errand.ORDER)
class ChangeOrderPage {
    private final Amendments amendments;
    private final Stores stores;
    private final SlotsView slots;
    private final Policies policies;
    private final Pages pages;

    ChangeOrderPage(
            Amendments amendments, Stores stores, SlotsView slots, Policies policies, Pages pages) {
        this.amendments = amendments;
        this.stores = stores;
        this.slots = slots;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping("/{coop}/orders/{order}/change")
    View show(Visit visit, @PathVariable String order) {
        return page(visit, shown(visit, order), FormErrors.NONE);
    }

    @PostMapping("/{coop}/orders/{order}/change")
    View goods(Visit visit, @PathVariable String order, @RequestParam Map<String, String> sent) {
        var before = shown(visit, order);
        try {
            var wanted = ChangeForm.goods(before, sent);
            amendments.change(visit.coopId(), visit.account(), before.order().id(), wanted);
        } catch (Refused refused) {
            return page(visit, before, FormErrors.ofWhole(refused.refusals()));
        }
        return SeeOther.at(visit.path("orders/" + before.order().id() + "/change/confirm"));
    }

    @PostMapping("/{coop}/orders/{order}/change/slot")
    View slot(
            Visit visit, @PathVariable String order, @RequestParam(defaultValue = "") String slot) {
        var before = shown(visit, order);
        try {
            var wanted = ChangeForm.slot(before, SlotsView.slot(slot));
            amendments.change(visit.coopId(), visit.account(), before.order().id(), wanted);
        } catch (Refused refused) {
            return page(visit, before, FormErrors.ofWhole(refused.refusals()));
        }
        return SeeOther.at(visit.path("orders/" + before.order().id() + "/change/confirm"));
    }

    @PostMapping("/{coop}/orders/{order}/change/cart")
    View cart(Visit visit, @PathVariable String order) {
        var id = Typed.id(order);
        try {
            amendments.addCart(visit.coopId(), visit.account(), id);
        } catch (Refused refused) {
            return page(visit, shown(visit, order), FormErrors.ofWhole(refused.refusals()));
        }
        return SeeOther.at(visit.path("orders/" + id + "/change/confirm"));
    }

    @PostMapping("/{coop}/orders/{order}/change/discard")
    View discard(Visit visit, @PathVariable String order) {
        var id = Typed.id(order);
        amendments.discard(visit.coopId(), visit.account(), id);
        return SeeOther.at(visit.path("orders/" + id));
    }

    @GetMapping("/{coop}/orders/{order}/change/confirm")
    View ask(Visit visit, @PathVariable String order) {
        return confirmation(visit, shown(visit, order), FormErrors.NONE);
    }

    @PostMapping("/{coop}/orders/{order}/change/confirm")
    View accept(
            Visit visit,
            @PathVariable String order,
            @RequestParam(defaultValue = "") String draft,
            @RequestParam(defaultValue = "") String revision) {
        var id = Typed.id(order);
        try {
            accept(visit, id, Typed.id(draft), revision);
        } catch (Refused refused) {
            return confirmation(visit, shown(visit, order), FormErrors.ofWhole(refused.refusals()));
        }
        return SeeOther.at(visit.path("orders/" + id + "/change/done"));
    }

    private void accept(Visit visit, UUID id, UUID draft, String revision) {
        var coop = visit.coopId();
        visit.acting()
                .ifPresentOrElse(
                        it -> amendments.acceptFor(coop, visit.account(), it, id, draft, revision),
                        () -> amendments.accept(coop, visit.account(), id, draft, revision));
    }

    @GetMapping("/{coop}/orders/{order}/change/done")
    View done(Visit visit, @PathVariable String order) {
        return pages.page(
                visit,
                "ご注文を変更しました",
                "shop/change/done.jte",
                Map.of("order", shown(visit, order).order()));
    }

    private View page(Visit visit, Proposal proposal, FormErrors errors) {
        var order = proposal.order();
        return pages.form(
                visit,
                "ご注文の変更",
                "shop/change/change.jte",
                Map.of(
                        "shown",
                        shown(visit, proposal),
                        "store",
                        stores.get(visit.coopId(), order.slot().storeId()),
                        "table",
                        slots.table(
                                visit,
                                order.slot().storeId(),
                                visit.path("orders/" + order.id() + "/change/slot"),
                                proposal.slot())),
                errors);
    }

    private View confirmation(Visit visit, Proposal proposal, FormErrors errors) {
        return pages.form(
                visit,
                "変更内容の確認",
                "shop/change/confirm.jte",
                Map.of(
                        "shown",
                        shown(visit, proposal),
                        "problems",
                        FormErrors.of(proposal.problems())),
                errors);
    }

    private ChangeShown shown(Visit visit, Proposal proposal) {
        return new ChangeShown(proposal, policies.today(visit.coopId(), PaymentWays.class).card());
    }

    private Proposal shown(Visit visit, String order) {
        return amendments.view(visit.coopId(), visit.account(), Typed.id(order));
    }
}
