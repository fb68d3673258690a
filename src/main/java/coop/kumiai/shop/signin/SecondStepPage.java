package coop.kumiai.shop.signin;

import coop.kumiai.accounts.Account;
import coop.kumiai.shop.MemberSessions;
import coop.kumiai.web.Allow;
import coop.kumiai.web.NextPage;
import coop.kumiai.web.SecondStepForm;
import coop.kumiai.web.SecondStepForm.Door;
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
    private static final Door DOOR = new Door("sign-in", "shop/signin/second.jte");
    private final SecondStepForm form;
    private final MemberSessions sessions;

    SecondStepPage(SecondStepForm form, MemberSessions sessions) {
        this.form = form;
        this.sessions = sessions;
    }

    @GetMapping("/{coop}/sign-in/second")
    View show(Visit visit, HttpServletRequest request) {
        return form.show(visit, DOOR, request);
    }

    @PostMapping("/{coop}/sign-in/second")
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

    @PostMapping("/{coop}/sign-in/second/mail")
    View mail(Visit visit, HttpServletRequest request) {
        return form.mail(visit, DOOR, request);
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
}
