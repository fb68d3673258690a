package coop.kumiai.api;

import coop.kumiai.accounts.MailProof.Purpose;
import coop.kumiai.accounts.MailProofs;
import coop.kumiai.api.IssuedTokens.SignInToken;
import coop.kumiai.kernel.PostalCode;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.MemberRefusal.Missing;
import coop.kumiai.members.Place;
import coop.kumiai.members.Registrations;
import coop.kumiai.members.TypedApplication;
import coop.kumiai.postal.PostalCodeAnswer.Nowhere;
import coop.kumiai.postal.PostalCodeAnswer.Towns;
import coop.kumiai.postal.PostalCodes;
import coop.kumiai.postal.Town;
import coop.kumiai.web.Allow;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

/** 新規登録 out of an app (N-REG-1): the mail, its code, who it is. */
@RestController
@RequestMapping("/api/v1/{coop}/registrations")
@Allow(Who.VISITOR)
@NetShop
class RegistrationsApi {
    private final PostalCodes postalCodes;
    private final Registrations registrations;
    private final MailProofs proofs;
    private final IssuedTokens tokens;

    RegistrationsApi(
            PostalCodes postalCodes,
            Registrations registrations,
            MailProofs proofs,
            IssuedTokens tokens) {
        this.postalCodes = postalCodes;
        this.registrations = registrations;
        this.proofs = proofs;
        this.tokens = tokens;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary =
                    "Ask for the mail with a code; the answer is the same whether or not the"
                            + " address is registered")
    SentMailJson askForMail(
            Visit visit, @Valid @RequestBody MailRequest asked, HttpServletRequest request) {
        return new SentMailJson(
                registrations.ask(
                        visit.coopId(), place(asked), asked.email(), request.getRemoteAddr()));
    }

    private Place place(MailRequest asked) {
        return switch (postalCodes.find(asked.postalCode())) {
            case Towns found ->
                    found.towns().stream()
                            .filter(it -> it.label().equals(asked.place()))
                            .findFirst()
                            .map(it -> place(found.code(), it))
                            .orElseThrow(() -> Refused.because(new Missing("place", "地域")));
            case Nowhere nowhere -> throw Refused.because(nowhere);
        };
    }

    private static Place place(PostalCode code, Town town) {
        return new Place(code, town.prefecture(), town.city(), town.town());
    }

    @PostMapping("/{mail}/code")
    @Operation(summary = "The code of the mail, for a token that opens the registration once")
    RegistrationToken redeemCode(
            Visit visit, @PathVariable UUID mail, @Valid @RequestBody CodeRequest typed) {
        return new RegistrationToken(
                proofs.redeemCode(visit.coopId(), Purpose.REGISTRATION, mail, typed.code()));
    }

    @PostMapping("/members")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register with the token of the mail; answers with a bearer token")
    SignInToken register(Visit visit, @Valid @RequestBody PersonRequest typed) {
        var coop = visit.coopId();
        registrations.fill(
                coop, typed.token(), typed.application(), typed.password(), typed.password());
        return tokens.issue(coop, registrations.complete(coop, typed.token()));
    }

    /**
     * @param place as {@code GET /areas} lists it for the code
     */
    record MailRequest(@NotNull String postalCode, @NotNull String place, @NotNull String email) {}

    /**
     * @param mail by which its code is sent in
     */
    record SentMailJson(UUID mail) {}

    record CodeRequest(@NotNull String code) {}

    record RegistrationToken(String token) {
        /** A token is never printed. */
        @Override
        public String toString() {
            return "RegistrationToken";
        }
    }

    /**
     * @param birthDate in any Japanese writing
     * @param joining {@code web}, {@code in_person} or {@code existing}
     * @param memberCode of somebody who has joined already, or empty
     */
    record PersonRequest(
            @NotNull String token,
            @NotNull String family,
            @NotNull String given,
            @NotNull String familyKana,
            @NotNull String givenKana,
            @NotNull String phone,
            @NotNull String birthDate,
            @NotNull String street,
            @NotNull String building,
            @NotNull String joining,
            @NotNull String memberCode,
            @NotNull String password) {
        TypedApplication application() {
            return new TypedApplication(
                    family,
                    given,
                    familyKana,
                    givenKana,
                    phone,
                    birthDate,
                    street,
                    building,
                    joining,
                    memberCode);
        }

        /** A password is never printed. */
        @Override
        public String toString() {
            return "PersonRequest";
        }
    }
}
