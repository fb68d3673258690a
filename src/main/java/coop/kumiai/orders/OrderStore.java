package coop.kumiai.orders;

import static coop.kumiai.orders.db.Sequences.ORDER_NUMBER;
import static coop.kumiai.orders.db.Tables.CUSTOMER_ORDER;
import static coop.kumiai.orders.db.Tables.ORDER_LINE;
import static coop.kumiai.orders.db.Tables.ORDER_VERSION;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.stores.SlotId;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Orders, their versions and lines. Versions are only ever added. */
@Repository
class OrderStore {
    static final String HELD = "held";
    static final String RELEASED = "released";
    static final String CONFIRMED = "confirmed";
    private static final String CANCELLED = "cancelled";

    /** The next order number (注文番号): eight digits in two groups, as one says them on the phone. */
    private static final Field<String> NEXT_NUMBER =
            DSL.toChar(ORDER_NUMBER.nextval(), "FM99999999990000\"-\"0000");

    private final DSLContext sql;

    OrderStore(DSLContext sql) {
        this.sql = sql;
    }

    private static String inGroups(String number) {
        var second = Math.max(0, number.length() - 4);
        return number.substring(0, second) + "-" + number.substring(second);
    }

    /**
     * Writes a new order with its first version, and gives it its number.
     *
     * @param state {@link #CONFIRMED}, or {@link #HELD} while its card is asked
     */
    Order insert(
            CoopId coop,
            UUID orderId,
            UUID memberId,
            UUID cartId,
            SlotId slot,
            OrderVersion version,
            String state) {
        var number =
                sql.insertInto(CUSTOMER_ORDER)
                        .set(CUSTOMER_ORDER.COOP_ID, coop.code())
                        .set(CUSTOMER_ORDER.ORDER_ID, orderId)
                        .set(CUSTOMER_ORDER.ORDER_NUMBER, NEXT_NUMBER)
                        .set(CUSTOMER_ORDER.MEMBER_ID, memberId)
                        .set(CUSTOMER_ORDER.CART_ID, cartId)
                        .set(CUSTOMER_ORDER.STORE_ID, slot.storeId())
                        .set(CUSTOMER_ORDER.DAY, slot.day())
                        .set(CUSTOMER_ORDER.SLOT_NO, slot.number())
                        .set(CUSTOMER_ORDER.SLOT_ITEMS, version.pieces())
                        .set(CUSTOMER_ORDER.STATE, state)
                        .set(CUSTOMER_ORDER.VERSION, version.number())
                        .set(CUSTOMER_ORDER.PLACED_AT, version.madeAt().atOffset(ZoneOffset.UTC))
                        .returningResult(CUSTOMER_ORDER.ORDER_NUMBER)
                        .fetchSingle()
                        .value1();
        insertVersion(coop, orderId, version);
        return new Order(
                orderId,
                number,
                memberId,
                slot,
                version.pieces(),
                false,
                version.madeAt(),
                version);
    }

    /** Adds the next version to an order that stands, for the slot that it has from now on. */
    void append(CoopId coop, UUID orderId, OrderVersion next, SlotId slot) {
        var cancels = next.kind() == OrderVersion.Kind.CANCELLED;
        var changed =
                sql.update(CUSTOMER_ORDER)
                        .set(CUSTOMER_ORDER.VERSION, next.number())
                        .set(CUSTOMER_ORDER.STATE, cancels ? CANCELLED : CONFIRMED)
                        .set(CUSTOMER_ORDER.DAY, slot.day())
                        .set(CUSTOMER_ORDER.SLOT_NO, slot.number())
                        .set(CUSTOMER_ORDER.SLOT_ITEMS, slotItems(next))
                        .where(is(coop, orderId))
                        .and(CUSTOMER_ORDER.STORE_ID.eq(slot.storeId()))
                        .and(CUSTOMER_ORDER.VERSION.eq(next.number() - 1))
                        .and(CUSTOMER_ORDER.STATE.eq(CONFIRMED))
                        .execute();
        if (changed != 1) {
            throw new IllegalStateException("order " + orderId + " is not at its version");
        }
        insertVersion(coop, orderId, next);
    }

    /** Only a change of the member makes it count for another number of pieces. */
    private static Field<Integer> slotItems(OrderVersion next) {
        return next.kind() == OrderVersion.Kind.AMENDED
                ? DSL.val(next.pieces())
                : CUSTOMER_ORDER.SLOT_ITEMS;
    }

    Optional<Order> find(CoopId coop, UUID orderId) {
        return orders(coop, current().where(is(coop, orderId)).fetch()).stream().findFirst();
    }

