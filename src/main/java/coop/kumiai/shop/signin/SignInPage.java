package coop.kumiai.shop.signin;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Entry;
import coop.kumiai.accounts.SignInTry;
import coop.kumiai.accounts.SignIns;
import coop.kumiai.kernel.Refused;
import coop.kumiai.shop.MemberSessions;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NextPage;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SecondSteps;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.SignInFields;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;

/** ログイン and ログアウト of members. */
@Controller
@Allow(Who.VISITOR)
class SignInPage {
    private final SignIns signIns;
    private final MemberSessions sessions;
    private final SecondSteps steps;
    private final Pages pages;

    SignInPage(SignIns signIns, MemberSessions sessions, SecondSteps steps, Pages pages) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.steps = steps;
        this.pages = pages;
    }

    @GetMapping("/{coop}/sign-in")
    View show(Visit visit, @RequestParam(defaultValue = "") String next) {
        return page(visit, "", next, FormErrors.NONE);
    }

    @PostMapping("/{coop}/sign-in")
    View signIn(
            Visit visit,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var attempt =
                new SignInTry(email, password, request.getRemoteAddr(), sessions.mark(request));
        try {
            return switch (signIns.enter(visit.coopId(), attempt)) {
                case Entry.In(var account) -> in(visit, account, next, request, response);
                case Entry.SecondStep step -> {
                    steps.begin(visit, step, next, request);
                    yield SeeOther.at(visit.path("sign-in/second"));
                }
                case Entry.NewPassword(var token) ->
                        SeeOther.at(visit.path("sign-in/reset/" + token));
            };
        } catch (Refused refused) {
            return page(visit, email, next, FormErrors.of(refused.refusals()));
        }
    }

    private View in(
            Visit visit,
            Account account,
            String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        sessions.begin(visit.coopId(), account, request, response);
        return SeeOther.at(NextPage.of(visit, next, ""));
    }

    @PostMapping("/{coop}/sign-out")
    @WhileActing
    View signOut(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return SeeOther.at(visit.path("signed-out"));
    }

    @GetMapping("/{coop}/signed-out")
    View signedOut(Visit visit) {
        return pages.page(visit, "ログアウトしました", "shop/signin/signedOut.jte", Map.of());
    }

    private View page(Visit visit, String email, String next, FormErrors errors) {
        return pages.form(
                visit,
                "ログイン",
                "shop/signin/signIn.jte",
                SignInFields.of(email, next, errors),
                errors);
    }
}
