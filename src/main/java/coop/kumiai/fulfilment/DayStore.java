package coop.kumiai.fulfilment;

import static coop.kumiai.fulfilment.db.Tables.DAY_CLOSING;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Days that were signed off. */
@Repository
class DayStore {
    private final DSLContext sql;

    DayStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<DayClosing> find(CoopId coop, String storeId, LocalDate day) {
        return sql.selectFrom(DAY_CLOSING)
                .where(DAY_CLOSING.COOP_ID.eq(coop.code()), DAY_CLOSING.STORE_ID.eq(storeId))
                .and(DAY_CLOSING.DAY.eq(day))
                .fetchOptional(
                        row ->
                                new DayClosing(
                                        Yen.of(row.getExpectedYen()),
                                        Yen.of(row.getCountedYen()),
                                        row.getReason(),
                                        row.getClosedAt().toInstant(),
                                        row.getClosedBy()));
    }

    /** Whether nobody had signed it off before. */
    boolean insert(CoopId coop, String storeId, LocalDate day, DayClosing closing) {
        return sql.insertInto(DAY_CLOSING)
                        .set(DAY_CLOSING.COOP_ID, coop.code())
                        .set(DAY_CLOSING.STORE_ID, storeId)
                        .set(DAY_CLOSING.DAY, day)
                        .set(DAY_CLOSING.EXPECTED_YEN, closing.expected().amount())
                        .set(DAY_CLOSING.COUNTED_YEN, closing.counted().amount())
                        .set(DAY_CLOSING.REASON, closing.reason())
                        .set(DAY_CLOSING.CLOSED_AT, closing.closedAt().atOffset(ZoneOffset.UTC))
                        .set(DAY_CLOSING.CLOSED_BY, closing.by())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
