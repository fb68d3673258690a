package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.aftercare.CaredOrder;
import coop.kumiai.aftercare.GivenBack;
import coop.kumiai.aftercare.MadeGood;
import coop.kumiai.aftercare.Returns;
import coop.kumiai.fulfilment.ReturnTerms;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.Refused;
import coop.kumiai.payments.Payments;
import coop.kumiai.payments.Refund;
import coop.kumiai.payments.Refunds;
import coop.kumiai.policies.Policies;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
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

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** 返品・交換 at the counter: the goods of a delivery note, and what comes back of them (N-RET-1). */
@Controller
@NetShop
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/returns/{number}")
class ReturnPage {
    private final Returns returns;
    private final Refunds refunds;
    private final Policies policies;
    private final Audit audit;
    private final Pages pages;
    private final Clock clock;

    ReturnPage(
            Returns returns,
            Refunds refunds,
            Policies policies,
            Audit audit,
            Pages pages,
            Clock clock) {
        this.returns = returns;
        this.refunds = refunds;
        this.policies = policies;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    View show(Visit visit, @PathVariable String number) {
        var of = returns.open(visit.coopId(), Workplace.as(StaffRole.Kind.DESK, visit), number);
        var who = of.order().memberId();
        audit.noteLook(visit.coopId(), visit.account(), "return.looked-at", who, "返品の受付");
        return page(visit, of, Map.of(), FormErrors.NONE);
    }

    @PostMapping
    View takeBack(
            Visit visit,
            @PathVariable String number,
            @RequestParam UUID once,
            @RequestParam(defaultValue = "REFUND") Counter way,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> sent) {
        var staff = Workplace.as(StaffRole.Kind.DESK, visit);
        var pieces = LineCounts.of(sent, "line");
        try {
            returns.takeBack(
                    visit.coopId(), staff, new GivenBack(once, number, way.way, pieces, reason));
            return SeeOther.at(visit.path("office/returns/" + number));
        } catch (Refused refused) {
            var of = returns.open(visit.coopId(), staff, number);
            return page(visit, of, sent, FormErrors.of(refused.refusals()));
        }
    }

    /** What can be done over the counter. */
    enum Counter {
        REFUND(MadeGood.Way.REFUND),
        EXCHANGE(MadeGood.Way.EXCHANGE);

        private final MadeGood.Way way;

        Counter(MadeGood.Way way) {
            this.way = way;
        }
    }

    private View page(Visit visit, CaredOrder of, Map<String, String> sent, FormErrors errors) {
        var all = new HashMap<String, Object>();
        all.put("sections", Workplace.sections(visit));
        all.put("of", of);
        all.put("lastDay", returns.lastDay(visit.coopId(), of));
        all.put("terms", policies.today(visit.coopId(), ReturnTerms.class));
        all.put("refunds", refundsOf(visit, of));
        all.put("sent", sent);
        all.put("once", sent.getOrDefault("once", Ids.next(clock).toString()));
        return pages.form(
                visit, "返品・交換 " + of.note().number(), "office/aftercare/return.jte", all, errors);
    }

    /** By the id of what was made good. */
    private Map<UUID, Refund> refundsOf(Visit visit, CaredOrder of) {
        var byId = new HashMap<UUID, Refund>();
        refunds.of(visit.coopId(), Payments.order(of.order().id()))
                .forEach(it -> byId.put(it.refundId(), it));
        return byId;
    }
}
