package coop.kumiai.shop.connect;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;

import coop.kumiai.connect.ConnectedService;
import coop.kumiai.connect.Grants;
import coop.kumiai.connect.IdTokens;
import coop.kumiai.connect.IssuedTokens;
import coop.kumiai.connect.Services;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a service changes a code, or a refresh token, for tokens, and gives them back. It shows who
 * it is by its secret, in the header or in the form; an app by the verifier alone.
 */
@Controller
@Allow(Who.VISITOR)
class TokenEndpoint {
    private final Services services;
    private final Grants grants;
    private final IdTokens idTokens;

    TokenEndpoint(Services services, Grants grants, IdTokens idTokens) {
        this.services = services;
        this.grants = grants;
        this.idTokens = idTokens;
    }

    @PostMapping("/{coop}/connect/service/token")
    ResponseEntity<Map<String, Object>> token(
            Visit visit,
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
                    @Nullable String header) {
        if (form.values().stream().anyMatch(it -> it.size() > 1)
                || !form.containsKey("grant_type")) {
            return failed(OAuth2Error.INVALID_REQUEST);
        }
        var service = service(visit, form, header);
        if (service.isEmpty()) {
            return failed(OAuth2Error.INVALID_CLIENT);
        }
        return switch (text(form, "grant_type")) {
            case "authorization_code" -> byCode(visit, service.get(), form);
            case "refresh_token" -> byRefreshToken(visit, service.get(), form);
            default -> failed(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        };
    }

    /** Gives a token back (RFC 7009): the same answer whether or not there was one. */
    @PostMapping("/{coop}/connect/service/revoke")
    ResponseEntity<Map<String, Object>> revoke(
            Visit visit,
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
                    @Nullable String header) {
        if (text(form, "token").isEmpty()) {
            return failed(OAuth2Error.INVALID_REQUEST);
        }
        var service = service(visit, form, header);
        if (service.isEmpty()) {
            return failed(OAuth2Error.INVALID_CLIENT);
        }
        grants.revoke(visit.coopId(), service.get().serviceId(), text(form, "token"));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of());
    }

    private ResponseEntity<Map<String, Object>> byCode(
            Visit visit, ConnectedService service, MultiValueMap<String, String> form) {
        return grants.redeem(
                        visit.coopId(),
                        service.serviceId(),
                        text(form, "code"),
                        text(form, "redirect_uri"),
                        text(form, "code_verifier"))
                .map(
                        it -> {
                            var answer = answer(it);
                            var signed = idTokens.sign(visit.coopId(), it.grant());
                            answer.put("id_token", signed.serialize());
                            return good(answer);
                        })
                .orElseGet(() -> failed(OAuth2Error.INVALID_GRANT));
    }

    private ResponseEntity<Map<String, Object>> byRefreshToken(
            Visit visit, ConnectedService service, MultiValueMap<String, String> form) {
        return grants.refresh(visit.coopId(), service.serviceId(), text(form, "refresh_token"))
                .map(it -> good(answer(it)))
                .orElseGet(() -> failed(OAuth2Error.INVALID_GRANT));
    }

    private static Map<String, Object> answer(IssuedTokens tokens) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", tokens.access());
        answer.put("token_type", "Bearer");
        answer.put("expires_in", tokens.accessValid().toSeconds());
        answer.put("refresh_token", tokens.refresh());
        answer.put(
                "scope",
                String.join(
                        " ",
                        tokens.grant().asked().scopes().stream().map(it -> it.code()).toList()));
        return answer;
    }

    private Optional<ConnectedService> service(
            Visit visit, MultiValueMap<String, String> form, @Nullable String header) {
        var id = text(form, "client_id");
        if (header == null) {
            var secret = Optional.of(text(form, "client_secret")).filter(it -> !it.isEmpty());
            return services.authenticate(visit.coopId(), id, secret);
        }
        try {
            var basic = ClientSecretBasic.parse(header);
            var clientId = basic.getClientID().getValue();
            return (id.isEmpty() || id.equals(clientId)) && !form.containsKey("client_secret")
                    ? services.authenticate(
                            visit.coopId(),
                            clientId,
                            Optional.of(basic.getClientSecret().getValue()))
                    : Optional.empty();
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        return form.getOrDefault(name, List.of("")).getFirst();
    }

    private static ResponseEntity<Map<String, Object>> good(Map<String, Object> answer) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.PRAGMA, "no-cache")
                .body(answer);
    }

    private static ResponseEntity<Map<String, Object>> failed(ErrorObject error) {
        var response =
                ResponseEntity.status(error.getHTTPStatusCode())
                        .cacheControl(CacheControl.noStore());
        if (error.getHTTPStatusCode() == HttpStatus.UNAUTHORIZED.value()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"services\"");
        }
        return response.body(Map.of("error", error.getCode()));
    }
}
