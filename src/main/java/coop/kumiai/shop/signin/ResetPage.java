package coop.kumiai.shop.signin;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.Entry;
import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.accounts.PasswordShape;
import coop.kumiai.accounts.PasswordTerms;
import coop.kumiai.accounts.SecondFactor;
import coop.kumiai.accounts.SecondFactors;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;
import coop.kumiai.shop.MemberSessions;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NewPassword;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SecondSteps;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;

/** Behind the mailed link: a new password, which ends every sign-in so far (N-REG-5). */
@Controller
@Allow(Who.VISITOR)
class ResetPage {
    private final Accounts accounts;
    private final MailProofs proofs;
    private final MemberSessions sessions;
    private final SecondFactors seconds;
    private final SecondSteps steps;
    private final Policies policies;
    private final Pages pages;

    ResetPage(
            Accounts accounts,
            MailProofs proofs,
            MemberSessions sessions,
            SecondFactors seconds,
            SecondSteps steps,
            Policies policies,
            Pages pages) {
        this.accounts = accounts;
        this.proofs = proofs;
        this.sessions = sessions;
        this.seconds = seconds;
        this.steps = steps;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping("/{coop}/sign-in/reset/{token}")
    View show(Visit visit, @PathVariable String token) {
        try {
            proofs.open(visit.coopId(), Purpose.RECOVERY, token);
            return page(visit, FormErrors.NONE);
        } catch (Refused refused) {
            return gone(visit, refused);
        }
    }

    @PostMapping("/{coop}/sign-in/reset/{token}")
    View reset(
            Visit visit,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            proofs.open(visit.coopId(), Purpose.RECOVERY, token);
        } catch (Refused refused) {
            return gone(visit, refused);
        }
        try {
            var account = accounts.recover(visit.coopId(), token, password, again);
            return in(visit, account, request, response);
        } catch (Refused refused) {
            return page(visit, FormErrors.of(refused.refusals()));
        }
    }

    /** The mail stands for a mailed code, but not for an app's (ASVS 6.4.3). */
    private View in(
            Visit visit,
            Account account,
            HttpServletRequest request,
            HttpServletResponse response) {
        var way = seconds.asked(visit.coopId(), account);
        if (way.filter(it -> it == SecondFactor.APP).isPresent()) {
            var next = visit.path("account?done=password");
            steps.begin(visit, new Entry.SecondStep(account, SecondFactor.APP), next, request);
            return SeeOther.at(visit.path("sign-in/second"));
        }
        sessions.begin(visit.coopId(), account, request, response);
        return SeeOther.at(visit.path("account?done=password"));
    }

    private View page(Visit visit, FormErrors errors) {
        var terms = policies.today(visit.coopId(), PasswordTerms.class);
        var shape = policies.today(visit.coopId(), PasswordShape.class);
        return pages.form(
                visit,
                "新しいパスワード",
                "shop/signin/reset.jte",
                Map.of(
                        "password",
                        NewPassword.field(terms, shape, errors),
                        "again",
                        NewPassword.again(errors)),
                errors);
    }

    private View gone(Visit visit, Refused refused) {
        return pages.page(
                visit,
                "このメールでは進めません",
                "shop/signin/gone.jte",
                Map.of("sentence", refused.refusals().getFirst().sentence()),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
