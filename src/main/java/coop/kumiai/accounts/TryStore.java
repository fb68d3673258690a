package coop.kumiai.accounts;

import static coop.kumiai.accounts.db.Tables.COUNTED_TRY;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;

/** Counted tries. */
@Repository
class TryStore {
    private final DSLContext sql;

    TryStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Where a subject stands. */
    record Tries(int tries, Instant waitUntil) {}

    /** Reads where a subject stands and holds it until the transaction ends. */
    Tries lock(CoopId coop, String subject, Instant now) {
        var moment = now.atOffset(ZoneOffset.UTC);
        return sql.insertInto(COUNTED_TRY)
                .set(COUNTED_TRY.COOP_ID, coop.code())
                .set(COUNTED_TRY.SUBJECT, subject)
                .set(COUNTED_TRY.TRIES, 0)
                .set(COUNTED_TRY.LAST_AT, moment)
                .set(COUNTED_TRY.WAIT_UNTIL, moment)
                .onConflict(COUNTED_TRY.COOP_ID, COUNTED_TRY.SUBJECT)
                .doUpdate()
                .set(COUNTED_TRY.LAST_AT, moment)
                .returning(COUNTED_TRY.TRIES, COUNTED_TRY.WAIT_UNTIL)
                .fetchSingle(row -> new Tries(row.getTries(), row.getWaitUntil().toInstant()));
    }

    void update(CoopId coop, String subject, int tries, Instant waitUntil, Instant now) {
        var rows =
                sql.update(COUNTED_TRY)
                        .set(COUNTED_TRY.TRIES, tries)
                        .set(COUNTED_TRY.LAST_AT, now.atOffset(ZoneOffset.UTC))
                        .set(COUNTED_TRY.WAIT_UNTIL, waitUntil.atOffset(ZoneOffset.UTC))
                        .where(COUNTED_TRY.COOP_ID.eq(coop.code()), COUNTED_TRY.SUBJECT.eq(subject))
                        .execute();
        if (rows != 1) {
            throw new IllegalStateException("a try was not counted");
        }
    }

    void delete(CoopId coop, String subject) {
        sql.deleteFrom(COUNTED_TRY)
                .where(COUNTED_TRY.COOP_ID.eq(coop.code()), COUNTED_TRY.SUBJECT.eq(subject))
                .execute();
    }

    /** A try that was none: it is not counted, and nobody waits for it. */
    void takeBack(CoopId coop, String subject, Instant now) {
        sql.update(COUNTED_TRY)
                .set(COUNTED_TRY.TRIES, COUNTED_TRY.TRIES.minus(1))
                .set(COUNTED_TRY.WAIT_UNTIL, now.atOffset(ZoneOffset.UTC))
                .where(
                        COUNTED_TRY.COOP_ID.eq(coop.code()),
                        COUNTED_TRY.SUBJECT.eq(subject),
                        COUNTED_TRY.TRIES.gt(0))
                .execute();
    }

    /** All co-ops': a job of the whole installation. */
    void deleteIdleBefore(Instant moment) {
        sql.deleteFrom(COUNTED_TRY)
                .where(COUNTED_TRY.WAIT_UNTIL.lt(moment.atOffset(ZoneOffset.UTC)))
                .execute();
    }
}
