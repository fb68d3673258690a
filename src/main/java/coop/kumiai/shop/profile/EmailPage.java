package coop.kumiai.shop.profile;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.ChangeTerms;
import coop.kumiai.accounts.EmailChanges;
import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.accounts.Present;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;
import coop.kumiai.shop.SentMail;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.UUID;

/** メールアドレスの変更: asked for here, confirmed by the mail to the new address (N-REG-4). */
@Controller
@Allow(Who.MEMBER)
@RecentProof
class EmailPage {
    private final EmailChanges changes;
    private final MailProofs proofs;
    private final Accounts accounts;
    private final SentMail sentMail;
    private final Policies policies;
    private final Pages pages;

    EmailPage(
            EmailChanges changes,
            MailProofs proofs,
            Accounts accounts,
            SentMail sentMail,
            Policies policies,
            Pages pages) {
        this.changes = changes;
        this.proofs = proofs;
        this.accounts = accounts;
        this.sentMail = sentMail;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping("/{coop}/account/email")
    View show(Visit visit) {
        return page(visit, "", FormErrors.NONE);
    }

    @PostMapping("/{coop}/account/email")
    View ask(
            Visit visit,
            @RequestParam(defaultValue = "") String presentEmail,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String emailAgain,
            HttpServletRequest request) {
        var wish =
                new EmailChanges.Wish(
                        new Present(presentEmail, present),
                        email,
                        emailAgain,
                        request.getRemoteAddr());
        try {
            var mail = changes.ask(visit.coopId(), visit.account(), wish);
            return SeeOther.at(visit.path("account/email/sent?mail=" + mail));
        } catch (Refused refused) {
            return page(visit, email, FormErrors.of(refused.refusals()));
        }
    }

    @GetMapping("/{coop}/account/email/sent")
    View sent(Visit visit, @RequestParam UUID mail) {
        return sentPage(visit, mail, FormErrors.NONE);
    }

    @PostMapping("/{coop}/account/email/sent")
    View code(Visit visit, @RequestParam UUID mail, @RequestParam(defaultValue = "") String code) {
        try {
            var token = proofs.redeemCode(visit.coopId(), Purpose.EMAIL_CHANGE, mail, code);
            changes.confirm(visit.coopId(), token);
            return SeeOther.at(visit.path("account?done=email"));
        } catch (Refused refused) {
            return sentPage(visit, mail, FormErrors.of(refused.refusals()));
        }
    }

    private View page(Visit visit, String email, FormErrors errors) {
        return pages.form(
                visit,
                "メールアドレスの変更",
                "shop/profile/email.jte",
                Map.of(
                        "fields",
                        new EmailFields(email, errors),
                        "terms",
                        policies.today(visit.coopId(), ChangeTerms.class),
                        "now",
                        accounts.get(visit.coopId(), visit.account()).email()),
                errors);
    }

    private View sentPage(Visit visit, UUID mail, FormErrors errors) {
        return pages.form(
                visit,
                "メールをお送りしました",
                "shop/profile/emailSent.jte",
                Map.of(
                        "sent",
                        sentMail.about(visit.coopId(), Purpose.EMAIL_CHANGE, mail),
                        "terms",
                        policies.today(visit.coopId(), ChangeTerms.class)),
                errors);
    }
}
