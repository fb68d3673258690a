package coop.kumiai.connect;

import static coop.kumiai.connect.db.Tables.ACCESS_GRANT;
import static coop.kumiai.connect.db.Tables.CONSENT;
import static coop.kumiai.connect.db.Tables.SERVICE;
import static coop.kumiai.connect.db.Tables.TOKEN;

import coop.kumiai.kernel.CoopId;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sign-ins to services, with the hashes of their codes and tokens. */
@Repository
class GrantStore {
    private final DSLContext sql;

    GrantStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A token as it is kept, with what it is of. */
    record Kept(Grant grant, boolean used, Instant expiresAt) {}

    void insert(
            CoopId coop,
            UUID grantId,
            CodeRequest asked,
            String codeHash,
            Instant now,
            Instant until) {
        sql.insertInto(ACCESS_GRANT)
                .set(ACCESS_GRANT.COOP_ID, coop.code())
                .set(ACCESS_GRANT.GRANT_ID, grantId)
                .set(ACCESS_GRANT.ACCOUNT_ID, asked.accountId())
                .set(ACCESS_GRANT.SERVICE_ID, asked.serviceId())
                .set(ACCESS_GRANT.SIGN_IN_ID, asked.signInId())
                .set(ACCESS_GRANT.GENERATION, asked.generation())
                .set(ACCESS_GRANT.SCOPES, Scope.codes(asked.scopes()))
                .set(ACCESS_GRANT.REDIRECT, asked.redirect())
                .set(ACCESS_GRANT.CHALLENGE, asked.challenge())
                .set(ACCESS_GRANT.NONCE, asked.nonce().orElse(null))
                .set(ACCESS_GRANT.PROVED_AT, asked.provedAt().atOffset(ZoneOffset.UTC))
                .set(ACCESS_GRANT.BEGUN_AT, now.atOffset(ZoneOffset.UTC))
                .set(ACCESS_GRANT.CODE_HASH, codeHash)
                .set(ACCESS_GRANT.CODE_EXPIRES_AT, until.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The grant of a code that was given to this service, locked: two that come at once queue. */
    Optional<Grant> lockByCode(CoopId coop, UUID serviceId, String codeHash) {
        return live(coop, serviceId, ACCESS_GRANT.CODE_HASH.eq(codeHash))
                .forUpdate()
                .of(ACCESS_GRANT)
                .fetchOptional(GrantStore::grant);
    }

    boolean noteCodeUsed(CoopId coop, UUID grantId, Instant now) {
        return sql.update(ACCESS_GRANT)
                        .set(ACCESS_GRANT.CODE_USED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(
                                ACCESS_GRANT.COOP_ID.eq(coop.code()),
                                ACCESS_GRANT.GRANT_ID.eq(grantId),
                                ACCESS_GRANT.CODE_USED_AT.isNull())
                        .execute()
                == 1;
    }

    /** Ends a grant with its tokens; one that has ended stays so. */
    void end(CoopId coop, UUID grantId, Instant now) {
        sql.update(ACCESS_GRANT)
                .set(ACCESS_GRANT.ENDED_AT, now.atOffset(ZoneOffset.UTC))
                .where(
                        ACCESS_GRANT.COOP_ID.eq(coop.code()),
                        ACCESS_GRANT.GRANT_ID.eq(grantId),
                        ACCESS_GRANT.ENDED_AT.isNull())
                .execute();
    }

    void insertToken(
            CoopId coop, UUID grantId, String kind, String hash, Instant now, Instant expiresAt) {
        sql.insertInto(TOKEN)
                .set(TOKEN.COOP_ID, coop.code())
                .set(TOKEN.TOKEN_HASH, hash)
                .set(TOKEN.GRANT_ID, grantId)
                .set(TOKEN.KIND, kind)
                .set(TOKEN.ISSUED_AT, now.atOffset(ZoneOffset.UTC))
                .set(TOKEN.EXPIRES_AT, expiresAt.atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<Grant> byAccessToken(CoopId coop, String hash, Instant now) {
        return live(
                        coop,
                        TOKEN.TOKEN_HASH
                                .eq(hash)
                                .and(TOKEN.KIND.eq("access"))
                                .and(TOKEN.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC))))
                .fetchOptional(GrantStore::grant);
    }

    /** A refresh token of this service, its grant locked. */
    Optional<Kept> lockByRefreshToken(CoopId coop, UUID serviceId, String hash) {
        return live(
                        coop,
                        TOKEN.TOKEN_HASH
                                .eq(hash)
                                .and(TOKEN.KIND.eq("refresh"))
                                .and(ACCESS_GRANT.SERVICE_ID.eq(serviceId)))
                .forUpdate()
                .of(ACCESS_GRANT, TOKEN)
                .fetchOptional(
                        row ->
                                new Kept(
                                        grant(row),
                                        row.get(TOKEN.USED_AT) != null,
                                        row.get(TOKEN.EXPIRES_AT).toInstant()));
    }

    /** Any token of this service. */
    Optional<UUID> grantOfToken(CoopId coop, UUID serviceId, String hash) {
        return live(coop, TOKEN.TOKEN_HASH.eq(hash).and(ACCESS_GRANT.SERVICE_ID.eq(serviceId)))
                .fetchOptional(row -> row.get(ACCESS_GRANT.GRANT_ID));
    }

    boolean noteTokenUsed(CoopId coop, String hash, Instant now) {
        return sql.update(TOKEN)
                        .set(TOKEN.USED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(
                                TOKEN.COOP_ID.eq(coop.code()),
                                TOKEN.TOKEN_HASH.eq(hash),
                                TOKEN.USED_AT.isNull())
                        .execute()
                == 1;
    }

    /** All co-ops': a job of the whole installation. Tokens of a grant go with it. */
    void deleteBegunBefore(Instant longAgo, Instant now) {
        sql.deleteFrom(ACCESS_GRANT)
                .where(ACCESS_GRANT.BEGUN_AT.lt(longAgo.atOffset(ZoneOffset.UTC)))
                .execute();
        sql.deleteFrom(TOKEN).where(TOKEN.EXPIRES_AT.lt(now.atOffset(ZoneOffset.UTC))).execute();
    }

    private SelectOnConditionStep<Record> grants() {
        return grants(List.of());
    }

    private SelectOnConditionStep<Record> grants(List<? extends Field<?>> more) {
        return sql.select(ACCESS_GRANT.fields())
                .select(CONSENT.SUBJECT)
                .select(more)
                .from(ACCESS_GRANT)
                .join(CONSENT)
                .on(
                        CONSENT.COOP_ID.eq(ACCESS_GRANT.COOP_ID),
                        CONSENT.ACCOUNT_ID.eq(ACCESS_GRANT.ACCOUNT_ID),
                        CONSENT.SERVICE_ID.eq(ACCESS_GRANT.SERVICE_ID),
                        CONSENT.ENDED_AT.isNull())
                .join(SERVICE)
                .on(
                        SERVICE.COOP_ID.eq(ACCESS_GRANT.COOP_ID),
                        SERVICE.SERVICE_ID.eq(ACCESS_GRANT.SERVICE_ID),
                        SERVICE.ENDED_AT.isNull());
    }

    private SelectConditionStep<Record> live(CoopId coop, UUID serviceId, Condition condition) {
        return grants().where(
                        ACCESS_GRANT.COOP_ID.eq(coop.code()),
                        ACCESS_GRANT.SERVICE_ID.eq(serviceId),
                        ACCESS_GRANT.ENDED_AT.isNull(),
                        condition);
    }

    private SelectConditionStep<Record> live(CoopId coop, Condition condition) {
        return grants(List.of(TOKEN.USED_AT, TOKEN.EXPIRES_AT))
                .join(TOKEN)
                .on(
                        TOKEN.COOP_ID.eq(ACCESS_GRANT.COOP_ID),
                        TOKEN.GRANT_ID.eq(ACCESS_GRANT.GRANT_ID))
                .where(
                        ACCESS_GRANT.COOP_ID.eq(coop.code()),
                        ACCESS_GRANT.ENDED_AT.isNull(),
                        condition);
    }

    private static Grant grant(Record row) {
        var kept = row.into(ACCESS_GRANT);
        return new Grant(
                kept.getGrantId(),
                new CodeRequest(
                        kept.getAccountId(),
                        kept.getServiceId(),
                        kept.getSignInId(),
                        kept.getGeneration(),
                        Scope.all(Arrays.asList(kept.getScopes())),
                        kept.getRedirect(),
                        kept.getChallenge(),
                        Optional.ofNullable(kept.getNonce()),
                        kept.getProvedAt().toInstant()),
                row.get(CONSENT.SUBJECT),
                kept.getCodeExpiresAt().toInstant(),
                Optional.ofNullable(kept.getCodeUsedAt()).map(OffsetDateTime::toInstant));
    }
}
