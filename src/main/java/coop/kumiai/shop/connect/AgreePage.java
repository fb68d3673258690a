package coop.kumiai.shop.connect;

import com.nimbusds.oauth2.sdk.OAuth2Error;

import coop.kumiai.connect.ConnectedService;
import coop.kumiai.connect.Consents;
import coop.kumiai.connect.Services;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.net.URI;
import java.util.Map;

/**
 * 同意: which service, which data, in words; agree or not. Goes on to the service by a page of our
 * own: a redirect after a form would have to be allowed by the content security policy, for every
 * address of every service.
 */
@Controller
@Allow(Who.VISITOR)
class AgreePage {
    private final Services services;
    private final Consents consents;
    private final Steps steps;
    private final Answers answers;
    private final Pages pages;

    AgreePage(Services services, Consents consents, Steps steps, Answers answers, Pages pages) {
        this.services = services;
        this.consents = consents;
        this.steps = steps;
        this.answers = answers;
        this.pages = pages;
    }

    @GetMapping("/{coop}/connect/agree")
    View show(
            Visit visit,
            @RequestParam(defaultValue = "") String asked,
            HttpServletRequest request,
            HttpServletResponse response) {
        return AskedInSession.find(request, asked)
                .map(it -> goOn(visit, it, request, response))
                .orElseGet(() -> lost(visit));
    }

    @PostMapping("/{coop}/connect/agree")
    View decide(
            Visit visit,
            @RequestParam(defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = AskedInSession.find(request, asked);
        if (found.isEmpty()) {
            return lost(visit);
        }
        // Signed out meanwhile, or never asked: the question first.
        if (!(steps.next(visit, found.get()) instanceof Step.Ask(var known, var service))) {
            return goOn(visit, found.get(), request, response);
        }
        if (!answer.equals("yes")) {
            var refused = answers.error(visit, known, OAuth2Error.ACCESS_DENIED);
            return leave(visit, known, refused, request, response);
        }
        consents.give(visit.coopId(), visit.account(), service, known.scopeSet());
        return goOn(visit, known.agreed(), request, response);
    }

    private View goOn(
            Visit visit, Asked asked, HttpServletRequest request, HttpServletResponse response) {
        return switch (steps.next(visit, asked)) {
            case Step.Away(var address) -> leave(visit, asked, address, request, response);
            case Step.Here(var path) -> SeeOther.at(path);
            case Step.Ask(var known, var service) -> ask(visit, known, service);
        };
    }

    private View ask(Visit visit, Asked asked, ConnectedService service) {
        return pages.page(
                visit,
                service.name() + "へのログイン",
                "shop/connect/agree.jte",
                Map.of(
                        "service",
                        service,
                        "scopes",
                        asked.scopeSet(),
                        "asked",
                        asked.id(),
                        "place",
                        place(asked.redirect())));
    }

    private View leave(
            Visit visit,
            Asked asked,
            String address,
            HttpServletRequest request,
            HttpServletResponse response) {
        AskedInSession.forget(request, asked);
        var service = services.get(visit.coopId(), asked.serviceId());
        response.setHeader("Refresh", "0;url=" + address);
        return pages.page(
                visit,
                service.name() + "へ移ります",
                "shop/connect/leave.jte",
                Map.of("name", service.name(), "address", address));
    }

    private View lost(Visit visit) {
        return pages.page(visit, "はじめからお願いします", "shop/connect/lost.jte", Map.of(), HttpStatus.GONE);
    }

    /** Whose address it is that one is sent to: the machine's name, or the app's. */
    private static String place(String redirect) {
        var uri = URI.create(redirect);
        return uri.getHost() == null ? uri.getScheme() : uri.getHost();
    }
}
