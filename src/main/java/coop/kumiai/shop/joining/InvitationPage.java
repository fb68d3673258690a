package coop.kumiai.shop.joining;

import coop.kumiai.accounts.PasswordShape;
import coop.kumiai.accounts.PasswordTerms;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.membership.Invitation;
import coop.kumiai.membership.Invitations;
import coop.kumiai.membership.MembershipRefusal;
import coop.kumiai.policies.Policies;
import coop.kumiai.shop.MemberSessions;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NewPassword;
import coop.kumiai.web.Pages;
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

/**
 * マイページの登録, behind the link of an invitation (M-USE-3). Following the link changes nothing, so a
 * mail scanner may.
 */
@Controller
@Allow(Who.VISITOR)
class InvitationPage {
    private final Invitations invitations;
    private final MemberSessions sessions;
    private final Policies policies;
    private final Pages pages;

    InvitationPage(
            Invitations invitations, MemberSessions sessions, Policies policies, Pages pages) {
        this.invitations = invitations;
        this.sessions = sessions;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping("/{coop}/invitation/{token}")
    View show(Visit visit, @PathVariable String token) {
        try {
            return page(visit, invitations.open(visit.coopId(), token), "", FormErrors.NONE);
        } catch (Refused gone) {
            return gone(visit, gone);
        }
    }

    @PostMapping("/{coop}/invitation/{token}")
    View register(
            Visit visit,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String birthDate,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var account = invitations.register(visit.coopId(), token, birthDate, password, again);
            sessions.begin(visit.coopId(), account, request, response);
            return SeeOther.at(visit.path("account"));
        } catch (Refused refused) {
            return isGone(refused)
                    ? gone(visit, refused)
                    : again(visit, token, birthDate, FormErrors.of(refused.refusals()));
        }
    }

    /** After a wrong try the link may have become void. */
    private View again(Visit visit, String token, String birthDate, FormErrors errors) {
        try {
            return page(visit, invitations.open(visit.coopId(), token), birthDate, errors);
        } catch (Refused gone) {
            return gone(visit, gone);
        }
    }

    private View page(Visit visit, Invitation invitation, String birthDate, FormErrors errors) {
        var terms = policies.today(visit.coopId(), PasswordTerms.class);
        var shape = policies.today(visit.coopId(), PasswordShape.class);
        return pages.form(
                visit,
                "マイページの登録",
                "shop/joining/invitation.jte",
                Map.of(
                        "email",
                        invitation.email(),
                        "birthDate",
                        Field.text("birthDate", "生年月日")
                                .hint("ご本人の確認のため、加入のときの生年月日を入れてください。どの書きかたでもかまいません。")
                                .with("autocomplete", "bday")
                                .value(birthDate)
                                .errors(errors),
                        "password",
                        NewPassword.field(terms, shape, errors),
                        "again",
                        NewPassword.again(errors)),
                errors);
    }

    private View gone(Visit visit, Refused refused) {
        return pages.page(
                visit,
                "このご案内は使えません",
                "shop/joining/gone.jte",
                Map.of("sentence", refused.refusals().getFirst().sentence()),
                HttpStatus.GONE);
    }

    private static boolean isGone(Refused refused) {
        Refusal first = refused.refusals().getFirst();
        return first instanceof MembershipRefusal.InvitationGone;
    }
}
