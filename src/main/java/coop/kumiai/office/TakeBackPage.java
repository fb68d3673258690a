package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.billing.BillingRefusal;
import coop.kumiai.billing.TakeBackOffer;
import coop.kumiai.billing.TakeBacks;
import coop.kumiai.billing.TakeBacks.Fate;
import coop.kumiai.kernel.Refused;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;

/**
 * 消込みの取消し at the desk: what a recorded payment has paid, and the press that takes it back. Reached
 * from a statement, or from a reversal of the bank that could not be matched by itself.
 */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/billing/receipts/{receipt}/take-back")
class TakeBackPage {
    private final TakeBacks takeBacks;
    private final Audit audit;
    private final Pages pages;

    TakeBackPage(TakeBacks takeBacks, Audit audit, Pages pages) {
        this.takeBacks = takeBacks;
        this.audit = audit;
        this.pages = pages;
    }

    @GetMapping
    View show(Visit visit, @PathVariable UUID receipt, @RequestParam Optional<UUID> reversal) {
        try {
            var offer = takeBacks.offer(visit.coopId(), receipt);
            var fate = reversal.map(it -> Fate.GONE);
            return page(visit, offer, new Typed(fate, reversal, ""), FormErrors.NONE);
        } catch (Refused done) {
            return SeeOther.at(visit.path("office/billing/receipts"));
        }
    }

    @PostMapping
    View takeBack(
            Visit visit,
            @PathVariable UUID receipt,
            @RequestParam Optional<Fate> fate,
            @RequestParam Optional<UUID> reversal,
            @RequestParam(defaultValue = "") String reason) {
        var coop = visit.coopId();
        var offer = takeBacks.offer(coop, receipt);
        try {
            var chosen = fate.orElseThrow(() -> Refused.because(new BillingRefusal.NoFate()));
            takeBacks.takeBack(coop, receipt, chosen, reversal, visit.account(), reason);
            return SeeOther.at(visit.path(after(offer, reversal)));
        } catch (Refused refused) {
            var typed = new Typed(fate, reversal, reason);
            return page(visit, offer, typed, FormErrors.of(refused.refusals()));
        }
    }

    /** Back to where it was pressed: the list that the reversal has left, or the statement. */
    private static String after(TakeBackOffer offer, Optional<UUID> reversal) {
        var first = offer.paid().getFirst();
        return reversal.isPresent()
                ? "office/billing/receipts"
                : "office/billing/statements/" + first.memberId() + "/" + first.closedOn();
    }

    private View page(Visit visit, TakeBackOffer offer, Typed typed, FormErrors errors) {
        var staff = visit.account();
        offer.paid()
                .forEach(
                        it ->
                                audit.note(
                                        visit.coopId(),
                                        staff,
                                        "billing.looked-at",
                                        it.memberId(),
                                        "消込みの取消し"));
        var all = new HashMap<String, Object>();
        all.put("sections", Workplace.sections(visit));
        all.put("offer", offer);
        all.put("fate", typed.fate().map(Fate::name).orElse(""));
        all.put("reversal", typed.reversal());
        all.put("reason", typed.reason());
        return pages.form(visit, "消込みの取消し", "office/billing/takeBack.jte", all, errors);
    }

    private record Typed(Optional<Fate> fate, Optional<UUID> reversal, String reason) {}
}
