package coop.kumiai.stores;

import static coop.kumiai.stores.db.Tables.CLOSURE;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.stores.db.tables.records.ClosureRecord;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Extra rests of the net supermarket. */
@Repository
class ClosureStore {
    private final DSLContext sql;

    ClosureStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Those that are not over, the next first. */
    List<Closure> notOver(CoopId coop, Instant now) {
        return sql.selectFrom(CLOSURE)
                .where(
                        CLOSURE.COOP_ID.eq(coop.code()),
                        CLOSURE.CLOSED_UNTIL.gt(now.atOffset(ZoneOffset.UTC)),
                        CLOSURE.WITHDRAWN_AT.isNull())
                .orderBy(CLOSURE.CLOSED_FROM, CLOSURE.CLOSURE_ID)
                .fetch(ClosureStore::closure);
    }

    void insert(CoopId coop, Closure closure, Instant at) {
        sql.insertInto(CLOSURE)
                .set(CLOSURE.COOP_ID, coop.code())
                .set(CLOSURE.CLOSURE_ID, closure.id())
                .set(CLOSURE.CLOSED_FROM, closure.from().atOffset(ZoneOffset.UTC))
                .set(CLOSURE.CLOSED_UNTIL, closure.until().atOffset(ZoneOffset.UTC))
                .set(CLOSURE.REASON, closure.reason())
                .set(CLOSURE.ANNOUNCED_AT, at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Whether it stood until now. */
    boolean withdraw(CoopId coop, UUID closure, Instant at) {
        return sql.update(CLOSURE)
                        .set(CLOSURE.WITHDRAWN_AT, at.atOffset(ZoneOffset.UTC))
                        .where(
                                CLOSURE.COOP_ID.eq(coop.code()),
                                CLOSURE.CLOSURE_ID.eq(closure),
                                CLOSURE.WITHDRAWN_AT.isNull())
                        .execute()
                == 1;
    }

    private static Closure closure(ClosureRecord row) {
        return new Closure(
                row.getClosureId(),
                row.getClosedFrom().toInstant(),
                row.getClosedUntil().toInstant(),
                row.getReason());
    }
}
