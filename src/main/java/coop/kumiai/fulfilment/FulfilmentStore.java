package coop.kumiai.fulfilment;

import static coop.kumiai.fulfilment.db.Tables.DELIVERY;
import static coop.kumiai.fulfilment.db.Tables.PICK;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import coop.kumiai.fulfilment.db.tables.records.DeliveryRecord;
import coop.kumiai.fulfilment.db.tables.records.PickRecord;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Picked;
import coop.kumiai.stores.SlotId;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** What was picked, and where each order is. */
@Repository
class FulfilmentStore {
    private final DSLContext sql;

    FulfilmentStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Begins the picking of a slot: its orders get their box numbers, once and for good. Whoever
     * comes second finds them numbered.
     */
    void begin(CoopId coop, SlotId slot, List<UUID> orderIds) {
        var numbered =
                sql.selectFrom(DELIVERY)
                        .where(
                                DELIVERY.COOP_ID.eq(coop.code()),
                                DELIVERY.STORE_ID.eq(slot.storeId()),
                                DELIVERY.DAY.eq(slot.day()),
                                DELIVERY.SLOT_NO.eq(slot.number()))
                        .fetchMap(DELIVERY.ORDER_ID, DELIVERY.BOX);
        var box = numbered.values().stream().mapToInt(it -> it).max().orElse(0);
        var rows = new ArrayList<DeliveryRecord>();
        for (var orderId : orderIds) {
            if (!numbered.containsKey(orderId)) {
                rows.add(picking(coop, slot, orderId, ++box));
            }
        }
        if (!rows.isEmpty()) {
            sql.insertInto(DELIVERY).set(rows).onConflictDoNothing().execute();
        }
    }

    private static DeliveryRecord picking(CoopId coop, SlotId slot, UUID orderId, int box) {
        var row = new DeliveryRecord();
        row.setCoopId(coop.code());
        row.setOrderId(orderId);
        row.setStoreId(slot.storeId());
        row.setDay(slot.day());
        row.setSlotNo(slot.number());
        row.setBox(box);
        row.setState(DeliveryState.PICKING.code());
        return row;
    }

    /**
     * Holds an order against every other picker and driver until the transaction ends; empty while
     * the picking of its slot has not begun.
     */
    Optional<Delivery> lock(CoopId coop, UUID orderId) {
        return sql.selectFrom(DELIVERY)
                .where(is(coop, orderId))
                .forUpdate()
                .fetchOptional(FulfilmentStore::delivery);
    }

    Optional<Delivery> find(CoopId coop, UUID orderId) {
        return sql.selectFrom(DELIVERY)
                .where(is(coop, orderId))
                .fetchOptional(FulfilmentStore::delivery);
    }

    /** Where these orders are, as far as their work has begun. */
    Map<UUID, Delivery> deliveries(CoopId coop, Collection<UUID> orders) {
        return sql.selectFrom(DELIVERY)
                .where(DELIVERY.COOP_ID.eq(coop.code()), DELIVERY.ORDER_ID.in(orders))
                .fetchMap(DELIVERY.ORDER_ID, FulfilmentStore::delivery);
    }

    /** What pickers found of these orders, by order and then by line. */
    Map<UUID, Map<Integer, Found>> found(CoopId coop, Collection<UUID> orders) {
        return sql
                .selectFrom(PICK)
                .where(PICK.COOP_ID.eq(coop.code()), PICK.ORDER_ID.in(orders))
                .fetch()
                .stream()
                .collect(
                        groupingBy(
                                PickRecord::getOrderId,
                                toMap(PickRecord::getLineNo, FulfilmentStore::found)));
    }

    void insertPick(CoopId coop, PickTask task, Picked found, UUID by, Instant now) {
        sql.insertInto(PICK)
                .set(PICK.COOP_ID, coop.code())
                .set(PICK.ORDER_ID, task.orderId())
                .set(PICK.LINE_NO, task.lineNo())
                .set(PICK.JAN, task.jan().digits())
                .set(PICK.ORDERED, task.ordered())
                .set(PICK.FOUND, found.quantity())
                .set(PICK.GRAMS, found.grams().isPresent() ? found.grams().getAsInt() : null)
                .set(PICK.PICKED_BY, by)
                .set(PICK.PICKED_AT, utc(now))
                .execute();
    }

    /** Whether there was a mark to take back. */
    boolean deletePick(CoopId coop, UUID orderId, int lineNo) {
        return sql.deleteFrom(PICK)
                        .where(
                                PICK.COOP_ID.eq(coop.code()),
                                PICK.ORDER_ID.eq(orderId),
                                PICK.LINE_NO.eq(lineNo))
                        .execute()
                == 1;
    }

    void close(CoopId coop, UUID orderId, UUID by, Instant now) {
        expectOne(
                sql.update(DELIVERY)
                        .set(DELIVERY.STATE, DeliveryState.PICKED.code())
                        .set(DELIVERY.PICKED_AT, utc(now))
                        .set(DELIVERY.PICKED_BY, by)
                        .where(is(coop, orderId), in(DeliveryState.PICKING))
                        .execute());
    }

