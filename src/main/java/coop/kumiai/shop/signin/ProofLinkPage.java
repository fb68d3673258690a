package coop.kumiai.shop.signin;

import coop.kumiai.accounts.Proving;
import coop.kumiai.kernel.Refused;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SecondSteps;
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
import org.springframework.web.servlet.View;

import java.util.Map;

/**
 * Behind the link of a mailed code. It counts in the browser that asked for the mail; whoever opens
 * it elsewhere types the code there. Opening it changes nothing.
 */
@Controller
@Allow(Who.VISITOR)
class ProofLinkPage {
    private final SecondSteps steps;
    private final ProvePage provePage;
    private final SecondStepPage secondPage;
    private final Proving proving;
    private final Pages pages;

    ProofLinkPage(
            SecondSteps steps,
            ProvePage provePage,
            SecondStepPage secondPage,
            Proving proving,
            Pages pages) {
        this.steps = steps;
        this.provePage = provePage;
        this.secondPage = secondPage;
        this.proving = proving;
        this.pages = pages;
    }

    @GetMapping("/{coop}/sign-in/confirm/{token}")
    View show(Visit visit, @PathVariable String token) {
        try {
            proving.mailOf(visit.coopId(), token);
            return pages.page(visit, "ご本人の確認", "shop/signin/proofLink.jte", Map.of());
        } catch (Refused refused) {
            return gone(visit, refused.refusals().getFirst().sentence());
        }
    }

    @PostMapping("/{coop}/sign-in/confirm/{token}")
    View confirm(
            Visit visit,
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            if (provePage.proveByLink(visit, token, request)) {
                return SeeOther.at(visit.path("account"));
            }
            return steps.completeByLink(visit, token, request)
                    .map(it -> secondPage.in(visit, it, "", request, response))
                    .orElseGet(
                            () ->
                                    gone(
                                            visit,
                                            "このメールは、別の端末かブラウザでお申し込みになったものです。もとの画面に、メールの確認コードを入れてください。"));
        } catch (Refused refused) {
            return gone(visit, refused.refusals().getFirst().sentence());
        }
    }

    private View gone(Visit visit, String sentence) {
        return pages.page(
                visit,
                "このメールでは進めません",
                "shop/signin/proofGone.jte",
                Map.of("sentence", sentence),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
