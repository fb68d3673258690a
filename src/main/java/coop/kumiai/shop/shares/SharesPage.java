package coop.kumiai.shop.shares;

import coop.kumiai.members.ShareBills;
import coop.kumiai.members.Shares;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

import java.util.Map;

/** 出資金の明細 of the member who has signed in: what it is, what is to be paid, how it came about. */
@Controller
@Allow(Who.MEMBER)
class SharesPage {
    private final SignedInMember signedIn;
    private final Shares shares;
    private final ShareBills bills;
    private final Pages pages;

    SharesPage(SignedInMember signedIn, Shares shares, ShareBills bills, Pages pages) {
        this.signedIn = signedIn;
        this.shares = shares;
        this.bills = bills;
        this.pages = pages;
    }

    @GetMapping("/{coop}/account/shares")
    View show(Visit visit) {
        var coop = visit.coopId();
        var member = signedIn.of(visit).memberId();
        return pages.page(
                visit,
                "出資金の明細",
                "shop/shares/shares.jte",
                Map.of(
                        "holding",
                        shares.holding(coop, member),
                        "bills",
                        bills.of(coop, member).stream().filter(it -> !it.isPaid()).toList(),
                        "history",
                        shares.history(coop, member).reversed()));
    }
}
