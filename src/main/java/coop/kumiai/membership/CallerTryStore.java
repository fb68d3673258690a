package coop.kumiai.membership;

import static coop.kumiai.membership.db.Tables.CALLER_TRY;

import static org.jooq.impl.DSL.when;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Callers who were not who they said, counted by member and by member of staff. */
@Repository
class CallerTryStore {
    private final DSLContext sql;

    CallerTryStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * How many wrong tries count.
     *
     * @param since when the first of them was
     */
    record Tries(int wrong, Instant since) {}

    /**
     * Reads what counts for a member or a member of staff, and holds it until the transaction ends;
     * what began before the given moment is forgotten.
     */
    Tries lock(CoopId coop, UUID subject, Instant from, Instant now) {
        var begin = CALLER_TRY.SINCE.lt(from.atOffset(ZoneOffset.UTC));
        var moment = now.atOffset(ZoneOffset.UTC);
        return sql.insertInto(CALLER_TRY)
                .set(CALLER_TRY.COOP_ID, coop.code())
                .set(CALLER_TRY.SUBJECT, subject)
                .set(CALLER_TRY.WRONG, 0)
                .set(CALLER_TRY.SINCE, moment)
                .onConflict(CALLER_TRY.COOP_ID, CALLER_TRY.SUBJECT)
                .doUpdate()
                .set(CALLER_TRY.WRONG, when(begin, 0).otherwise(CALLER_TRY.WRONG))
                .set(
                        CALLER_TRY.SINCE,
                        when(begin.or(CALLER_TRY.WRONG.eq(0)), moment).otherwise(CALLER_TRY.SINCE))
                .returning(CALLER_TRY.WRONG, CALLER_TRY.SINCE)
                .fetchSingle(row -> new Tries(row.getWrong(), row.getSince().toInstant()));
    }

    /** Counts a wrong try of a row that is held. */
    void count(CoopId coop, UUID subject) {
        var rows =
                sql.update(CALLER_TRY)
                        .set(CALLER_TRY.WRONG, CALLER_TRY.WRONG.plus(1))
                        .where(CALLER_TRY.COOP_ID.eq(coop.code()), CALLER_TRY.SUBJECT.eq(subject))
                        .execute();
        if (rows != 1) {
            throw new IllegalStateException("a try was not counted");
        }
    }
}
