package coop.kumiai.shop.slots;

import coop.kumiai.accounts.Errand;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.Deliveries;
import coop.kumiai.orders.WaitingList;
import coop.kumiai.shop.CurrentCart;
import coop.kumiai.shop.Typed;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;

/** お届け先と便: address, day and slot, chosen before shopping (N-SLOT-1, N-AREA-2, N-FEE-1). */
@Controller
@Allow(Who.MEMBER)
@WhileActing(Errand.ORDER)
class SlotsPage {
    private final Deliveries deliveries;
    private final WaitingList waiting;
    private final SlotsView view;
    private final CurrentCart current;
    private final Pages pages;

    SlotsPage(
            Deliveries deliveries,
            WaitingList waiting,
            SlotsView view,
            CurrentCart current,
            Pages pages) {
        this.deliveries = deliveries;
        this.waiting = waiting;
        this.view = view;
        this.current = current;
        this.pages = pages;
    }

    @GetMapping("/{coop}/slots")
    View show(Visit visit) {
        return page(visit, FormErrors.NONE);
    }

    @PostMapping("/{coop}/slots")
    View choose(Visit visit, @RequestParam(defaultValue = "") String slot) {
        var address = deliveries.choice(visit.coopId(), visit.account());
        if (address.isEmpty()) {
            return page(visit, FormErrors.NONE);
        }
        try {
            var id = SlotsView.slot(slot);
            deliveries.choose(visit.coopId(), visit.account(), address.get().addressId(), id);
        } catch (Refused refused) {
            return page(visit, FormErrors.of(refused.refusals()));
        }
        return SeeOther.at(visit.path(current.ofMember(visit).isEmpty() ? "" : "cart"));
    }

    /** 空いたら知らせる: waits for a place of a full slot (X-SLOT-2). */
    @PostMapping("/{coop}/slots/wait")
    View waitFor(Visit visit, @RequestParam(defaultValue = "") String wait) {
        try {
            waiting.ask(visit.coopId(), visit.account(), SlotsView.slot(wait));
        } catch (Refused refused) {
            return page(visit, FormErrors.of(refused.refusals()));
        }
        return SeeOther.at(visit.path("slots"));
    }

    @PostMapping("/{coop}/slots/wait/stop")
    View waitNoMore(Visit visit, @RequestParam(defaultValue = "") String wait) {
        try {
            waiting.stop(visit.coopId(), visit.account(), SlotsView.slot(wait));
        } catch (Refused refused) {
            return page(visit, FormErrors.of(refused.refusals()));
        }
        return SeeOther.at(visit.path("slots"));
    }

    @PostMapping("/{coop}/slots/address")
    View chooseAddress(Visit visit, @RequestParam(defaultValue = "") String address) {
        try {
            deliveries.chooseAddress(visit.coopId(), visit.account(), Typed.id(address));
        } catch (Refused refused) {
            return page(visit, FormErrors.of(refused.refusals()));
        }
        return SeeOther.at(visit.path("slots"));
    }

    private View page(Visit visit, FormErrors errors) {
        return pages.form(
                visit, "お届け先と便", "shop/slots/slots.jte", Map.of("shown", view.of(visit)), errors);
    }
}
