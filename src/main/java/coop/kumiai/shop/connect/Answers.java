package coop.kumiai.shop.connect;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;

import coop.kumiai.connect.Issuer;
import coop.kumiai.web.Visit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.net.URI;

/** The addresses by which a service is answered; each names the co-op that answers (RFC 9207). */
@Component
class Answers {
    private final Issuer issuer;

    Answers(Issuer issuer) {
        this.issuer = issuer;
    }

    String code(Visit visit, Asked asked, String code) {
        return new AuthenticationSuccessResponse(
                        URI.create(asked.redirect()),
                        new AuthorizationCode(code),
                        null,
                        null,
                        State.parse(asked.state()),
                        null,
                        by(visit),
                        ResponseMode.QUERY)
                .toURI()
                .toString();
    }

    String error(Visit visit, Asked asked, ErrorObject error) {
        return error(visit, asked.redirect(), asked.state(), error);
    }

    String error(Visit visit, String redirect, @Nullable String state, ErrorObject error) {
        return new AuthenticationErrorResponse(
                        URI.create(redirect),
                        error,
                        State.parse(state),
                        by(visit),
                        ResponseMode.QUERY)
                .toURI()
                .toString();
    }

    private com.nimbusds.oauth2.sdk.id.Issuer by(Visit visit) {
        return new com.nimbusds.oauth2.sdk.id.Issuer(issuer.of(visit.coopId()));
    }
}
