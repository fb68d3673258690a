package coop.kumiai.accounts;

import static coop.kumiai.accounts.db.Tables.ACCOUNT;
import static coop.kumiai.accounts.db.Tables.BEARER;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Hashes of bearer tokens. */
@Repository
class AccessTokenStore {
    private final DSLContext sql;

    AccessTokenStore(DSLContext sql) {
        this.sql = sql;
    }

    void insert(CoopId coop, String hash, UUID accountId, Instant now, Instant expiresAt) {
        sql.insertInto(BEARER)
                .set(BEARER.COOP_ID, coop.code())
                .set(BEARER.TOKEN_HASH, hash)
                .set(BEARER.ACCOUNT_ID, accountId)
                .set(BEARER.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .set(BEARER.EXPIRES_AT, expiresAt.atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<Account> find(CoopId coop, String hash, Instant now) {
        return sql.select(
                        ACCOUNT.ACCOUNT_ID,
                        ACCOUNT.KIND,
                        ACCOUNT.EMAIL,
                        ACCOUNT.DISPLAY_NAME,
                        ACCOUNT.GENERATION)
                .from(BEARER)
                .join(ACCOUNT)
                .on(ACCOUNT.COOP_ID.eq(BEARER.COOP_ID), ACCOUNT.ACCOUNT_ID.eq(BEARER.ACCOUNT_ID))
                .where(
                        BEARER.COOP_ID.eq(coop.code()),
                        BEARER.TOKEN_HASH.eq(hash),
                        BEARER.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)),
                        ACCOUNT.STATE.eq("active"))
                .fetchOptional(
                        row ->
                                new Account(
                                        row.value1(),
                                        Account.Kind.of(row.value2()),
                                        row.value3(),
                                        row.value4(),
                                        row.value5()));
    }

    boolean isIssuedAfter(CoopId coop, UUID accountId, String hash, Instant moment) {
        return sql.fetchExists(
                BEARER,
                BEARER.COOP_ID.eq(coop.code()),
                BEARER.TOKEN_HASH.eq(hash),
                BEARER.ACCOUNT_ID.eq(accountId),
                BEARER.CREATED_AT.gt(moment.atOffset(ZoneOffset.UTC)));
    }

    void delete(CoopId coop, String hash) {
        sql.deleteFrom(BEARER)
                .where(BEARER.COOP_ID.eq(coop.code()), BEARER.TOKEN_HASH.eq(hash))
                .execute();
    }

    void deleteOf(CoopId coop, UUID accountId) {
        sql.deleteFrom(BEARER)
                .where(BEARER.COOP_ID.eq(coop.code()), BEARER.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    /** All co-ops': a job of the whole installation. */
    void deleteExpiredBefore(Instant moment) {
        sql.deleteFrom(BEARER)
                .where(BEARER.EXPIRES_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .execute();
    }
}
