package coop.kumiai.fulfilment;

import static coop.kumiai.fulfilment.db.Tables.TROLLEY;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Who has which orders on the trolley. */
@Repository
class TrolleyStore {
    private final DSLContext sql;

    TrolleyStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Pickers by order. */
    Map<UUID, UUID> pickers(CoopId coop, Collection<UUID> orders) {
        return sql.selectFrom(TROLLEY)
                .where(TROLLEY.COOP_ID.eq(coop.code()), TROLLEY.ORDER_ID.in(orders))
                .fetchMap(TROLLEY.ORDER_ID, TROLLEY.PICKER);
    }

    /** Whether nobody had it before. */
    boolean take(CoopId coop, UUID orderId, UUID picker, Instant at) {
        return sql.insertInto(TROLLEY)
                        .set(TROLLEY.COOP_ID, coop.code())
                        .set(TROLLEY.ORDER_ID, orderId)
                        .set(TROLLEY.PICKER, picker)
                        .set(TROLLEY.TAKEN_AT, at.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void leave(CoopId coop, Collection<UUID> orders, UUID picker) {
        sql.deleteFrom(TROLLEY)
                .where(TROLLEY.COOP_ID.eq(coop.code()), TROLLEY.ORDER_ID.in(orders))
                .and(TROLLEY.PICKER.eq(picker))
                .execute();
    }
}
