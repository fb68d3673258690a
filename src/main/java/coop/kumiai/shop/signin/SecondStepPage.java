package coop.kumiai.shop.signin;

import coop.kumiai.accounts.Account;
import coop.kumiai.kernel.Refused;
import coop.kumiai.shop.MemberSessions;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NextPage;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SecondStepFields;
import coop.kumiai.web.SecondSteps;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 二段階認証: the code after the password (U-SIGN-1). */
@Controller
@Allow(Who.VISITOR)
class SecondStepPage {
    private final SecondSteps steps;
    private final SecondStepFields fields;
    private final MemberSessions sessions;
    private final Pages pages;

    SecondStepPage(
            SecondSteps steps, SecondStepFields fields, MemberSessions sessions, Pages pages) {
        this.steps = steps;
        this.fields = fields;
        this.sessions = sessions;
        this.pages = pages;
    }

    @GetMapping("/{coop}/sign-in/second")
    View show(Visit visit, HttpServletRequest request) {
        return page(visit, FormErrors.NONE, request);
    }

    @PostMapping("/{coop}/sign-in/second")
    View complete(
            Visit visit,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var next = steps.pending(visit, request).next();
            var account = steps.complete(visit, code, request);
            return in(visit, account, next, request, response);
        } catch (Refused refused) {
            return page(visit, FormErrors.of(refused.refusals()), request);
        }
    }

    @PostMapping("/{coop}/sign-in/second/mail")
    View mail(Visit visit, HttpServletRequest request) {
        try {
            steps.mailAgain(visit, request);
            return SeeOther.at(visit.path("sign-in/second"));
        } catch (Refused refused) {
            return page(visit, FormErrors.of(refused.refusals()), request);
        }
    }

    View in(
            Visit visit,
            Account account,
            String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        sessions.begin(visit.coopId(), account, request, response);
        return SeeOther.at(NextPage.of(visit, next, ""));
    }

    private View page(Visit visit, FormErrors errors, HttpServletRequest request) {
        try {
            var pending = steps.pending(visit, request);
            return pages.form(
                    visit,
                    "確認コード",
                    "shop/signin/second.jte",
                    fields.of(visit, pending, errors),
                    errors);
        } catch (Refused tooLate) {
            return SeeOther.at(visit.path("sign-in"));
        }
    }
}
