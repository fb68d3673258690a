package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Claim;
import coop.kumiai.members.Claims;
import coop.kumiai.members.ShareTerms;
import coop.kumiai.policies.Policies;
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

import java.util.Map;
import java.util.UUID;

/** 組合員コードの確認: what registrants claimed, compared with the co-op's register one by one. */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/claims")
class ClaimsPage {
    private final Claims claims;
    private final Policies policies;
    private final Audit audit;
    private final Pages pages;

    ClaimsPage(Claims claims, Policies policies, Audit audit, Pages pages) {
        this.claims = claims;
        this.policies = policies;
        this.audit = audit;
        this.pages = pages;
    }

    @GetMapping
    View list(Visit visit) {
        var staff = visit.account();
        audit.noteLook(visit.coopId(), staff, "claims.listed", staff, "組合員コードの一覧");
        return pages.page(
                visit,
                "組合員コードの確認",
                "office/claims/claims.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "claims",
                        claims.open(visit.coopId())));
    }

    @GetMapping("/{member}")
    View show(Visit visit, @PathVariable UUID member) {
        return page(visit, member, "", FormErrors.NONE);
    }

    @PostMapping("/{member}")
    View decide(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam boolean confirmed,
            @RequestParam(defaultValue = "") String reason) {
        try {
            if (confirmed) {
                claims.confirm(visit.coopId(), member, visit.account(), reason);
            } else {
                claims.refuse(visit.coopId(), member, visit.account(), reason);
            }
        } catch (Refused refused) {
            return page(visit, member, reason, FormErrors.of(refused.refusals()));
        }
        return SeeOther.at(visit.path("office/claims/" + member));
    }

    private View page(Visit visit, UUID member, String reason, FormErrors errors) {
        var coop = visit.coopId();
        Claim claim = claims.lookAt(coop, member, visit.account());
        var terms = policies.today(coop, ShareTerms.class);
        return pages.form(
                visit,
                "組合員コード " + claim.code(),
                "office/claims/claim.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "claim",
                        claim,
                        "holder",
                        claims.holder(coop, claim),
                        "share",
                        terms.unitPrice().times(terms.leastUnits()),
                        "reason",
                        reason),
                errors);
    }
}
