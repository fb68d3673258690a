package coop.kumiai.shop.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.kumiai.connect.ConnectedService;
import coop.kumiai.connect.Services;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a service sends its members to sign in. An unknown service, or an address that is not
 * registered sign by sign, is told to the member and never redirected to.
 */
@Controller
@Allow(Who.VISITOR)
class AuthorizePage {
    private final Services services;
    private final AuthorizeRequests requests;
    private final Answers answers;
    private final Steps steps;
    private final Pages pages;

    AuthorizePage(
            Services services,
            AuthorizeRequests requests,
            Answers answers,
            Steps steps,
            Pages pages) {
        this.services = services;
        this.requests = requests;
        this.answers = answers;
        this.steps = steps;
        this.pages = pages;
    }

    @GetMapping("/{coop}/connect/authorize")
    View authorize(Visit visit, HttpServletRequest request) {
        var service =
                only(request, "client_id").flatMap(it -> services.byClientId(visit.coopId(), it));
        var redirect = only(request, "redirect_uri");
        if (service.isEmpty() || redirect.filter(service.get().redirects()::contains).isEmpty()) {
            return pages.page(
                    visit,
                    "サービスへ進めません",
                    "shop/connect/unknown.jte",
                    Map.of(),
                    HttpStatus.BAD_REQUEST);
        }
        return goOn(visit, service.get(), redirect.get(), request);
    }

    /** A service that sends a form comes the same way. */
    @PostMapping("/{coop}/connect/authorize")
    View authorizeByForm(Visit visit, HttpServletRequest request) {
        var query =
                request.getParameterMap().entrySet().stream()
                        .flatMap(
                                it ->
                                        Arrays.stream(it.getValue())
                                                .map(value -> pair(it.getKey(), value)))
                        .collect(Collectors.joining("&"));
        return SeeOther.at(visit.path("connect/authorize?" + query));
    }

    private View goOn(
            Visit visit, ConnectedService service, String redirect, HttpServletRequest request) {
        var read = requests.read(service, request.getQueryString(), visit.signedIn());
        return switch (read) {
            case AuthorizeRequests.Read.Bad(var error) -> {
                var state = only(request, "state").orElse(null);
                yield to(answers.error(visit, redirect, state, error));
            }
            case AuthorizeRequests.Read.Good(var asked) ->
                    switch (steps.next(visit, asked)) {
                        case Step.Away(var address) -> to(address);
                        case Step.Here(var path) -> keep(request, asked, path);
                        case Step.Ask ask -> keep(request, asked, Steps.path(visit, asked));
                    };
        };
    }

    private static View keep(HttpServletRequest request, Asked asked, String path) {
        AskedInSession.keep(request, asked);
        return to(path);
    }

    private static View to(String address) {
        return new RedirectView(address, false, false, false);
    }

    /** A parameter that stands there once. */
    private static Optional<String> only(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameterValues(name))
                .filter(it -> it.length == 1)
                .map(it -> it[0]);
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    }
}
