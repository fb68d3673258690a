package coop.kumiai.shop.signin;

import coop.kumiai.accounts.Account;
import coop.kumiai.kernel.Refused;
import coop.kumiai.shop.MemberSessions;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NextPage;
import coop.kumiai.web.Pages;
import coop.kumiai.web.PasskeyForms;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.SignInFields;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** ログイン by a passkey (X-ID-1): two factors at once, so that nothing more is asked for. */
@Controller
@Allow(Who.VISITOR)
class PasskeySignInPage {
    private final PasskeyForms passkeys;
    private final MemberSessions sessions;
    private final Pages pages;

    PasskeySignInPage(PasskeyForms passkeys, MemberSessions sessions, Pages pages) {
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.pages = pages;
    }

    @PostMapping("/{coop}/sign-in/passkey/options")
    ResponseEntity<String> options(Visit visit, HttpServletRequest request) {
        return passkeys.question(visit, request);
    }

    @PostMapping("/{coop}/sign-in/passkey")
    View signIn(
            Visit visit,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var account = passkeys.signedIn(visit, Account.Kind.MEMBER, credential, request);
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
