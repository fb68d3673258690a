package coop.kumiai.shop.care;

import coop.kumiai.accounts.ActingFor;
import coop.kumiai.accounts.Representations;
import coop.kumiai.accounts.TakingOn;
import coop.kumiai.kernel.Refused;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Notice;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Sessions;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** 代わりに操作する: for whom one may act, the button that begins it, and the code of an invitation. */
@Controller
@Allow(Who.MEMBER)
class RepresentingPage {
    private final Representations representations;
    private final TakingOn takingOn;
    private final ActingFor acting;
    private final Sessions sessions;
    private final Pages pages;

    RepresentingPage(
            Representations representations,
            TakingOn takingOn,
            ActingFor acting,
            Sessions sessions,
            Pages pages) {
        this.representations = representations;
        this.takingOn = takingOn;
        this.acting = acting;
        this.sessions = sessions;
        this.pages = pages;
    }

    @GetMapping("/{coop}/account/representing")
    View list(Visit visit, @RequestParam(defaultValue = "") String done) {
        return page(visit, done, FormErrors.NONE);
    }

    @PostMapping("/{coop}/account/representing/code")
    View code(Visit visit, @RequestParam(defaultValue = "") String code) {
        try {
            var token = takingOn.redeem(visit.coopId(), visit.account(), code);
            return SeeOther.at(visit.path("representative/" + token));
        } catch (Refused refused) {
            var sentence = refused.refusals().getFirst().sentence();
            return page(visit, "", FormErrors.of("code", sentence));
        }
    }

    @PostMapping("/{coop}/account/representing/{representation}/begin")
    View begin(
            Visit visit,
            @PathVariable UUID representation,
            HttpServletRequest request,
            HttpServletResponse response) {
        var begun = acting.begin(visit.coopId(), visit.account(), representation);
        sessions.act(request, response, visit.signedIn().orElseThrow(), begun);
        return SeeOther.at(visit.path("acting"));
    }

    @PostMapping("/{coop}/account/representing/{representation}/decline")
    View decline(Visit visit, @PathVariable UUID representation) {
        representations.decline(visit.coopId(), visit.account(), representation);
        return SeeOther.at(visit.path("account/representing?done=declined"));
    }

    private View page(Visit visit, String done, FormErrors errors) {
        return pages.form(
                visit,
                "代わりに操作する",
                "shop/care/representing.jte",
                Map.of(
                        "rows",
                        representations.goingOn(visit.coopId(), visit.account()),
                        "code",
                        Field.digits("code", "確認コード")
                                .hint("ご案内のメールに書いてある数字です。")
                                .with("autocomplete", "one-time-code")
                                .errors(errors),
                        "notices",
                        notices(done)),
                errors);
    }

    private static List<Notice> notices(String done) {
        return switch (done) {
            case "accepted" -> List.of(Notice.done("代理を引き受けました。ご本人にもメールでお知らせしました。"));
            case "declined" -> List.of(Notice.done("代理をやめました。ご本人にもメールでお知らせしました。"));
            default -> List.of();
        };
    }
}
