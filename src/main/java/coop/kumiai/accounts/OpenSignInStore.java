package coop.kumiai.accounts;

import static coop.kumiai.accounts.db.Tables.ACCOUNT;
import static coop.kumiai.accounts.db.Tables.SIGN_IN;

import coop.kumiai.accounts.db.tables.records.SignInRecord;
import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sign-ins that last. */
@Repository
class OpenSignInStore {
    private final DSLContext sql;

    OpenSignInStore(DSLContext sql) {
        this.sql = sql;
    }

    void insert(CoopId coop, OpenSignIn signIn, Instant expiresAt) {
        sql.insertInto(SIGN_IN)
                .set(SIGN_IN.COOP_ID, coop.code())
                .set(SIGN_IN.SIGN_IN_ID, signIn.signInId())
                .set(SIGN_IN.ACCOUNT_ID, signIn.accountId())
                .set(SIGN_IN.DEVICE, signIn.device())
                .set(SIGN_IN.BEGUN_AT, signIn.begunAt().atOffset(ZoneOffset.UTC))
                .set(SIGN_IN.LAST_USED_AT, signIn.lastUsedAt().atOffset(ZoneOffset.UTC))
                .set(SIGN_IN.PROVED_AT, signIn.provedAt().atOffset(ZoneOffset.UTC))
                .set(SIGN_IN.EXPIRES_AT, expiresAt.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** While the account is open and of this generation. One read: it happens on every request. */
    Optional<OpenSignIn> find(
            CoopId coop, UUID signInId, UUID accountId, int generation, Instant now) {
        return sql.select(SIGN_IN.fields())
                .from(SIGN_IN)
                .join(ACCOUNT)
                .on(ACCOUNT.COOP_ID.eq(SIGN_IN.COOP_ID), ACCOUNT.ACCOUNT_ID.eq(SIGN_IN.ACCOUNT_ID))
                .where(
                        SIGN_IN.COOP_ID.eq(coop.code()),
                        SIGN_IN.SIGN_IN_ID.eq(signInId),
                        SIGN_IN.ACCOUNT_ID.eq(accountId),
                        SIGN_IN.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)),
                        ACCOUNT.GENERATION.eq(generation),
                        ACCOUNT.STATE.eq("active"))
                .fetchOptionalInto(SIGN_IN)
                .map(OpenSignInStore::signIn);
    }

    /** Those of an account that were used since a moment, the last used first. */
    List<OpenSignIn> of(CoopId coop, UUID accountId, Instant usedSince, Instant now) {
        return sql.selectFrom(SIGN_IN)
                .where(
                        SIGN_IN.COOP_ID.eq(coop.code()),
                        SIGN_IN.ACCOUNT_ID.eq(accountId),
                        SIGN_IN.LAST_USED_AT.gt(usedSince.atOffset(ZoneOffset.UTC)),
                        SIGN_IN.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)))
                .orderBy(SIGN_IN.LAST_USED_AT.desc(), SIGN_IN.SIGN_IN_ID)
                .fetch(OpenSignInStore::signIn);
    }

    /** The row may have been ended meanwhile: then nothing is noted. */
    void noteUse(CoopId coop, UUID signInId, Instant now) {
        sql.update(SIGN_IN)
                .set(SIGN_IN.LAST_USED_AT, now.atOffset(ZoneOffset.UTC))
                .where(SIGN_IN.COOP_ID.eq(coop.code()), SIGN_IN.SIGN_IN_ID.eq(signInId))
                .execute();
    }

    boolean noteProof(CoopId coop, UUID signInId, Instant now) {
        return sql.update(SIGN_IN)
                        .set(SIGN_IN.PROVED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(SIGN_IN.COOP_ID.eq(coop.code()), SIGN_IN.SIGN_IN_ID.eq(signInId))
                        .execute()
                == 1;
    }

    boolean delete(CoopId coop, UUID accountId, UUID signInId) {
        return sql.deleteFrom(SIGN_IN)
                        .where(
                                SIGN_IN.COOP_ID.eq(coop.code()),
                                SIGN_IN.ACCOUNT_ID.eq(accountId),
                                SIGN_IN.SIGN_IN_ID.eq(signInId))
                        .execute()
                == 1;
    }

    void deleteOf(CoopId coop, UUID accountId) {
        sql.deleteFrom(SIGN_IN)
                .where(SIGN_IN.COOP_ID.eq(coop.code()), SIGN_IN.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    void deleteOthers(CoopId coop, UUID accountId, UUID kept) {
        sql.deleteFrom(SIGN_IN)
                .where(
                        SIGN_IN.COOP_ID.eq(coop.code()),
                        SIGN_IN.ACCOUNT_ID.eq(accountId),
                        SIGN_IN.SIGN_IN_ID.ne(kept))
                .execute();
    }

    /** All co-ops': a job of the whole installation. */
    void deleteExpiredBefore(Instant moment) {
        sql.deleteFrom(SIGN_IN)
                .where(SIGN_IN.EXPIRES_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private static OpenSignIn signIn(SignInRecord row) {
        return new OpenSignIn(
                row.getSignInId(),
                row.getAccountId(),
                row.getDevice(),
                row.getBegunAt().toInstant(),
                row.getLastUsedAt().toInstant(),
                row.getProvedAt().toInstant());
    }
}
