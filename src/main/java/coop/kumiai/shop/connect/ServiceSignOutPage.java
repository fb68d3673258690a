package coop.kumiai.shop.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.kumiai.connect.ConnectedService;
import coop.kumiai.connect.IdTokens;
import coop.kumiai.connect.Services;
import coop.kumiai.shop.MemberSessions;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
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

import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;

/**
 * Where a service sends a member to sign out of the co-op too. The member is asked, since anybody
 * can make such a link; then it goes back to the service, if its address is registered.
 */
@Controller
@Allow(Who.VISITOR)
class ServiceSignOutPage {
    private final Services services;
    private final IdTokens idTokens;
    private final MemberSessions sessions;
    private final Pages pages;

    ServiceSignOutPage(Services services, IdTokens idTokens, MemberSessions sessions, Pages pages) {
        this.services = services;
        this.idTokens = idTokens;
        this.sessions = sessions;
        this.pages = pages;
    }

    @GetMapping("/{coop}/connect/sign-out")
    View ask(
            Visit visit,
            @RequestParam(name = "id_token_hint", defaultValue = "") String hint,
            @RequestParam(name = "client_id", defaultValue = "") String clientId,
            @RequestParam(name = "post_logout_redirect_uri", defaultValue = "") String address,
            @RequestParam(defaultValue = "") String state,
            HttpServletResponse response) {
        var vouched = idTokens.serviceOf(visit.coopId(), hint).orElse(clientId);
        var fits = clientId.isEmpty() || clientId.equals(vouched);
        var back = fits ? back(visit, vouched, address) : Optional.<ConnectedService>empty();
        if (visit.signedIn().isEmpty()) {
            return goOn(visit, back, address, state, response);
        }
        return pages.page(
                visit,
                "ログアウト",
                "shop/connect/signOut.jte",
                Map.of(
                        "client",
                        back.map(it -> it.serviceId().toString()).orElse(""),
                        "address",
                        back.isPresent() ? address : "",
                        "state",
                        state));
    }

    @PostMapping("/{coop}/connect/sign-out")
    View signOut(
            Visit visit,
            @RequestParam(defaultValue = "") String client,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            HttpServletResponse response) {
        sessions.end(request, response);
        var nobody = new Visit(visit.coop(), Optional.empty(), visit.netShop());
        return goOn(nobody, back(visit, client, address), address, state, response);
    }

    private View goOn(
            Visit visit,
            Optional<ConnectedService> back,
            String address,
            String state,
            HttpServletResponse response) {
        if (back.isEmpty()) {
            return SeeOther.at(visit.path("signed-out"));
        }
        var whole = state.isEmpty() ? address : withState(address, state);
        response.setHeader("Refresh", "0;url=" + whole);
        return pages.page(
                visit,
                back.get().name() + "へ移ります",
                "shop/connect/leave.jte",
                Map.of("name", back.get().name(), "address", whole));
    }

    /** The service, where it has registered this very address. */
    private Optional<ConnectedService> back(Visit visit, String clientId, String address) {
        return services.byClientId(visit.coopId(), clientId)
                .filter(it -> it.returns().contains(address));
    }

    private static String withState(String address, String state) {
        var separator = address.contains("?") ? "&" : "?";
        return address + separator + "state=" + URLEncoder.encode(state, UTF_8);
    }
}
