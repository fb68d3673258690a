package coop.kumiai.api;

import coop.kumiai.accounts.AccessTokens;
import coop.kumiai.accounts.SignInTerms;
import coop.kumiai.accounts.SignInTry;
import coop.kumiai.accounts.SignIns;
import coop.kumiai.policies.Policies;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.OffsetDateTime;

/** Members sign in for a bearer token, and out again. */
@RestController
@RequestMapping("/api/v1/{coop}/sign-in")
class SignInApi {
    private static final String SCHEME = "Bearer ";
    private final SignIns signIns;
    private final AccessTokens tokens;
    private final Policies policies;
    private final Clock clock;

    SignInApi(SignIns signIns, AccessTokens tokens, Policies policies, Clock clock) {
        this.signIns = signIns;
        this.tokens = tokens;
        this.policies = policies;
        this.clock = clock;
    }

    @Allow(Who.VISITOR)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Sign in with e-mail and password for a bearer token")
    SignInToken signIn(
            Visit visit, @Valid @RequestBody SignInRequest typed, HttpServletRequest request) {
        var attempt = new SignInTry(typed.email(), typed.password(), request.getRemoteAddr());
        var account = signIns.member(visit.coopId(), attempt);
        var valid = policies.today(visit.coopId(), SignInTerms.class).bearerValid();
        return new SignInToken(
                tokens.issue(visit.coopId(), account.accountId()),
                Jst.of(clock.instant().plus(valid)));
    }

    /** Ends the token that the call carries. */
    @Allow(Who.MEMBER)
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End the token that the call carries")
    void signOut(Visit visit, @RequestHeader("Authorization") String authorization) {
        tokens.revoke(visit.coopId(), authorization.substring(SCHEME.length()).strip());
    }

    record SignInRequest(@NotNull String email, @NotNull String password) {
        /** A password is never printed. */
        @Override
        public String toString() {
            return "SignInRequest";
        }
    }

    /**
     * @param token goes into the header {@code Authorization: Bearer …} of every later call
     */
    record SignInToken(String token, OffsetDateTime expiresAt) {}
}
