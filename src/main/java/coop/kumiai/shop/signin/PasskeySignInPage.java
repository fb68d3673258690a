package coop.kumiai.shop.signin;

import coop.kumiai.accounts.Passkeys;
import coop.kumiai.accounts.SignIns;
import coop.kumiai.kernel.Refused;
import coop.kumiai.shop.MemberSessions;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NextPage;
import coop.kumiai.web.Pages;
import coop.kumiai.web.PasskeyChallenges;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.SignInFields;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Optional;

/** ログイン by a passkey (X-ID-1): two factors at once, so that nothing more is asked for. */
@Controller
@Allow(Who.VISITOR)
class PasskeySignInPage {
    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final SignIns signIns;
    private final MemberSessions sessions;
    private final Pages pages;

    PasskeySignInPage(
            Passkeys passkeys,
            PasskeyChallenges challenges,
            SignIns signIns,
            MemberSessions sessions,
            Pages pages) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.signIns = signIns;
        this.sessions = sessions;
        this.pages = pages;
    }

    @PostMapping("/{coop}/sign-in/passkey/options")
    ResponseEntity<String> options(Visit visit, HttpServletRequest request) {
        var challenge = challenges.begin(request);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(passkeys.requestOptions(visit.coopId(), Optional.empty(), challenge));
    }

    @PostMapping("/{coop}/sign-in/passkey")
    View signIn(
            Visit visit,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var challenge = challenges.take(request);
            var account = passkeys.authenticate(visit.coopId(), challenge, credential);
            signIns.requireOpen(visit.coopId(), account);
            sessions.begin(visit.coopId(), account, request, response);
            return SeeOther.at(NextPage.of(visit, next, ""));
        } catch (Refused refused) {
            var errors = FormErrors.ofWhole(refused.refusals());
            return pages.form(
                    visit,
                    "ログイン",
                    "shop/signin/signIn.jte",
                    SignInFields.of("", next, errors),
                    errors);
        }
    }
}