    Optional<Order> findByNumber(CoopId coop, String digits) {
        var rows =
                current()
                        .where(
                                CUSTOMER_ORDER.COOP_ID.eq(coop.code()),
                                CUSTOMER_ORDER.ORDER_NUMBER.eq(inGroups(digits)))
                        .fetch();
        return orders(coop, rows).stream().findFirst();
    }

    /** Reads an order and holds it until the end of the transaction: one change at a time. */
    Optional<Order> lock(CoopId coop, UUID orderId) {
        var held =
                sql.selectOne()
                        .from(CUSTOMER_ORDER)
                        .where(is(coop, orderId))
                        .forUpdate()
                        .fetchOptional();
        return held.flatMap(it -> find(coop, orderId));
    }

    /** The order that a cart became. */
    Optional<Order> ofCart(CoopId coop, UUID member, UUID cartId) {
        var rows =
                current()
                        .where(
                                CUSTOMER_ORDER.COOP_ID.eq(coop.code()),
                                CUSTOMER_ORDER.MEMBER_ID.eq(member),
                                CUSTOMER_ORDER.CART_ID.eq(cartId))
                        .fetch();
        return orders(coop, rows).stream().findFirst();
    }

    /** The orders of a member, the latest first, behind the given one. */
    List<Order> ofMember(CoopId coop, UUID member, Optional<UUID> after, int most) {
        var rows =
                current()
                        .where(
                                CUSTOMER_ORDER.COOP_ID.eq(coop.code()),
                                CUSTOMER_ORDER.MEMBER_ID.eq(member))
                        .and(after.map(CUSTOMER_ORDER.ORDER_ID::lt).orElseGet(DSL::noCondition))
                        .orderBy(CUSTOMER_ORDER.ORDER_ID.desc())
                        .limit(most)
                        .fetch();
        return orders(coop, rows);
    }

    /** A member's orders that stand and whose slot is not over. */
    List<Order> undelivered(CoopId coop, UUID member, Instant now) {
        var rows =
                current()
                        .where(
                                CUSTOMER_ORDER.COOP_ID.eq(coop.code()),
                                CUSTOMER_ORDER.MEMBER_ID.eq(member),
                                CUSTOMER_ORDER.STATE.eq(CONFIRMED),
                                ORDER_VERSION.ENDS_AT.gt(now.atOffset(ZoneOffset.UTC)))
                        .orderBy(CUSTOMER_ORDER.ORDER_ID)
                        .fetch();
        return orders(coop, rows);
    }

    /** Whether the member has placed an order of this slot since then, whatever became of it. */
    boolean hasPlacedSince(CoopId coop, UUID member, SlotId slot, Instant since) {
        return sql.fetchExists(
                CUSTOMER_ORDER,
                CUSTOMER_ORDER
                        .COOP_ID
                        .eq(coop.code())
                        .and(CUSTOMER_ORDER.MEMBER_ID.eq(member))
                        .and(CUSTOMER_ORDER.STORE_ID.eq(slot.storeId()))
                        .and(CUSTOMER_ORDER.DAY.eq(slot.day()))
                        .and(CUSTOMER_ORDER.SLOT_NO.eq(slot.number()))
                        .and(CUSTOMER_ORDER.STATE.notIn(HELD, RELEASED))
                        .and(CUSTOMER_ORDER.PLACED_AT.ge(since.atOffset(ZoneOffset.UTC))));
    }

    /** The orders of a slot that stand, in the order of their placing. */
    List<Order> ofSlot(CoopId coop, SlotId slot) {
        var rows =
                current()
                        .where(
                                CUSTOMER_ORDER.COOP_ID.eq(coop.code()),
                                CUSTOMER_ORDER.STORE_ID.eq(slot.storeId()),
                                CUSTOMER_ORDER.DAY.eq(slot.day()),
                                CUSTOMER_ORDER.SLOT_NO.eq(slot.number()),
                                CUSTOMER_ORDER.STATE.eq(CONFIRMED))
                        .orderBy(CUSTOMER_ORDER.ORDER_ID)
                        .fetch();
        return orders(coop, rows);
    }

    /** The orders of a store's day that stand, in the order of their placing. */
    List<Order> ofDay(CoopId coop, String storeId, LocalDate day) {
        var rows =
                current()
                        .where(
                                CUSTOMER_ORDER.COOP_ID.eq(coop.code()),
                                CUSTOMER_ORDER.STORE_ID.eq(storeId),
                                CUSTOMER_ORDER.DAY.eq(day),
                                CUSTOMER_ORDER.STATE.eq(CONFIRMED))
                        .orderBy(CUSTOMER_ORDER.ORDER_ID)
                        .fetch();
        return orders(coop, rows);
    }

