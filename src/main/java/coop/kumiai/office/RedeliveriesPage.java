package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.aftercare.MadeGood;
import coop.kumiai.aftercare.Troubles;
import coop.kumiai.fulfilment.AgeCheck;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.AlcoholTerms;
import coop.kumiai.orders.Orders;
import coop.kumiai.policies.Policies;
import coop.kumiai.web.Allow;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** お届け直し: what the van takes along without a fee (N-RET-2), and that it was handed over. */
@Controller
@NetShop
@Allow({Who.DRIVER, Who.DESK})
@RequestMapping("/{coop}/office/redeliveries")
class RedeliveriesPage {
    private final Troubles troubles;
    private final Orders orders;
    private final Audit audit;
    private final Policies policies;
    private final Pages pages;

    RedeliveriesPage(
            Troubles troubles, Orders orders, Audit audit, Policies policies, Pages pages) {
        this.troubles = troubles;
        this.orders = orders;
        this.audit = audit;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping
    View list(Visit visit) {
        return page(visit, Optional.empty());
    }

    @PostMapping
    View brought(
            Visit visit,
            @RequestParam UUID good,
            @RequestParam(defaultValue = "NOT_ASKED") AgeCheck age) {
        try {
            troubles.brought(
                    visit.coopId(),
                    Workplace.of(visit, StaffRole.Kind.DRIVER, StaffRole.Kind.DESK),
                    good,
                    age);
            return SeeOther.at(visit.path("office/redeliveries"));
        } catch (Refused refused) {
            return page(visit, Optional.of(refused));
        }
    }

    private View page(Visit visit, Optional<Refused> refused) {
        var toBring =
                troubles.toBring(
                        visit.coopId(),
                        Workplace.of(visit, StaffRole.Kind.DRIVER, StaffRole.Kind.DESK).storeId());
        return pages.page(
                visit,
                "お届け直し",
                "office/aftercare/redeliveries.jte",
                Map.of(
                        "rows",
                        toBring.stream().map(it -> looked(visit, it)).toList(),
                        "leastAge",
                        policies.today(visit.coopId(), AlcoholTerms.class).leastAge(),
                        "refusal",
                        refused.map(Refusals::sentence)),
                refused.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private AgainRow looked(Visit visit, MadeGood good) {
        var order = orders.get(visit.coopId(), good.orderId());
        audit.noteLook(
                visit.coopId(), visit.account(), "delivery.looked-at", order.memberId(), "お届けのため");
        return new AgainRow(good, order);
    }
}
