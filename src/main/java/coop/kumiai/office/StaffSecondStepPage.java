package coop.kumiai.office;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.Proving;
import coop.kumiai.kernel.Refused;
import coop.kumiai.web.Allow;
import coop.kumiai.web.NextPage;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SecondStepForm;
import coop.kumiai.web.SecondStepForm.Door;
import coop.kumiai.web.SecondSteps;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Sessions;
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

/** 職員の二段階認証: the code after the password, asked of staff by policy. */
@Controller
@Allow(Who.VISITOR)
class StaffSecondStepPage {
    private static final Door DOOR = new Door("office/sign-in", "office/second.jte");
    private final SecondStepForm form;
    private final SecondSteps steps;
    private final Proving proving;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Pages pages;

    StaffSecondStepPage(
            SecondStepForm form,
            SecondSteps steps,
            Proving proving,
            Accounts accounts,
            Sessions sessions,
            Pages pages) {
        this.form = form;
        this.steps = steps;
        this.proving = proving;
        this.accounts = accounts;
        this.sessions = sessions;
        this.pages = pages;
    }

    @GetMapping("/{coop}/office/sign-in/second")
    View show(Visit visit, HttpServletRequest request) {
        return form.show(visit, DOOR, request);
    }

    @PostMapping("/{coop}/office/sign-in/second")
    View complete(
            Visit visit,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        return form.complete(
                visit,
                DOOR,
                code,
                request,
                (account, next) -> in(visit, account, next, request, response));
    }

    @PostMapping("/{coop}/office/sign-in/second/mail")
    View mail(Visit visit, HttpServletRequest request) {
        return form.mail(visit, DOOR, request);
    }

    @GetMapping("/{coop}/office/sign-in/confirm/{token}")
    View link(Visit visit, @PathVariable String token) {
        try {
            proving.mailOf(visit.coopId(), token);
            return linkPage(visit, "");
        } catch (Refused refused) {
            return linkPage(visit, refused.refusals().getFirst().sentence());
        }
    }

    @PostMapping("/{coop}/office/sign-in/confirm/{token}")
    View confirm(
            Visit visit,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return steps.completeByLink(visit, token, request)
                    .map(it -> in(visit, it, "", request, response))
                    .orElseGet(() -> linkPage(visit, "もとの画面に、メールの確認コードを入れてください。"));
        } catch (Refused refused) {
            return linkPage(visit, refused.refusals().getFirst().sentence());
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

    private View linkPage(Visit visit, String sentence) {
        return pages.page(
                visit,
                "ご本人の確認",
                "office/proofLink.jte",
                Map.of("sentence", sentence),
                sentence.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
