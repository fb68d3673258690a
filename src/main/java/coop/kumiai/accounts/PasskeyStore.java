package coop.kumiai.accounts;

import static coop.kumiai.accounts.db.Tables.PASSKEY;
import static coop.kumiai.accounts.db.Tables.PASSKEY_OWNER;

import coop.kumiai.accounts.db.tables.records.PasskeyRecord;
import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Passkeys and the handles of their owners. */
@Repository
class PasskeyStore {
    private final DSLContext sql;

    PasskeyStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A passkey as WebAuthn needs it again. */
    record Stored(
            String credentialId,
            UUID accountId,
            byte[] publicKey,
            byte[] attestation,
            byte[] clientData,
            long signCount,
            boolean backupEligible,
            boolean backedUp,
            String transports) {}

    /** The handle of an account; the given one where it has none yet. */
    String handle(CoopId coop, UUID accountId, String fresh) {
        sql.insertInto(PASSKEY_OWNER)
                .set(PASSKEY_OWNER.COOP_ID, coop.code())
                .set(PASSKEY_OWNER.ACCOUNT_ID, accountId)
                .set(PASSKEY_OWNER.USER_HANDLE, fresh)
                .onConflictDoNothing()
                .execute();
        return sql.selectFrom(PASSKEY_OWNER)
                .where(
                        PASSKEY_OWNER.COOP_ID.eq(coop.code()),
                        PASSKEY_OWNER.ACCOUNT_ID.eq(accountId))
                .fetchSingle()
                .getUserHandle();
    }

    Optional<UUID> owner(CoopId coop, String handle) {
        return sql.select(PASSKEY_OWNER.ACCOUNT_ID)
                .from(PASSKEY_OWNER)
                .where(PASSKEY_OWNER.COOP_ID.eq(coop.code()), PASSKEY_OWNER.USER_HANDLE.eq(handle))
                .fetchOptional(PASSKEY_OWNER.ACCOUNT_ID);
    }

    /** False when the device's id is known already. */
    boolean insert(CoopId coop, Stored stored, String name, Instant now) {
        return sql.insertInto(PASSKEY)
                        .set(PASSKEY.COOP_ID, coop.code())
                        .set(PASSKEY.CREDENTIAL_ID, stored.credentialId())
                        .set(PASSKEY.ACCOUNT_ID, stored.accountId())
                        .set(PASSKEY.NAME, name)
                        .set(PASSKEY.PUBLIC_KEY, stored.publicKey())
                        .set(PASSKEY.ATTESTATION, stored.attestation())
                        .set(PASSKEY.CLIENT_DATA, stored.clientData())
                        .set(PASSKEY.SIGN_COUNT, stored.signCount())
                        .set(PASSKEY.BACKUP_ELIGIBLE, stored.backupEligible())
                        .set(PASSKEY.BACKED_UP, stored.backedUp())
                        .set(PASSKEY.TRANSPORTS, stored.transports())
                        .set(PASSKEY.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void noteUse(CoopId coop, String credentialId, long signCount, boolean backedUp, Instant now) {
        var rows =
                sql.update(PASSKEY)
                        .set(PASSKEY.SIGN_COUNT, signCount)
                        .set(PASSKEY.BACKED_UP, backedUp)
                        .set(PASSKEY.LAST_USED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(
                                PASSKEY.COOP_ID.eq(coop.code()),
                                PASSKEY.CREDENTIAL_ID.eq(credentialId))
                        .execute();
        if (rows != 1) {
            throw new IllegalStateException("a passkey did not change");
        }
    }

    Optional<Stored> find(CoopId coop, String credentialId) {
        return sql.selectFrom(PASSKEY)
                .where(PASSKEY.COOP_ID.eq(coop.code()), PASSKEY.CREDENTIAL_ID.eq(credentialId))
                .fetchOptional(PasskeyStore::stored);
    }

    List<Stored> storedOf(CoopId coop, UUID accountId) {
        return sql.selectFrom(PASSKEY)
                .where(PASSKEY.COOP_ID.eq(coop.code()), PASSKEY.ACCOUNT_ID.eq(accountId))
                .fetch(PasskeyStore::stored);
    }

    /** As the owner sees them, the first first. */
    List<Passkey> of(CoopId coop, UUID accountId) {
        return sql.selectFrom(PASSKEY)
                .where(PASSKEY.COOP_ID.eq(coop.code()), PASSKEY.ACCOUNT_ID.eq(accountId))
                .orderBy(PASSKEY.CREATED_AT, PASSKEY.CREDENTIAL_ID)
                .fetch(
                        row ->
                                new Passkey(
                                        row.getCredentialId(),
                                        row.getName(),
                                        row.getCreatedAt().toInstant(),
                                        Optional.ofNullable(row.getLastUsedAt())
                                                .map(OffsetDateTime::toInstant)));
    }

    boolean rename(CoopId coop, UUID accountId, String credentialId, String name) {
        return sql.update(PASSKEY)
                        .set(PASSKEY.NAME, name)
                        .where(
                                PASSKEY.COOP_ID.eq(coop.code()),
                                PASSKEY.ACCOUNT_ID.eq(accountId),
                                PASSKEY.CREDENTIAL_ID.eq(credentialId))
                        .execute()
                == 1;
    }

    boolean delete(CoopId coop, UUID accountId, String credentialId) {
        return sql.deleteFrom(PASSKEY)
                        .where(
                                PASSKEY.COOP_ID.eq(coop.code()),
                                PASSKEY.ACCOUNT_ID.eq(accountId),
                                PASSKEY.CREDENTIAL_ID.eq(credentialId))
                        .execute()
                == 1;
    }

    void deleteOf(CoopId coop, UUID accountId) {
        sql.deleteFrom(PASSKEY)
                .where(PASSKEY.COOP_ID.eq(coop.code()), PASSKEY.ACCOUNT_ID.eq(accountId))
                .execute();
        sql.deleteFrom(PASSKEY_OWNER)
                .where(
                        PASSKEY_OWNER.COOP_ID.eq(coop.code()),
                        PASSKEY_OWNER.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    private static Stored stored(PasskeyRecord row) {
        return new Stored(
                row.getCredentialId(),
                row.getAccountId(),
                row.getPublicKey(),
                row.getAttestation(),
                row.getClientData(),
                row.getSignCount(),
                row.getBackupEligible(),
                row.getBackedUp(),
                row.getTransports());
    }
}
