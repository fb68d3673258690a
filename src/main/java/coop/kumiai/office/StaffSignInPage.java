package coop.kumiai.office;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.Entry;
import coop.kumiai.accounts.SignInTry;
import coop.kumiai.accounts.SignIns;
import coop.kumiai.kernel.Refused;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NextPage;
import coop.kumiai.web.Pages;
import coop.kumiai.web.PasskeyForms;
import coop.kumiai.web.SecondSteps;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Sessions;
import coop.kumiai.web.SignInFields;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.HashMap;

/** 職員のログイン: apart from the members', with accounts of its own. */
@Controller
@Allow(Who.VISITOR)
class StaffSignInPage {
    private final SignIns signIns;
    private final Accounts accounts;
    private final Sessions sessions;
    private final SecondSteps steps;
    private final PasskeyForms passkeys;
    private final Pages pages;

    StaffSignInPage(
            SignIns signIns,
            Accounts accounts,
            Sessions sessions,
            SecondSteps steps,
            PasskeyForms passkeys,
            Pages pages) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.sessions = sessions;
        this.steps = steps;
        this.passkeys = passkeys;
        this.pages = pages;
    }

    @GetMapping("/{coop}/office/sign-in")
    View show(
            Visit visit,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "false") boolean chosen) {
        var all = new HashMap<>(SignInFields.of("", next, FormErrors.NONE));
        all.put("chosen", chosen);
        return pages.form(visit, "職員のログイン", "office/signIn.jte", all, FormErrors.NONE);
    }

    /** Before what asks for a recent proof: both factors once more. */
    @GetMapping("/{coop}/office/sign-in/again")
    View again(Visit visit, @RequestParam(defaultValue = "") String next) {
        var all = new HashMap<>(SignInFields.of("", next, FormErrors.NONE));
        all.put("again", true);
        return pages.form(visit, "もう一度ログイン", "office/signIn.jte", all, FormErrors.NONE);
    }

    @PostMapping("/{coop}/office/sign-in")
    View signIn(
            Visit visit,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var attempt = new SignInTry(email, password, request.getRemoteAddr());
            return switch (signIns.staff(visit.coopId(), attempt)) {
                case Entry.In(var account) -> in(visit, account, next, request, response);
                case Entry.SecondStep step -> {
                    steps.begin(visit, step, next, request);
                    yield SeeOther.at(visit.path("office/sign-in/second"));
                }
                case Entry.NewPassword(var token) ->
                        SeeOther.at(visit.path("office/sign-in/first/" + token));
            };
        } catch (Refused refused) {
            return page(visit, email, next, FormErrors.of(refused.refusals()));
        }
    }

    /** What the device is asked to sign in with. */
    @PostMapping("/{coop}/office/sign-in/passkey/options")
    ResponseEntity<String> options(Visit visit, HttpServletRequest request) {
        return passkeys.question(visit, request);
    }

    /** By a passkey (X-ID-1): two factors at once. */
    @PostMapping("/{coop}/office/sign-in/passkey")
    View byPasskey(
            Visit visit,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var account = passkeys.signedIn(visit, Account.Kind.STAFF, credential, request);
            return in(visit, account, next, request, response);
        } catch (Refused refused) {
            return page(visit, "", next, FormErrors.ofWhole(refused.refusals()));
        }
    }

    private View in(
            Visit visit,
            Account account,
            String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var roles = accounts.roles(visit.coopId(), account.accountId());
        sessions.begin(request, response, visit.coopId(), account, roles);
        return SeeOther.at(NextPage.of(visit, next, "office/"));
    }

    @PostMapping("/{coop}/office/sign-out")
    View signOut(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return SeeOther.at(visit.path("office/sign-in"));
    }

    private View page(Visit visit, String email, String next, FormErrors errors) {
        return pages.form(
                visit,
                "職員のログイン",
                "office/signIn.jte",
                SignInFields.of(email, next, errors),
                errors);
    }
}
