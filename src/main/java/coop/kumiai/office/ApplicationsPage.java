package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.ShareTerms;
import coop.kumiai.membership.JoinApplication;
import coop.kumiai.membership.JoinApplication.State;
import coop.kumiai.membership.JoinApplications;
import coop.kumiai.membership.JoinFormTerms;
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

/**
 * 加入申込 at the desk (M-USE-4): those that wait, each beside the members who may be the same person,
 * and the decision. Who looked at one is written down.
 */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/applications")
class ApplicationsPage {
    private final JoinApplications applications;
    private final Policies policies;
    private final Audit audit;
    private final Pages pages;

    ApplicationsPage(JoinApplications applications, Policies policies, Audit audit, Pages pages) {
        this.applications = applications;
        this.policies = policies;
        this.audit = audit;
        this.pages = pages;
    }

    @GetMapping
    View list(Visit visit, @RequestParam(defaultValue = "RECEIVED") State state) {
        var staff = visit.account();
        audit.noteLook(visit.coopId(), staff, "applications.listed", staff, "加入申込の一覧");
        return pages.page(
                visit,
                "加入申込",
                "office/members/applications.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "state",
                        state,
                        "takesForms",
                        policies.today(visit.coopId(), JoinFormTerms.class).open(),
                        "applications",
                        applications.all(visit.coopId(), state)));
    }

    @GetMapping("/{application}")
    View show(Visit visit, @PathVariable UUID application) {
        return page(visit, applications.get(visit.coopId(), application), FormErrors.NONE);
    }

    @PostMapping("/{application}/accept")
    View accept(
            Visit visit,
            @PathVariable UUID application,
            @RequestParam(defaultValue = "") String check) {
        try {
            applications.accept(visit.coopId(), application, visit.account(), check);
            return SeeOther.at(visit.path("office/applications/" + application));
        } catch (Refused refused) {
            return refused(visit, application, refused);
        }
    }

    @PostMapping("/{application}/refuse")
    View refuse(
            Visit visit,
            @PathVariable UUID application,
            @RequestParam(defaultValue = "") String reason) {
        try {
            applications.refuse(visit.coopId(), application, visit.account(), reason);
            return SeeOther.at(visit.path("office/applications/" + application));
        } catch (Refused refused) {
            return refused(visit, application, refused);
        }
    }

    private View refused(Visit visit, UUID application, Refused refused) {
        return page(
                visit,
                applications.get(visit.coopId(), application),
                FormErrors.of(refused.refusals()));
    }

    private View page(Visit visit, JoinApplication application, FormErrors errors) {
        var id = application.applicationId();
        audit.note(visit.coopId(), visit.account(), "application.looked-at", id, "加入申込の確認");
        var price = policies.today(visit.coopId(), ShareTerms.class).unitPrice();
        return pages.form(
                visit,
                "加入申込 " + application.number(),
                "office/members/application.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "application",
                        application,
                        "shares",
                        price.times(application.form().units()),
                        "alike",
                        applications.alike(visit.coopId(), application)),
                errors);
    }
}
