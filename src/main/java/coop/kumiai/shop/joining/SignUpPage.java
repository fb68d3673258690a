package coop.kumiai.shop.joining;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.membership.MyPageTerms;
import coop.kumiai.membership.SignUps;
import coop.kumiai.policies.Policies;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;

/** マイページのご登録 by the address that the co-op knows (U-SIGN-1, U-SIGN-2). */
@Controller
@Allow(Who.VISITOR)
class SignUpPage {
    private final SignUps signUps;
    private final Policies policies;
    private final Pages pages;

    SignUpPage(SignUps signUps, Policies policies, Pages pages) {
        this.signUps = signUps;
        this.policies = policies;
        this.pages = pages;
    }

    @GetMapping("/{coop}/sign-up")
    View show(Visit visit) {
        return page(visit, "", FormErrors.NONE);
    }

    @PostMapping("/{coop}/sign-up")
    View ask(
            Visit visit,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request) {
        requireOffered(visit);
        try {
            signUps.ask(visit.coopId(), email, request.getRemoteAddr());
            return SeeOther.at(visit.path("sign-up/sent"));
        } catch (Refused refused) {
            return page(visit, email, FormErrors.of(refused.refusals()));
        }
    }

    /** The same whatever came of it. */
    @GetMapping("/{coop}/sign-up/sent")
    View sent(Visit visit) {
        requireOffered(visit);
        var valid = policies.today(visit.coopId(), MyPageTerms.class).invitationValid();
        return pages.page(
                visit,
                "メールをお送りしました",
                "shop/joining/signUpSent.jte",
                Map.of("valid", JapaneseDates.duration(valid)));
    }

    private View page(Visit visit, String email, FormErrors errors) {
        requireOffered(visit);
        var field =
                Field.email("email", "メールアドレス")
                        .hint("加入のときに生協にお知らせになったものです。")
                        .value(email)
                        .errors(errors);
        return pages.form(
                visit, "マイページのご登録", "shop/joining/signUp.jte", Map.of("email", field), errors);
    }

    private void requireOffered(Visit visit) {
        if (!signUps.isOffered(visit.coopId())) {
            throw new NotFound("sign-up");
        }
    }
}
