package coop.kumiai.shop.care;

import coop.kumiai.accounts.TakingOn;
import coop.kumiai.kernel.Refused;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.RepresentativeFields;
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
 * Behind the link of an invitation to act for a member. Opening it changes nothing: a mail scanner
 * may; the button does, of whoever has signed in.
 */
@Controller
class RepresentativeLinkPage {
    private final TakingOn takingOn;
    private final Pages pages;

    RepresentativeLinkPage(TakingOn takingOn, Pages pages) {
        this.takingOn = takingOn;
        this.pages = pages;
    }

    @GetMapping("/{coop}/representative/{token}")
    @Allow(Who.VISITOR)
    View show(Visit visit, @PathVariable String token) {
        try {
            var invitation = takingOn.open(visit.coopId(), token);
            return pages.page(
                    visit,
                    "代理のご案内",
                    "shop/care/invitation.jte",
                    Map.of(
                            "member",
                            invitation.memberName(),
                            "lines",
                            RepresentativeFields.errandLines(invitation.mandate())));
        } catch (Refused refused) {
            return gone(visit, refused);
        }
    }

    @PostMapping("/{coop}/representative/{token}")
    @Allow(Who.MEMBER)
    View accept(Visit visit, @PathVariable String token) {
        try {
            takingOn.accept(visit.coopId(), visit.account(), token);
            return SeeOther.at(visit.path("account/representing?done=accepted"));
        } catch (Refused refused) {
            return gone(visit, refused);
        }
    }

    private View gone(Visit visit, Refused refused) {
        return pages.page(
                visit,
                "このご案内では進めません",
                "shop/care/gone.jte",
                Map.of("sentence", refused.refusals().getFirst().sentence()),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