    /** Every version of an order, the first first. */
    List<OrderVersion> versions(CoopId coop, UUID orderId) {
        var rows =
                sql.selectFrom(ORDER_VERSION)
                        .where(
                                ORDER_VERSION.COOP_ID.eq(coop.code()),
                                ORDER_VERSION.ORDER_ID.eq(orderId))
                        .orderBy(ORDER_VERSION.VERSION)
                        .fetch();
        var lines =
                sql.selectFrom(ORDER_LINE)
                        .where(ORDER_LINE.COOP_ID.eq(coop.code()), ORDER_LINE.ORDER_ID.eq(orderId))
                        .orderBy(ORDER_LINE.LINE_NO)
                        .fetchGroups(ORDER_LINE.VERSION, OrderRows::line);
        return rows.map(
                row -> OrderRows.version(row, lines.getOrDefault(row.getVersion(), List.of())));
    }

    private void insertVersion(CoopId coop, UUID orderId, OrderVersion version) {
        sql.insertInto(ORDER_VERSION).set(OrderRows.row(coop, orderId, version)).execute();
        var lines =
                version.lines().stream()
                        .map(it -> OrderRows.row(coop, orderId, version.number(), it).intoArray())
                        .toArray(Object[][]::new);
        sql.batch(
                        sql.insertInto(ORDER_LINE, ORDER_LINE.fields())
                                .values(new Object[ORDER_LINE.fields().length]))
                .bind(lines)
                .execute();
    }

    /** Orders that were confirmed once; what is held or released is none: {@link HeldStore}. */
    private SelectOnConditionStep<Record> current() {
        return sql.select()
                .from(CUSTOMER_ORDER)
                .join(ORDER_VERSION)
                .on(
                        ORDER_VERSION.COOP_ID.eq(CUSTOMER_ORDER.COOP_ID),
                        ORDER_VERSION.ORDER_ID.eq(CUSTOMER_ORDER.ORDER_ID),
                        ORDER_VERSION.VERSION.eq(CUSTOMER_ORDER.VERSION),
                        CUSTOMER_ORDER.STATE.in(CONFIRMED, CANCELLED));
    }

    private List<Order> orders(CoopId coop, List<Record> rows) {
        var lines = rows.isEmpty() ? Map.<UUID, List<OrderLine>>of() : lines(coop, rows);
        return rows.stream().map(row -> order(row, lines)).toList();
    }

    /** The lines of the current versions, by one query. */
    private Map<UUID, List<OrderLine>> lines(CoopId coop, List<Record> rows) {
        var ids = rows.stream().map(row -> row.get(CUSTOMER_ORDER.ORDER_ID)).toArray(UUID[]::new);
        return sql.select(ORDER_LINE.fields())
                .from(ORDER_LINE)
                .join(CUSTOMER_ORDER)
                .on(
                        CUSTOMER_ORDER.COOP_ID.eq(ORDER_LINE.COOP_ID),
                        CUSTOMER_ORDER.ORDER_ID.eq(ORDER_LINE.ORDER_ID),
                        CUSTOMER_ORDER.VERSION.eq(ORDER_LINE.VERSION))
                .where(ORDER_LINE.COOP_ID.eq(coop.code()), ORDER_LINE.ORDER_ID.eq(DSL.any(ids)))
                .orderBy(ORDER_LINE.LINE_NO)
                .fetchGroups(ORDER_LINE.ORDER_ID, row -> OrderRows.line(row.into(ORDER_LINE)));
    }

    private static Order order(Record row, Map<UUID, List<OrderLine>> lines) {
        var header = row.into(CUSTOMER_ORDER);
        return new Order(
                header.getOrderId(),
                header.getOrderNumber(),
                header.getMemberId(),
                new SlotId(header.getStoreId(), header.getDay(), header.getSlotNo()),
                header.getSlotItems(),
                header.getState().equals(CANCELLED),
                header.getPlacedAt().toInstant(),
                OrderRows.version(
                        row.into(ORDER_VERSION),
                        lines.getOrDefault(header.getOrderId(), List.of())));
    }

    private static Condition is(CoopId coop, UUID orderId) {
        return CUSTOMER_ORDER.COOP_ID.eq(coop.code()).and(CUSTOMER_ORDER.ORDER_ID.eq(orderId));
    }
}
