package coop.kumiai.office;

import coop.kumiai.kernel.Refused;
import coop.kumiai.membership.InvitationRounds;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * まとめてのご案内 (M-USE-3): how many would be invited by mail, the button, how far it has come; and the
 * way to those whom no mail can reach.
 */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/invitations")
class InvitationsPage {
    private final InvitationRounds rounds;
    private final Pages pages;

    InvitationsPage(InvitationRounds rounds, Pages pages) {
        this.rounds = rounds;
        this.pages = pages;
    }

    @GetMapping
    View show(Visit visit) {
        return page(visit, FormErrors.NONE);
    }

    @PostMapping
    View begin(Visit visit) {
        try {
            rounds.begin(visit.coopId(), visit.account());
            return SeeOther.at(visit.path("office/invitations"));
        } catch (Refused refused) {
            return page(visit, FormErrors.of(refused.refusals()));
        }
    }

    /** How far it has come, for the page that asks again and again. */
    @GetMapping("/progress")
    View progress(Visit visit) {
        return pages.part(
                visit,
                "office/members/invitationRound.jte",
                Map.of("round", rounds.latest(visit.coopId())));
    }

    private View page(Visit visit, FormErrors errors) {
        var coop = visit.coopId();
        var round = rounds.latest(coop);
        var underWay = round.filter(it -> !it.isDone()).isPresent();
        var all = new HashMap<String, Object>();
        all.put("sections", Workplace.sections(visit));
        all.put("round", round);
        all.put("outlook", underWay ? Optional.empty() : Optional.of(rounds.outlook(coop)));
        return pages.form(visit, "マイページのご案内", "office/members/invitations.jte", all, errors);
    }
}
