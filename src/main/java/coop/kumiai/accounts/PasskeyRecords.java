package coop.kumiai.accounts;

import coop.kumiai.accounts.PasskeyStore.Stored;
import coop.kumiai.kernel.CoopId;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One co-op's passkeys as Spring's WebAuthn asks for them. A user name is an account's id there.
 *
 * <p>Three of its methods are refused: registering and signing in call none of them, and what they
 * would do has a way of its own that asks for a proof, writes it down and tells the owner ({@link
 * Passkeys}). Done silently here, a later version of Spring that did call them would go past that.
 */
record PasskeyRecords(CoopId coop, PasskeyStore store, AccountStore accounts, Clock clock)
        implements UserCredentialRepository {

    /** Owners remove their passkeys by {@link Passkeys}, never a ceremony. */
    @Override
    public void delete(Bytes credentialId) {
        throw new UnsupportedOperationException("owners remove their passkeys");
    }

    /** After a use; a new one is written where its name is known. */
    @Override
    public void save(CredentialRecord record) {
        var id = record.getCredentialId().toBase64UrlString();
        if (store.find(coop, id).isPresent()) {
            store.noteUse(
                    coop, id, record.getSignatureCount(), record.isBackupState(), clock.instant());
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return store.find(coop, credentialId.toBase64UrlString()).map(this::record).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return store.owner(coop, userId.toBase64UrlString()).stream()
                .flatMap(it -> store.storedOf(coop, it).stream())
                .map(this::record)
                .toList();
    }

    static Stored stored(UUID accountId, CredentialRecord record) {
        return new Stored(
                record.getCredentialId().toBase64UrlString(),
                accountId,
                record.getPublicKey().getBytes(),
                bytes(record.getAttestationObject()),
                bytes(record.getAttestationClientDataJSON()),
                record.getSignatureCount(),
                record.isBackupEligible(),
                record.isBackupState(),
                record.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .sorted()
                        .collect(Collectors.joining(",")));
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    private CredentialRecord record(Stored stored) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(stored.credentialId()))
                .userEntityUserId(handle(stored.accountId()))
                .publicKey(new ImmutablePublicKeyCose(stored.publicKey()))
                .attestationObject(new Bytes(stored.attestation()))
                .attestationClientDataJSON(new Bytes(stored.clientData()))
                .signatureCount(stored.signCount())
                .uvInitialized(true)
                .backupEligible(stored.backupEligible())
                .backupState(stored.backedUp())
                .transports(transports(stored))
                .created(clock.instant())
                .lastUsed(clock.instant())
                .label("")
                .build();
    }

    private static Set<AuthenticatorTransport> transports(Stored stored) {
        return Arrays.stream(stored.transports().split(",", -1))
                .filter(it -> !it.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Bytes handle(UUID accountId) {
        return Bytes.fromBase64(store.handle(coop, accountId, Bytes.random().toBase64UrlString()));
    }

    /** The same for accounts: only those that are open. */
    PublicKeyCredentialUserEntityRepository owners() {
        return new Owners();
    }

    private final class Owners implements PublicKeyCredentialUserEntityRepository {
        @Override
        public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
            return store.owner(coop, id.toBase64UrlString()).map(this::entity).orElse(null);
        }

        @Override
        public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
            return entity(UUID.fromString(name));
        }

        /** {@link #findByUsername} gives every account its handle before anybody could save one. */
        @Override
        public void save(PublicKeyCredentialUserEntity entity) {
            throw new UnsupportedOperationException("every account has its handle");
        }

        /** A handle goes with its account: passkeys on phones hold it. */
        @Override
        public void delete(Bytes id) {
            throw new UnsupportedOperationException("a handle goes with its account");
        }

        private @Nullable PublicKeyCredentialUserEntity entity(UUID accountId) {
            return accounts.find(coop, accountId)
                    .map(
                            account ->
                                    ImmutablePublicKeyCredentialUserEntity.builder()
                                            .id(handle(accountId))
                                            .name(account.email())
                                            .displayName(account.displayName())
                                            .build())
                    .orElse(null);
        }
    }
}
