package coop.kumiai.shop.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.openid.connect.sdk.OIDCError;

import coop.kumiai.accounts.OpenSignIn;
import coop.kumiai.accounts.OpenSignIns;
import coop.kumiai.connect.CodeRequest;
import coop.kumiai.connect.Consents;
import coop.kumiai.connect.Grants;
import coop.kumiai.connect.Services;
import coop.kumiai.web.SignedIn;
import coop.kumiai.web.Visit;

import org.springframework.stereotype.Component;

import java.net.URLEncoder;
import java.util.Optional;

/**
 * Leads a service's request on: sign in, prove who one is, agree, back to the service. Asked anew
 * after each, so that nothing can be skipped.
 */
@Component
class Steps {
    private final Services services;
    private final Consents consents;
    private final Grants grants;
    private final OpenSignIns open;
    private final Answers answers;

    Steps(Services services, Consents consents, Grants grants, OpenSignIns open, Answers answers) {
        this.services = services;
        this.consents = consents;
        this.grants = grants;
        this.open = open;
        this.answers = answers;
    }

    /** The address of the page that goes on with a request. */
    static String path(Visit visit, Asked asked) {
        return visit.path("connect/agree?asked=" + asked.id());
    }

    Step next(Visit visit, Asked asked) {
        var signedIn = visit.signedIn();
        var signIn = signedIn.flatMap(it -> signIn(visit, it));
        if (signIn.isEmpty()) {
            return askedAloud(visit, asked, "sign-in", OIDCError.LOGIN_REQUIRED);
        }
        if (!grants.mayUse(visit.coopId(), visit.account())) {
            return new Step.Away(answers.error(visit, asked, OAuth2Error.ACCESS_DENIED));
        }
        if (!asked.isProvedBy(signIn.get().provedAt())) {
            return askedAloud(visit, asked, "account/prove", OIDCError.LOGIN_REQUIRED);
        }
        return agreed(visit, asked, signedIn.orElseThrow(), signIn.get());
    }

    private Step agreed(Visit visit, Asked asked, SignedIn signedIn, OpenSignIn signIn) {
        var service = services.get(visit.coopId(), asked.serviceId());
        if (service.hasEnded()) {
            return new Step.Away(answers.error(visit, asked, OAuth2Error.UNAUTHORIZED_CLIENT));
        }
        var covered =
                consents.covers(
                        visit.coopId(), visit.account(), service.serviceId(), asked.scopeSet());
        if (covered && !asked.anew()) {
            var code = grants.begin(visit.coopId(), codeRequest(asked, signedIn, signIn));
            return new Step.Away(answers.code(visit, asked, code));
        }
        return asked.silent()
                ? new Step.Away(answers.error(visit, asked, OIDCError.CONSENT_REQUIRED))
                : new Step.Ask(asked, service);
    }

    private Step askedAloud(Visit visit, Asked asked, String page, ErrorObject otherwise) {
        return asked.silent()
                ? new Step.Away(answers.error(visit, asked, otherwise))
                : new Step.Here(
                        visit.path(page) + "?next=" + URLEncoder.encode(path(visit, asked), UTF_8));
    }

    private Optional<OpenSignIn> signIn(Visit visit, SignedIn member) {
        return Optional.ofNullable(member.signInId())
                .flatMap(
                        it ->
                                open.use(
                                        visit.coopId(),
                                        it,
                                        member.accountId(),
                                        member.generation()));
    }

    private static CodeRequest codeRequest(Asked asked, SignedIn signedIn, OpenSignIn signIn) {
        return new CodeRequest(
                signedIn.accountId(),
                asked.serviceId(),
                signIn.signInId(),
                signedIn.generation(),
                asked.scopeSet(),
                asked.redirect(),
                asked.challenge(),
                Optional.ofNullable(asked.nonce()),
                signIn.provedAt());
    }
}
