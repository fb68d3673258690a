package coop.kumiai.shop.profile;

import coop.kumiai.accounts.ClosingAccounts;
import coop.kumiai.kernel.Refused;
import coop.kumiai.shop.MemberSessions;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

import java.util.Map;

/** 退会: closes the account, not the membership (N-REG-7, B-LEAVE-1). */
@Controller
class ClosePage {
    private final ClosingAccounts closing;
    private final MemberSessions sessions;
    private final Pages pages;

    ClosePage(ClosingAccounts closing, MemberSessions sessions, Pages pages) {
        this.closing = closing;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Allow(Who.MEMBER)
    @RecentProof
    @GetMapping("/{coop}/account/close")
    View show(Visit visit) {
        var refusals = closing.refusals(visit.coopId(), visit.account());
        return pages.page(
                visit,
                "退会のお手続き",
                "shop/profile/close.jte",
                Map.of("errors", FormErrors.ofWhole(refusals)));
    }

    @Allow(Who.MEMBER)
    @RecentProof
    @PostMapping("/{coop}/account/close")
    View close(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        try {
            closing.close(visit.coopId(), visit.account());
        } catch (Refused refused) {
            return pages.form(
                    visit,
                    "退会のお手続き",
                    "shop/profile/close.jte",
                    Map.of(),
                    FormErrors.ofWhole(refused.refusals()));
        }
        sessions.end(request, response);
        return SeeOther.at(visit.path("closed"));
    }

    @Allow(Who.VISITOR)
    @GetMapping("/{coop}/closed")
    View done(Visit visit) {
        return pages.page(visit, "退会のお手続きが済みました", "shop/profile/closed.jte", Map.of());
    }
}
