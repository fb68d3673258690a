package coop.kumiai.orders;

import static coop.kumiai.orders.db.Tables.CUSTOMER_ORDER;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.db.tables.records.CustomerOrderRecord;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders that wait for their cards: nobody else sees them. */
@Repository
class HeldStore {
    private final DSLContext sql;

    HeldStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * An order that was held once.
     *
     * @param isHeld whether it still is
     */
    record Held(
            UUID orderId,
            String number,
            UUID memberId,
            UUID cartId,
            Slots.Place place,
            boolean isHeld) {
        SlotId slot() {
            return place.slot();
        }
    }

    Optional<Held> find(CoopId coop, UUID orderId) {
        return sql.selectFrom(CUSTOMER_ORDER)
                .where(is(coop, orderId))
                .fetchOptional(HeldStore::held);
    }

    /** The member's orders that wait for their cards, whatever became of their carts. */
    List<Held> ofMember(CoopId coop, UUID member) {
        return sql.selectFrom(CUSTOMER_ORDER)
                .where(
                        CUSTOMER_ORDER.COOP_ID.eq(coop.code()),
                        CUSTOMER_ORDER.MEMBER_ID.eq(member),
                        // written out, so that every plan can use the index of the held ones
                        CUSTOMER_ORDER.STATE.eq(DSL.inline(OrderStore.HELD)))
                .orderBy(CUSTOMER_ORDER.ORDER_ID)
                .fetch(HeldStore::held);
    }

    /** Whether it did not come to be. */
    boolean isReleased(CoopId coop, UUID orderId) {
        return sql.fetchExists(
                CUSTOMER_ORDER,
                is(coop, orderId).and(CUSTOMER_ORDER.STATE.eq(OrderStore.RELEASED)));
    }

    /** Whether it was held until now, and is confirmed from now on. */
    boolean confirm(CoopId coop, UUID orderId) {
        return become(coop, orderId, OrderStore.CONFIRMED);
    }

    /** Whether it was held until now, and is none from now on. */
    boolean release(CoopId coop, UUID orderId) {
        return become(coop, orderId, OrderStore.RELEASED);
    }

    private boolean become(CoopId coop, UUID orderId, String state) {
        return sql.update(CUSTOMER_ORDER)
                        .set(CUSTOMER_ORDER.STATE, state)
                        .where(is(coop, orderId))
                        .and(CUSTOMER_ORDER.STATE.eq(OrderStore.HELD))
                        .execute()
                == 1;
    }

    private static Condition is(CoopId coop, UUID orderId) {
        return CUSTOMER_ORDER.COOP_ID.eq(coop.code()).and(CUSTOMER_ORDER.ORDER_ID.eq(orderId));
    }

    private static Held held(CustomerOrderRecord row) {
        return new Held(
                row.getOrderId(),
                row.getOrderNumber(),
                row.getMemberId(),
                row.getCartId(),
                new Slots.Place(
                        new SlotId(row.getStoreId(), row.getDay(), row.getSlotNo()),
                        row.getSlotItems()),
                row.getState().equals(OrderStore.HELD));
    }
}
