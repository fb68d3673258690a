package coop.kumiai.office;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.ChangeTerms;
import coop.kumiai.accounts.PasswordShape;
import coop.kumiai.accounts.PasswordTerms;
import coop.kumiai.accounts.Present;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NewPassword;
import coop.kumiai.web.Pages;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Sessions;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;

/**
 * 職員のパスワード: a new one for staff who know the present one, by the rules of the members'; this
 * browser stays signed in and every other is out.
 */
@Controller
@Allow({Who.PICKER, Who.DRIVER, Who.DESK, Who.EDITOR, Who.MANAGER})
@RecentProof
@RequestMapping("/{coop}/office/password")
class StaffPasswordPage {
    private final Accounts accounts;
    private final Sessions sessions;
    private final Policies policies;
    private final Pages pages;

    StaffPasswordPage(Accounts accounts, Sessions sessions, Policies policies, Pages pages) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping
    View show(Visit visit, @RequestParam(defaultValue = "false") boolean done) {
        return page(visit, done, FormErrors.NONE);
    }

    @PostMapping
    View change(
            Visit visit,
            @RequestParam(defaultValue = "") String presentEmail,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        var coop = visit.coopId();
        var typed = new Present(presentEmail, present);
        try {
            var account = accounts.changePassword(coop, visit.account(), typed, password, again);
            var roles = accounts.roles(coop, account.accountId());
            sessions.begin(request, response, coop, account, roles);
            return SeeOther.at(visit.path("office/password?done=true"));
        } catch (Refused refused) {
            return page(visit, false, FormErrors.of(refused.refusals()));
        }
    }

    private View page(Visit visit, boolean done, FormErrors errors) {
        var terms = policies.today(visit.coopId(), PasswordTerms.class);
        var shape = policies.today(visit.coopId(), PasswordShape.class);
        return pages.form(
                visit,
                "パスワードの変更",
                "office/staff/password.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "done",
                        done,
                        "presentAsked",
                        policies.today(visit.coopId(), ChangeTerms.class).presentAsked(),
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
