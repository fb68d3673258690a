package coop.kumiai.api;

import coop.kumiai.accounts.AccessTokens;
import coop.kumiai.accounts.SignInTry;
import coop.kumiai.accounts.SignIns;
import coop.kumiai.api.IssuedTokens.SignInToken;
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

/** Members sign in for a bearer token, and out again. */
@RestController
@RequestMapping("/api/v1/{coop}/sign-in")
class SignInApi {
    private static final String SCHEME = "Bearer ";
    private final SignIns signIns;
    private final AccessTokens tokens;
    private final IssuedTokens issued;

    SignInApi(SignIns signIns, AccessTokens tokens, IssuedTokens issued) {
        this.signIns = signIns;
        this.tokens = tokens;
        this.issued = issued;
    }

    @Allow(Who.VISITOR)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Sign in with e-mail and password for a bearer token")
    SignInToken signIn(
            Visit visit, @Valid @RequestBody SignInRequest typed, HttpServletRequest request) {
        var attempt = new SignInTry(typed.email(), typed.password(), request.getRemoteAddr());
        return issued.issue(visit.coopId(), signIns.member(visit.coopId(), attempt));
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
}
