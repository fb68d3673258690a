package coop.kumiai.shop.profile;

import coop.kumiai.accounts.EmailChanges;
import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.kernel.Refused;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

import java.util.Map;

/**
 * Behind the link that was mailed to the new address (N-REG-4). Opening it changes nothing: a mail
 * scanner may; the button does.
 */
@Controller
@Allow(Who.VISITOR)
class EmailLinkPage {
    private final EmailChanges changes;
    private final MailProofs proofs;
    private final Pages pages;

    EmailLinkPage(EmailChanges changes, MailProofs proofs, Pages pages) {
        this.changes = changes;
        this.proofs = proofs;
        this.pages = pages;
    }

    @GetMapping("/{coop}/email/{token}")
    View show(Visit visit, @PathVariable String token) {
        try {
            var proof = proofs.open(visit.coopId(), Purpose.EMAIL_CHANGE, token);
            return pages.page(
                    visit,
                    "メールアドレスの確認",
                    "shop/profile/emailLink.jte",
                    Map.of("email", proof.email().address()));
        } catch (Refused refused) {
            return gone(visit, refused);
        }
    }

    @PostMapping("/{coop}/email/{token}")
    View confirm(Visit visit, @PathVariable String token) {
        try {
            changes.confirm(visit.coopId(), token);
            return SeeOther.at(visit.path("email"));
        } catch (Refused refused) {
            return gone(visit, refused);
        }
    }

    @GetMapping("/{coop}/email")
    View done(Visit visit) {
        return pages.page(visit, "メールアドレスを変えました", "shop/profile/emailDone.jte", Map.of());
    }

    private View gone(Visit visit, Refused refused) {
        return pages.page(
                visit,
                "このメールでは進めません",
                "shop/profile/emailGone.jte",
                Map.of("sentence", refused.refusals().getFirst().sentence()),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
