package coop.kumiai.accounts;

import static coop.kumiai.accounts.db.Tables.SECOND_FACTOR;
import static coop.kumiai.accounts.db.Tables.SPARE_CODE;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Second factors of accounts, and their spare codes. */
@Repository
class SecondFactorStore {
    private final DSLContext sql;

    SecondFactorStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What an account has chosen.
     *
     * @param secret of an app, sealed
     * @param confirmed whether it counts already
     */
    record Chosen(SecondFactor way, byte @Nullable [] secret, boolean confirmed, long lastStep) {}

    Optional<Chosen> find(CoopId coop, UUID accountId) {
        return sql.selectFrom(SECOND_FACTOR)
                .where(
                        SECOND_FACTOR.COOP_ID.eq(coop.code()),
                        SECOND_FACTOR.ACCOUNT_ID.eq(accountId))
                .fetchOptional(
                        row ->
                                new Chosen(
                                        SecondFactor.of(row.getWay()),
                                        row.getSecret(),
                                        row.getConfirmedAt() != null,
                                        row.getLastStep()));
    }

    void put(
            CoopId coop,
            UUID accountId,
            SecondFactor way,
            byte @Nullable [] secret,
            Instant begun,
            boolean confirmed) {
        var moment = begun.atOffset(ZoneOffset.UTC);
        sql.insertInto(SECOND_FACTOR)
                .set(SECOND_FACTOR.COOP_ID, coop.code())
                .set(SECOND_FACTOR.ACCOUNT_ID, accountId)
                .set(SECOND_FACTOR.WAY, way.code())
                .set(SECOND_FACTOR.SECRET, secret)
                .set(SECOND_FACTOR.BEGUN_AT, moment)
                .set(SECOND_FACTOR.CONFIRMED_AT, confirmed ? moment : null)
                .execute();
    }

    /** Takes a code's step; false when it, or a later one, was taken by somebody faster. */
    boolean take(CoopId coop, UUID accountId, long step, Instant now) {
        return sql.update(SECOND_FACTOR)
                        .set(SECOND_FACTOR.LAST_STEP, step)
                        .set(
                                SECOND_FACTOR.CONFIRMED_AT,
                                org.jooq.impl.DSL.coalesce(
                                        SECOND_FACTOR.CONFIRMED_AT, now.atOffset(ZoneOffset.UTC)))
                        .where(
                                SECOND_FACTOR.COOP_ID.eq(coop.code()),
                                SECOND_FACTOR.ACCOUNT_ID.eq(accountId),
                                SECOND_FACTOR.LAST_STEP.lt(step))
                        .execute()
                == 1;
    }

    void delete(CoopId coop, UUID accountId) {
        sql.deleteFrom(SECOND_FACTOR)
                .where(
                        SECOND_FACTOR.COOP_ID.eq(coop.code()),
                        SECOND_FACTOR.ACCOUNT_ID.eq(accountId))
                .execute();
        sql.deleteFrom(SPARE_CODE)
                .where(SPARE_CODE.COOP_ID.eq(coop.code()), SPARE_CODE.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    void insertSpareCodes(CoopId coop, UUID accountId, Collection<String> hashes) {
        for (var hash : hashes) {
            sql.insertInto(SPARE_CODE)
                    .set(SPARE_CODE.COOP_ID, coop.code())
                    .set(SPARE_CODE.ACCOUNT_ID, accountId)
                    .set(SPARE_CODE.CODE_HASH, hash)
                    .execute();
        }
    }

    int spareCodesLeft(CoopId coop, UUID accountId) {
        return sql.fetchCount(
                SPARE_CODE,
                SPARE_CODE.COOP_ID.eq(coop.code()),
                SPARE_CODE.ACCOUNT_ID.eq(accountId),
                SPARE_CODE.USED_AT.isNull());
    }

    boolean useSpareCode(CoopId coop, UUID accountId, String hash, Instant now) {
        return sql.update(SPARE_CODE)
                        .set(SPARE_CODE.USED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(
                                SPARE_CODE.COOP_ID.eq(coop.code()),
                                SPARE_CODE.ACCOUNT_ID.eq(accountId),
                                SPARE_CODE.CODE_HASH.eq(hash),
                                SPARE_CODE.USED_AT.isNull())
                        .execute()
                == 1;
    }
}
