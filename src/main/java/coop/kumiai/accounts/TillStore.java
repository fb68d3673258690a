package coop.kumiai.accounts;

import static coop.kumiai.accounts.db.Tables.TILL;
import static coop.kumiai.accounts.db.Tables.TILL_TOKEN;

import coop.kumiai.accounts.db.tables.records.TillRecord;
import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tills and the hashes of their secrets and tokens. */
@Repository
class TillStore {
    private final DSLContext sql;

    TillStore(DSLContext sql) {
        this.sql = sql;
    }

    void insert(CoopId coop, Till till, String secretHash, UUID staff) {
        sql.insertInto(TILL)
                .set(TILL.COOP_ID, coop.code())
                .set(TILL.TILL_ID, till.tillId())
                .set(TILL.STORE_ID, till.storeId())
                .set(TILL.NAME, till.name())
                .set(TILL.SECRET_HASH, secretHash)
                .set(TILL.ISSUED_AT, till.issuedAt().atOffset(ZoneOffset.UTC))
                .set(TILL.ISSUED_BY, staff)
                .execute();
    }

    /** Those at work first, the newest first. */
    List<Till> all(CoopId coop) {
        return sql.selectFrom(TILL)
                .where(TILL.COOP_ID.eq(coop.code()))
                .orderBy(TILL.REVOKED_AT.desc().nullsFirst(), TILL.TILL_ID.desc())
                .fetch(TillStore::till);
    }

    Optional<Till> find(CoopId coop, UUID tillId) {
        return sql.selectFrom(TILL)
                .where(TILL.COOP_ID.eq(coop.code()), TILL.TILL_ID.eq(tillId))
                .fetchOptional(TillStore::till);
    }

    Optional<Till> bySecret(CoopId coop, UUID tillId, String secretHash) {
        return sql.selectFrom(TILL)
                .where(
                        TILL.COOP_ID.eq(coop.code()),
                        TILL.TILL_ID.eq(tillId),
                        TILL.SECRET_HASH.eq(secretHash),
                        TILL.REVOKED_AT.isNull())
                .fetchOptional(TillStore::till);
    }

    Optional<Till> byToken(CoopId coop, String tokenHash, Instant now) {
        return sql.select(TILL.fields())
                .from(TILL_TOKEN)
                .join(TILL)
                .on(TILL.COOP_ID.eq(TILL_TOKEN.COOP_ID), TILL.TILL_ID.eq(TILL_TOKEN.TILL_ID))
                .where(
                        TILL_TOKEN.COOP_ID.eq(coop.code()),
                        TILL_TOKEN.TOKEN_HASH.eq(tokenHash),
                        TILL_TOKEN.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)),
                        TILL.REVOKED_AT.isNull())
                .fetchOptional(row -> till(row.into(TILL)));
    }

    void insertToken(CoopId coop, String tokenHash, UUID tillId, Instant now, Instant expiresAt) {
        sql.insertInto(TILL_TOKEN)
                .set(TILL_TOKEN.COOP_ID, coop.code())
                .set(TILL_TOKEN.TOKEN_HASH, tokenHash)
                .set(TILL_TOKEN.TILL_ID, tillId)
                .set(TILL_TOKEN.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .set(TILL_TOKEN.EXPIRES_AT, expiresAt.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** False when it was revoked already. */
    boolean revoke(CoopId coop, UUID tillId, UUID staff, Instant now) {
        sql.deleteFrom(TILL_TOKEN)
                .where(TILL_TOKEN.COOP_ID.eq(coop.code()), TILL_TOKEN.TILL_ID.eq(tillId))
                .execute();
        return sql.update(TILL)
                        .set(TILL.REVOKED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(TILL.REVOKED_BY, staff)
                        .where(
                                TILL.COOP_ID.eq(coop.code()),
                                TILL.TILL_ID.eq(tillId),
                                TILL.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }

    /** All co-ops': a job of the whole installation. */
    void deleteTokensExpiredBefore(Instant moment) {
        sql.deleteFrom(TILL_TOKEN)
                .where(TILL_TOKEN.EXPIRES_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private static Till till(TillRecord row) {
        return new Till(
                row.getTillId(),
                row.getStoreId(),
                row.getName(),
                row.getIssuedAt().toInstant(),
                Optional.ofNullable(row.getRevokedAt()).map(OffsetDateTime::toInstant));
    }
}
