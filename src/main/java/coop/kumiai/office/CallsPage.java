package coop.kumiai.office;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.Orders;
import coop.kumiai.substitution.Substitute;
import coop.kumiai.substitution.Substitute.State;
import coop.kumiai.substitution.Substitutes;
import coop.kumiai.substitution.Suggestion;
import coop.kumiai.web.Allow;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * お電話: whom the store phones now about a substitute, and what they said, written down under the
 * name of whoever called (N-PICK-2).
 */
@Controller
@NetShop
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/calls")
class CallsPage {
    private final Substitutes substitutes;
    private final Orders orders;
    private final Accounts accounts;
    private final Audit audit;
    private final Pages pages;
    private final Clock clock;

    CallsPage(
            Substitutes substitutes,
            Orders orders,
            Accounts accounts,
            Audit audit,
            Pages pages,
            Clock clock) {
        this.substitutes = substitutes;
        this.orders = orders;
        this.accounts = accounts;
        this.audit = audit;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    View list(Visit visit) {
        return page(visit, Optional.empty());
    }

    @PostMapping("/{offer}")
    View answer(Visit visit, @PathVariable UUID offer, @RequestParam Said said) {
        try {
            substitutes.answerCall(
                    visit.coopId(), storeOf(visit), visit.account(), offer, said.state);
            return SeeOther.at(visit.path("office/calls"));
        } catch (Refused refused) {
            return page(visit, Optional.of(refused));
        }
    }

    /** Another product is offered on the phone. */
    @PostMapping("/{offer}/instead")
    View instead(
            Visit visit,
            @PathVariable UUID offer,
            @RequestParam(defaultValue = "") String product) {
        var jan = Jan.read(product).orElseThrow(() -> new NotFound("product"));
        var order = orders.get(visit.coopId(), substitutes.get(visit.coopId(), offer).orderId());
        try {
            substitutes.offerInstead(visit.coopId(), storeOf(visit), order, offer, jan);
            return SeeOther.at(visit.path("office/calls"));
        } catch (Refused refused) {
            return page(visit, Optional.of(refused));
        }
    }

    /** What can be said on the phone. */
    enum Said {
        YES(State.ACCEPTED),
        NO(State.DECLINED),
        NOT_REACHED(State.NOT_REACHED);

        private final State state;

        Said(State state) {
            this.state = state;
        }
    }

    private View page(Visit visit, Optional<Refused> refused) {
        var rows =
                substitutes.calls(visit.coopId(), storeOf(visit)).stream()
                        .map(it -> row(visit, it))
                        .toList();
        return pages.page(
                visit,
                "お電話",
                "office/calls.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "open",
                        rows.stream().filter(it -> it.state() == State.OPEN).toList(),
                        "done",
                        rows.stream().filter(it -> it.state() != State.OPEN).toList(),
                        "refusal",
                        refused.map(Refusals::sentence)),
                refused.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private CallRow row(Visit visit, Substitute offer) {
        var coop = visit.coopId();
        var order = orders.get(coop, offer.orderId());
        audit.noteLook(coop, visit.account(), "call.looked-at", order.memberId(), "代わりの品のお電話");
        var state = offer.stateAt(clock.instant());
        return new CallRow(
                offer,
                order,
                shortName(order, offer),
                state,
                offer.answeredBy().flatMap(it -> accounts.find(coop, it)).map(Account::displayName),
                state == State.OPEN ? others(coop, order, offer) : List.of());
    }

    private List<Suggestion> others(CoopId coop, Order order, Substitute offer) {
        return order.current().lines().stream()
                .filter(it -> it.number() == offer.line())
                .flatMap(it -> substitutes.suggestions(coop, order, it, offer.pieces()).stream())
                .toList();
    }

    private static String shortName(Order order, Substitute offer) {
        return order.current().lines().stream()
                .filter(it -> it.number() == offer.line())
                .map(OrderLine::name)
                .findFirst()
                .orElse("");
    }

    private static String storeOf(Visit visit) {
        return Workplace.as(StaffRole.Kind.DESK, visit).storeId();
    }
}
