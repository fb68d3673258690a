package coop.kumiai.shop.connect;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Prompt;

import coop.kumiai.connect.ConnectedService;
import coop.kumiai.connect.Grants;
import coop.kumiai.connect.Scope;
import coop.kumiai.web.SignedIn;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what a service asks for, and refuses what is not the code flow with PKCE. */
@Component
class AuthorizeRequests {
    private final Clock clock;

    AuthorizeRequests(Clock clock) {
        this.clock = clock;
    }

    /** What was understood, or the error to send back. */
    sealed interface Read {
        record Good(Asked asked) implements Read {}

        record Bad(ErrorObject error) implements Read {}
    }

    /**
     * @param service whose redirect address was checked already
     */
    Read read(ConnectedService service, String query, Optional<SignedIn> signedIn) {
        try {
            var request = AuthenticationRequest.parse(query);
            var error = error(service, request);
            return error.isPresent()
                    ? new Read.Bad(error.get())
                    : new Read.Good(asked(service, request, signedIn));
        } catch (ParseException e) {
            return new Read.Bad(
                    e.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : e.getErrorObject());
        }
    }

    private static Optional<ErrorObject> error(
            ConnectedService service, AuthenticationRequest request) {
        if (request.getRequestObject() != null || request.getRequestURI() != null) {
            return Optional.of(OAuth2Error.REQUEST_NOT_SUPPORTED);
        }
        if (!request.getResponseType().impliesCodeFlow()) {
            return Optional.of(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE);
        }
        if (request.getResponseMode() != null
                && !request.getResponseMode().equals(ResponseMode.QUERY)) {
            return Optional.of(
                    OAuth2Error.INVALID_REQUEST.setDescription("response_mode must be query"));
        }
        if (!hasChallenge(request)) {
            return Optional.of(
                    OAuth2Error.INVALID_REQUEST.setDescription("PKCE with S256 is required"));
        }
        return service.scopes().containsAll(Scope.all(request.getScope().toStringList()))
                ? Optional.empty()
                : Optional.of(OAuth2Error.INVALID_SCOPE);
    }

    private static boolean hasChallenge(AuthenticationRequest request) {
        return request.getCodeChallenge() != null
                && CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())
                && Grants.isChallenge(request.getCodeChallenge().getValue());
    }

    private Asked asked(
            ConnectedService service, AuthenticationRequest request, Optional<SignedIn> signedIn) {
        var scopes = Scope.all(request.getScope().toStringList());
        return new Asked(
                UUID.randomUUID().toString(),
                service.serviceId(),
                request.getRedirectionURI().toString(),
                List.copyOf(scopes.stream().map(Scope::code).toList()),
                request.getCodeChallenge().getValue(),
                request.getState() == null ? null : request.getState().getValue(),
                request.getNonce() == null ? null : request.getNonce().getValue(),
                signedIn.isEmpty() ? null : provedAfter(request),
                prompts(request, Prompt.Type.NONE),
                prompts(request, Prompt.Type.CONSENT));
    }

    private @Nullable Instant provedAfter(AuthenticationRequest request) {
        var now = clock.instant();
        if (prompts(request, Prompt.Type.LOGIN)) {
            return now;
        }
        return request.getMaxAge() < 0 ? null : now.minusSeconds(request.getMaxAge());
    }

    private static boolean prompts(AuthenticationRequest request, Prompt.Type type) {
        return request.getPrompt() != null && request.getPrompt().contains(type);
    }
}
