package coop.kumiai.api;

import coop.kumiai.accounts.TillTerms;
import coop.kumiai.accounts.Tills;
import coop.kumiai.policies.Policies;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Tills sign in with their own secret for a bearer token. */
@RestController
class TillSignInApi {
    private final Tills tills;
    private final Policies policies;
    private final Clock clock;

    TillSignInApi(Tills tills, Policies policies, Clock clock) {
        this.tills = tills;
        this.policies = policies;
        this.clock = clock;
    }

    @Allow(Who.VISITOR)
    @PostMapping("/api/v1/{coop}/tills/sign-in")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Sign a till in with its number and secret for a bearer token")
    TillToken signInTill(
            Visit visit, @Valid @RequestBody TillSignInRequest typed, HttpServletRequest request) {
        var valid = policies.today(visit.coopId(), TillTerms.class).tokenValid();
        var expiresAt = clock.instant().plus(valid);
        var token =
                tills.signIn(visit.coopId(), typed.till(), typed.secret(), request.getRemoteAddr());
        return new TillToken(token, Jst.of(expiresAt));
    }

    /**
     * @param till the number that the office showed with the secret
     */
    record TillSignInRequest(@NotNull UUID till, @NotNull String secret) {
        /** A secret is never printed. */
        @Override
        public String toString() {
            return "TillSignInRequest[" + till + "]";
        }
    }

    /**
     * @param token goes into the header {@code Authorization: Bearer …} of every later call
     */
    record TillToken(String token, OffsetDateTime expiresAt) {}
}
