package coop.kumiai.fulfilment;

import static coop.kumiai.fulfilment.db.Tables.DELIVERY;
import static coop.kumiai.fulfilment.db.Tables.OFTEN_SHORT;
import static coop.kumiai.fulfilment.db.Tables.PICK;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;

import static java.util.stream.Collectors.toUnmodifiableSet;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.Set;

/** Products that were short in many of their orders, by store. */
@Repository
class OftenShortStore {
    private static final int WHOLE = 100;
    private final DSLContext sql;

    OftenShortStore(DSLContext sql) {
        this.sql = sql;
    }

    Set<Jan> at(CoopId coop, String storeId) {
        return sql
                .select(OFTEN_SHORT.JAN)
                .from(OFTEN_SHORT)
                .where(OFTEN_SHORT.COOP_ID.eq(coop.code()), OFTEN_SHORT.STORE_ID.eq(storeId))
                .fetch(OFTEN_SHORT.JAN)
                .stream()
                .map(Jan::new)
                .collect(toUnmodifiableSet());
    }

    /** Counts all stores of a co-op anew, from what pickers found on some days. */
    void reckon(CoopId coop, LocalDate first, LocalDate last, ShortageTerms terms) {
        sql.deleteFrom(OFTEN_SHORT).where(OFTEN_SHORT.COOP_ID.eq(coop.code())).execute();
        var ordered = count();
        var wasShort = count().filterWhere(PICK.FOUND.lt(PICK.ORDERED));
        sql.insertInto(
                        OFTEN_SHORT,
                        OFTEN_SHORT.COOP_ID,
                        OFTEN_SHORT.STORE_ID,
                        OFTEN_SHORT.JAN,
                        OFTEN_SHORT.ORDERED,
                        OFTEN_SHORT.SHORT)
                .select(
                        select(DELIVERY.COOP_ID, DELIVERY.STORE_ID, PICK.JAN, ordered, wasShort)
                                .from(DELIVERY)
                                .join(PICK)
                                .on(
                                        PICK.COOP_ID.eq(DELIVERY.COOP_ID),
                                        PICK.ORDER_ID.eq(DELIVERY.ORDER_ID))
                                .where(
                                        DELIVERY.COOP_ID.eq(coop.code()),
                                        DELIVERY.DAY.between(first, last))
                                .groupBy(DELIVERY.COOP_ID, DELIVERY.STORE_ID, PICK.JAN)
                                .having(
                                        ordered.ge(terms.leastOrders()),
                                        wasShort.mul(WHOLE).ge(ordered.mul(terms.leastPercent()))))
                .execute();
    }
}
