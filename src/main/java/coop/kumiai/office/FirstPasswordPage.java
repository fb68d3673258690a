package coop.kumiai.office;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.accounts.PasswordShape;
import coop.kumiai.accounts.PasswordTerms;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NewPassword;
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

/**
 * 最初のパスワード: the only page that a password opens which was handed to staff. They choose another here
 * and then sign in by it, so that no second factor is passed by.
 */
@Controller
@Allow(Who.VISITOR)
@RequestMapping("/{coop}/office/sign-in/first/{token}")
class FirstPasswordPage {
    private final Accounts accounts;
    private final MailProofs proofs;
    private final Policies policies;
    private final Pages pages;

    FirstPasswordPage(Accounts accounts, MailProofs proofs, Policies policies, Pages pages) {
        this.accounts = accounts;
        this.proofs = proofs;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping
    View show(Visit visit, @PathVariable String token) {
        return isOpen(visit, token) ? page(visit, FormErrors.NONE) : gone(visit);
    }

    @PostMapping
    View choose(
            Visit visit,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again) {
        if (!isOpen(visit, token)) {
            return gone(visit);
        }
        try {
            accounts.replaceFirstPassword(visit.coopId(), token, password, again);
            return SeeOther.at(visit.path("office/sign-in?chosen=true"));
        } catch (Refused refused) {
            return page(visit, FormErrors.of(refused.refusals()));
        }
    }

    private boolean isOpen(Visit visit, String token) {
        try {
            proofs.open(visit.coopId(), Purpose.FIRST_PASSWORD, token);
            return true;
        } catch (Refused usedOrExpired) {
            return false;
        }
    }

    private static View gone(Visit visit) {
        return SeeOther.at(visit.path("office/sign-in"));
    }

    private View page(Visit visit, FormErrors errors) {
        var terms = policies.today(visit.coopId(), PasswordTerms.class);
        var shape = policies.today(visit.coopId(), PasswordShape.class);
        return pages.form(
                visit,
                "新しいパスワード",
                "office/staff/first.jte",
                Map.of(
                        "password",
                        NewPassword.field(terms, shape, errors),
                        "again",
                        NewPassword.again(errors)),
                errors);
    }
}
