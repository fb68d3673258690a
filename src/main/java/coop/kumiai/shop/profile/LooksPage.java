package coop.kumiai.shop.profile;

import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.AuditEntry;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Show;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** わたしの情報を見た人: which of the staff saw or changed what is the member's, when and why. */
@Controller
@Allow(Who.MEMBER)
class LooksPage {
    private static final int ON_A_PAGE = 30;
    private static final int LATEST_ORDERS = 100;
    private final Audit audit;
    private final SignedInMember signedIn;
    private final Orders orders;
    private final Pages pages;
    private final Clock clock;

    LooksPage(Audit audit, SignedInMember signedIn, Orders orders, Pages pages, Clock clock) {
        this.audit = audit;
        this.signedIn = signedIn;
        this.orders = orders;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{coop}/account/looks")
    View show(Visit visit, @RequestParam Optional<UUID> before) {
        var found = audit.byStaff(visit.coopId(), subjects(visit), before, ON_A_PAGE + 1);
        var rows = found.stream().limit(ON_A_PAGE).map(this::row).toList();
        var more = found.size() > ON_A_PAGE ? found.get(ON_A_PAGE - 1).entryId().toString() : "";
        return pages.page(
                visit, "わたしの情報を見た人", "shop/profile/looks.jte", Map.of("rows", rows, "more", more));
    }

    /** The account, the member, and the member's latest orders. */
    private List<UUID> subjects(Visit visit) {
        var subjects = new ArrayList<UUID>();
        subjects.add(visit.account());
        subjects.add(signedIn.of(visit).memberId());
        orders
                .history(visit.coopId(), visit.account(), Optional.empty(), LATEST_ORDERS)
                .orders()
                .stream()
                .map(Order::id)
                .forEach(subjects::add);
        return subjects;
    }

    private LookRow row(AuditEntry entry) {
        return new LookRow(
                Show.moment(LocalDateTime.ofInstant(entry.at(), clock.getZone())),
                LookRow.who(entry),
                LookRow.words(entry),
                entry.reason());
    }
}