    void handOver(CoopId coop, UUID orderId, HandOver said, UUID by, Instant now) {
        expectOne(
                sql.update(DELIVERY)
                        .set(DELIVERY.STATE, DeliveryState.DELIVERED.code())
                        .set(DELIVERY.SETTLED_AT, utc(now))
                        .set(DELIVERY.SETTLED_BY, by)
                        .set(DELIVERY.LEFT_AT_DOOR, said.way() == HandOver.Way.AT_DOOR)
                        .set(DELIVERY.AGE_CHECK, said.age().code())
                        .set(DELIVERY.CASH_RECEIVED_YEN, said.cash().amount())
                        .set(DELIVERY.SHARE_RECEIVED_YEN, said.share().amount())
                        .where(is(coop, orderId), in(DeliveryState.PICKED))
                        .execute());
    }

    /** Its alcohol goes back to the store. */
    void keepAlcohol(CoopId coop, UUID orderId, UUID by, Instant now) {
        expectOne(
                sql.update(DELIVERY)
                        .set(DELIVERY.ALCOHOL_KEPT_AT, utc(now))
                        .set(DELIVERY.ALCOHOL_KEPT_BY, by)
                        .where(is(coop, orderId), in(DeliveryState.PICKED))
                        .execute());
    }

    void bringBack(CoopId coop, UUID orderId, Optional<Instant> until, UUID by, Instant now) {
        expectOne(
                sql.update(DELIVERY)
                        .set(DELIVERY.STATE, DeliveryState.BROUGHT_BACK.code())
                        .set(DELIVERY.SETTLED_AT, utc(now))
                        .set(DELIVERY.SETTLED_BY, by)
                        .set(
                                DELIVERY.REDELIVERY_UNTIL,
                                until.map(FulfilmentStore::utc).orElse(null))
                        .where(is(coop, orderId), in(DeliveryState.PICKED))
                        .execute());
    }

    /**
     * Puts it on the road again.
     *
     * @param calledAt when the member called; empty takes a wrong press back
     */
    void bringAgain(CoopId coop, UUID orderId, Optional<Instant> calledAt) {
        expectOne(
                sql.update(DELIVERY)
                        .set(DELIVERY.STATE, DeliveryState.PICKED.code())
                        .setNull(DELIVERY.SETTLED_AT)
                        .setNull(DELIVERY.SETTLED_BY)
                        .setNull(DELIVERY.REDELIVERY_UNTIL)
                        .set(
                                DELIVERY.CALLED_AT,
                                coalesce(
                                        val(
                                                calledAt.map(FulfilmentStore::utc).orElse(null),
                                                DELIVERY.CALLED_AT),
                                        DELIVERY.CALLED_AT))
                        .where(is(coop, orderId), in(DeliveryState.BROUGHT_BACK))
                        .execute());
    }

    /** What a driver has taken for a slot so far. */
    Taken taken(CoopId coop, SlotId slot, UUID driver) {
        return sql.select(
                        coalesce(sum(DELIVERY.CASH_RECEIVED_YEN), BigDecimal.ZERO),
                        coalesce(sum(DELIVERY.SHARE_RECEIVED_YEN), BigDecimal.ZERO))
                .from(DELIVERY)
                .where(
                        DELIVERY.COOP_ID.eq(coop.code()),
                        DELIVERY.STORE_ID.eq(slot.storeId()),
                        DELIVERY.DAY.eq(slot.day()),
                        DELIVERY.SLOT_NO.eq(slot.number()),
                        DELIVERY.SETTLED_BY.eq(driver),
                        DELIVERY.STATE.eq(DeliveryState.DELIVERED.code()))
                .fetchSingle(
                        row ->
                                new Taken(
                                        Yen.of(row.value1().longValueExact()),
                                        Yen.of(row.value2().longValueExact())));
    }

    private static Condition is(CoopId coop, UUID orderId) {
        return DELIVERY.COOP_ID.eq(coop.code()).and(DELIVERY.ORDER_ID.eq(orderId));
    }

    private static Condition in(DeliveryState state) {
        return DELIVERY.STATE.eq(state.code());
    }

    private static void expectOne(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("the delivery was not where it was seen");
        }
    }

    private static Delivery delivery(DeliveryRecord row) {
        return new Delivery(
                row.getOrderId(),
                new SlotId(row.getStoreId(), row.getDay(), row.getSlotNo()),
                row.getBox(),
                DeliveryState.of(row.getState()),
                moment(row.getPickedAt()),
                moment(row.getSettledAt()),
                Optional.ofNullable(row.getCashReceivedYen()).map(cash -> handOver(row, cash)),
                moment(row.getRedeliveryUntil()),
                moment(row.getCalledAt()),
                moment(row.getAlcoholKeptAt()));
    }

    private static HandOver handOver(DeliveryRecord row, long cash) {
        return new HandOver(
                row.getLeftAtDoor() ? HandOver.Way.AT_DOOR : HandOver.Way.IN_PERSON,
                Yen.of(cash),
                Yen.of(row.getShareReceivedYen()),
                AgeCheck.of(row.getAgeCheck()));
    }

    private static Optional<Instant> moment(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Found found(PickRecord row) {
        return new Found(
                row.getOrdered(),
                row.getFound(),
                row.getGrams() == null ? OptionalInt.empty() : OptionalInt.of(row.getGrams()));
    }

    /** What a picker found of one line: so many of so many, and what they weigh. */
    record Found(int ordered, int found, OptionalInt grams) {}
}
