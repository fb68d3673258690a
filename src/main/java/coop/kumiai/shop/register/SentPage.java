package coop.kumiai.shop.register;

import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.kernel.Refused;
import coop.kumiai.shop.SentMail;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.UUID;

/**
 * 新規登録, third step: the mail is on its way, its code may be typed here. The same for an address
 * that is registered already: only its mail says so.
 */
@Controller
@Allow(Who.VISITOR)
class SentPage {
    private final SentMail sentMail;
    private final MailProofs proofs;
    private final Pages pages;

    SentPage(SentMail sentMail, MailProofs proofs, Pages pages) {
        this.sentMail = sentMail;
        this.proofs = proofs;
        this.pages = pages;
    }

    @GetMapping("/{coop}/register/sent")
    View show(Visit visit, @RequestParam UUID mail) {
        return page(visit, mail, FormErrors.NONE);
    }

    @PostMapping("/{coop}/register/sent")
    View code(Visit visit, @RequestParam UUID mail, @RequestParam(defaultValue = "") String code) {
        try {
            var token = proofs.redeemCode(visit.coopId(), Purpose.REGISTRATION, mail, code);
            return SeeOther.at(visit.path("register/open/" + token));
        } catch (Refused refused) {
            return page(visit, mail, FormErrors.of(refused.refusals()));
        }
    }

    private View page(Visit visit, UUID mail, FormErrors errors) {
        return pages.form(
                visit,
                "メールをお送りしました",
                "shop/register/sent.jte",
                Map.of("sent", sentMail.about(visit.coopId(), Purpose.REGISTRATION, mail)),
                errors);
    }
}
