package coop.kumiai.accounts;

import com.webauthn4j.util.exception.WebAuthnException;

import coop.kumiai.accounts.Account.Kind;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Coops;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * パスキー beside passwords (X-ID-1), by Spring Security's WebAuthn. The device always asks for the
 * finger, face or PIN, so a passkey is two factors at once. What must not change between a question
 * and its answer is the challenge; the caller keeps it in the browser's session and uses it once.
 */
@Service
public class Passkeys {
    private static final int MOST_NAME = 40;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final PasskeyStore store;
    private final AccountStore accounts;
    private final AuditStore audit;
    private final Coops coops;
    private final Environment environment;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Passkeys(
            PasskeyStore store,
            AccountStore accounts,
            AuditStore audit,
            Coops coops,
            Environment environment,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.audit = audit;
        this.coops = coops;
        this.environment = environment;
        this.announce = announce;
        this.clock = clock;
    }

    public List<Passkey> of(CoopId coop, UUID accountId) {
        return store.of(coop, accountId);
    }

    /** What the browser is asked to make a passkey with, as JSON. */
    public String creationOptions(CoopId coop, UUID accountId, byte[] challenge) {
        var request = new ImmutablePublicKeyCredentialCreationOptionsRequest(somebody(accountId));
        return json.writeValueAsString(
                webAuthn(coop, challenge).createPublicKeyCredentialCreationOptions(request));
    }

    /**
     * Takes the browser's answer.
     *
     * @throws Refused when it does not fit, or the device is registered
     */
    @Transactional
    public void register(
            CoopId coop, UUID accountId, byte[] challenge, String answer, String name) {
        var record =
                fitting(
                        new PasskeyRefusal.NotRegistered(),
                        () -> {
                            var webAuthn = webAuthn(coop, challenge);
                            var asked =
                                    new ImmutablePublicKeyCredentialCreationOptionsRequest(
                                            somebody(accountId));
                            var credential =
                                    json.readValue(
                                            answer,
                                            new TypeReference<
                                                    PublicKeyCredential<
                                                            AuthenticatorAttestationResponse>>() {});
                            return webAuthn.registerCredential(
                                    new ImmutableRelyingPartyRegistrationRequest(
                                            webAuthn.createPublicKeyCredentialCreationOptions(
                                                    asked),
                                            new RelyingPartyPublicKey(credential, "passkey")));
                        });
        if (!store.insert(
                coop, PasskeyRecords.stored(accountId, record), named(name), clock.instant())) {
            throw Refused.because(new PasskeyRefusal.NotRegistered());
        }
        changed(coop, accountId, "passkey-registered");
    }

    /**
     * What the browser is asked to sign in with, as JSON.
     *
     * @param accountId where only one account's passkeys will do
     */
    public String requestOptions(CoopId coop, Optional<UUID> accountId, byte[] challenge) {
        var request =
                new ImmutablePublicKeyCredentialRequestOptionsRequest(
                        accountId.map(Passkeys::somebody).orElse(null));
        return json.writeValueAsString(
                webAuthn(coop, challenge).createCredentialRequestOptions(request));
    }

    /**
     * Whose passkey it is.
     *
     * @param kind whose door it is: a member's passkey opens nothing of the staff's
     * @throws Refused when it is nobody's here, or the answer does not fit
     */
    @Transactional
    public Account authenticate(CoopId coop, Kind kind, byte[] challenge, String answer) {
        var owner =
                fitting(
                        new PasskeyRefusal.NotTaken(),
                        () -> {
                            var webAuthn = webAuthn(coop, challenge);
                            var asked =
                                    webAuthn.createCredentialRequestOptions(
                                            new ImmutablePublicKeyCredentialRequestOptionsRequest(
                                                    null));
                            var credential =
                                    json.readValue(
                                            answer,
                                            new TypeReference<
                                                    PublicKeyCredential<
                                                            AuthenticatorAssertionResponse>>() {});
                            return webAuthn.authenticate(
                                    new RelyingPartyAuthenticationRequest(asked, credential));
                        });
        return store.owner(coop, owner.getId().toBase64UrlString())
                .flatMap(it -> accounts.find(coop, it))
                .filter(it -> it.kind() == kind)
                .orElseThrow(() -> Refused.because(new PasskeyRefusal.NotTaken()));
    }

    @Transactional
    public void rename(CoopId coop, UUID accountId, String credentialId, String name) {
        if (!store.rename(coop, accountId, credentialId, named(name))) {
            throw new NotFound("passkey");
        }
    }

    /** Signs nobody in any more; one that has gone already stays so. */
    @Transactional
    public void remove(CoopId coop, UUID accountId, String credentialId) {
        if (store.delete(coop, accountId, credentialId)) {
            changed(coop, accountId, "passkey-removed");
        }
    }

    private void changed(CoopId coop, UUID accountId, String action) {
        audit.note(coop, accountId, action, accountId, "");
        announce.publishEvent(new SecondFactorChanged(coop, accountId));
    }

    private Webauthn4JRelyingPartyOperations webAuthn(CoopId coop, byte[] challenge) {
        var root = URI.create(environment.getRequiredProperty("kumiai.public-url"));
        var records = new PasskeyRecords(coop, store, accounts, clock);
        var webAuthn =
                new Webauthn4JRelyingPartyOperations(
                        records.owners(),
                        records,
                        PublicKeyCredentialRpEntity.builder()
                                .id(root.getHost())
                                .name(coops.get(coop.code()).shortName())
                                .build(),
                        Set.of(root.getScheme() + "://" + root.getAuthority()));
        webAuthn.setCustomizeCreationOptions(
                options ->
                        options.challenge(new Bytes(challenge))
                                .authenticatorSelection(
                                        AuthenticatorSelectionCriteria.builder()
                                                .residentKey(ResidentKeyRequirement.REQUIRED)
                                                .userVerification(
                                                        UserVerificationRequirement.REQUIRED)
                                                .build()));
        webAuthn.setCustomizeRequestOptions(
                options ->
                        options.challenge(new Bytes(challenge))
                                .userVerification(UserVerificationRequirement.REQUIRED));
        return webAuthn;
    }

    private static <T> T fitting(PasskeyRefusal otherwise, java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (WebAuthnException
                | JacksonException
                | IllegalArgumentException
                | NullPointerException doesNotFit) {
            throw Refused.because(otherwise);
        }
    }

    private static Authentication somebody(UUID accountId) {
        return UsernamePasswordAuthenticationToken.authenticated(
                accountId.toString(), null, List.of());
    }

    private static String named(String typed) {
        var name = JapaneseText.tidy(typed);
        var end = name.offsetByCodePoints(0, Math.min(MOST_NAME, JapaneseText.length(name)));
        return name.isEmpty() ? "パスキー" : name.substring(0, end);
    }
}
