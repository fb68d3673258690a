package coop.kumiai.shop.profile;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.ChangeTerms;
import coop.kumiai.accounts.PasswordShape;
import coop.kumiai.accounts.PasswordTerms;
import coop.kumiai.accounts.Present;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;
import coop.kumiai.shop.MemberSessions;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NewPassword;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;

/**
 * A new password for a member who knows the present one (N-REG-3); this browser stays signed in.
 */
@Controller
@Allow(Who.MEMBER)
@RecentProof
class PasswordPage {
    private final Accounts accounts;
    private final MemberSessions sessions;
    private final Policies policies;
    private final Pages pages;

    PasswordPage(Accounts accounts, MemberSessions sessions, Policies policies, Pages pages) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping("/{coop}/account/password")
    View show(Visit visit) {
        return page(visit, FormErrors.NONE);
    }

    @PostMapping("/{coop}/account/password")
    View change(
            Visit visit,
            @RequestParam(defaultValue = "") String presentEmail,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var account =
                    accounts.changePassword(
                            visit.coopId(),
                            visit.account(),
                            new Present(presentEmail, present),
                            password,
                            again);
            sessions.begin(visit.coopId(), account, request, response);
            return SeeOther.at(visit.path("account?done=password"));
        } catch (Refused refused) {
            return page(visit, FormErrors.of(refused.refusals()));
        }
    }

    private View page(Visit visit, FormErrors errors) {
        var terms = policies.today(visit.coopId(), PasswordTerms.class);
        var shape = policies.today(visit.coopId(), PasswordShape.class);
        var changes = policies.today(visit.coopId(), ChangeTerms.class);
        return pages.form(
                visit,
                "パスワードの変更",
                "shop/profile/password.jte",
                Map.of(
                        "presentAsked",
                        changes.presentAsked(),
                        "presentEmail",
                        Field.email("presentEmail", "いまのメールアドレス").errors(errors),
                        "present",
                        Field.password("present", "いまのパスワード").errors(errors),
                        "password",
                        NewPassword.field(terms, shape, errors),
                        "again",
                        NewPassword.again(errors)),
                errors);
    }
}
