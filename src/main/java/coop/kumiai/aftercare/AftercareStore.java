package coop.kumiai.aftercare;

import static coop.kumiai.aftercare.db.Tables.CARE;
import static coop.kumiai.aftercare.db.Tables.MADE_GOOD;
import static coop.kumiai.aftercare.db.Tables.MADE_GOOD_LINE;
import static coop.kumiai.aftercare.db.Tables.REDELIVERY;

import coop.kumiai.aftercare.MadeGood.Way;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.stores.SlotId;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was made good, and what is to be brought again. */
@Repository
class AftercareStore {
    private static final int MOST_SHOWN = 200;
    private final DSLContext sql;

    AftercareStore(DSLContext sql) {
        this.sql = sql;
    }

    /** One at a time makes something good of an order, until the transaction ends. */
    void lock(CoopId coop, UUID orderId) {
        sql.insertInto(CARE)
                .set(CARE.COOP_ID, coop.code())
                .set(CARE.ORDER_ID, orderId)
                .onConflict(CARE.COOP_ID, CARE.ORDER_ID)
                .doUpdate()
                .set(CARE.ORDER_ID, orderId)
                .execute();
    }

    void insert(CoopId coop, MadeGood good, UUID by) {
        sql.insertInto(MADE_GOOD)
                .set(MADE_GOOD.COOP_ID, coop.code())
                .set(MADE_GOOD.GOOD_ID, good.goodId())
                .set(MADE_GOOD.ORDER_ID, good.orderId())
                .set(MADE_GOOD.TROUBLE_ID, good.troubleId().orElse(null))
                .set(MADE_GOOD.WAY, good.way().code())
                .set(MADE_GOOD.REASON, good.reason())
                .set(MADE_GOOD.PAPER_NUMBER, good.paperNumber())
                .set(MADE_GOOD.MADE_AT, good.madeAt().atOffset(ZoneOffset.UTC))
                .set(MADE_GOOD.MADE_BY, by)
                .execute();
        good.pieces().forEach((line, pieces) -> insertLine(coop, good.goodId(), line, pieces));
        good.broughtIn().ifPresent(slot -> insertRedelivery(coop, good.goodId(), slot));
    }

    private void insertLine(CoopId coop, UUID goodId, int line, int pieces) {
        sql.insertInto(MADE_GOOD_LINE)
                .set(MADE_GOOD_LINE.COOP_ID, coop.code())
                .set(MADE_GOOD_LINE.GOOD_ID, goodId)
                .set(MADE_GOOD_LINE.LINE_NO, line)
                .set(MADE_GOOD_LINE.PIECES, pieces)
                .execute();
    }

    private void insertRedelivery(CoopId coop, UUID goodId, SlotId slot) {
        sql.insertInto(REDELIVERY)
                .set(REDELIVERY.COOP_ID, coop.code())
                .set(REDELIVERY.GOOD_ID, goodId)
                .set(REDELIVERY.STORE_ID, slot.storeId())
                .set(REDELIVERY.DAY, slot.day())
                .set(REDELIVERY.SLOT_NO, slot.number())
                .execute();
    }

    Optional<MadeGood> find(CoopId coop, UUID goodId) {
        return read(coop, MADE_GOOD.GOOD_ID.eq(goodId)).stream().findFirst();
    }

    /** Of an order, in the order of time. */
    List<MadeGood> ofOrder(CoopId coop, UUID orderId) {
        return read(coop, MADE_GOOD.ORDER_ID.eq(orderId));
    }

    /** What a store still has to bring, up to a day. */
    List<MadeGood> toBring(CoopId coop, String storeId, LocalDate until) {
        return read(
                coop,
                REDELIVERY
                        .STORE_ID
                        .eq(storeId)
                        .and(REDELIVERY.DONE_AT.isNull())
                        .and(REDELIVERY.DAY.le(until)));
    }

    /** Whether it was still to be brought. */
    boolean brought(CoopId coop, UUID goodId, UUID by, Instant at) {
        return sql.update(REDELIVERY)
                        .set(REDELIVERY.DONE_AT, at.atOffset(ZoneOffset.UTC))
                        .set(REDELIVERY.DONE_BY, by)
                        .where(REDELIVERY.COOP_ID.eq(coop.code()))
                        .and(REDELIVERY.GOOD_ID.eq(goodId))
                        .and(REDELIVERY.DONE_AT.isNull())
                        .execute()
                == 1;
    }

    private List<MadeGood> read(CoopId coop, Condition which) {
        var rows =
                sql.select(MADE_GOOD.fields())
                        .select(REDELIVERY.fields())
                        .from(MADE_GOOD)
                        .leftJoin(REDELIVERY)
                        .on(
                                REDELIVERY.COOP_ID.eq(MADE_GOOD.COOP_ID),
                                REDELIVERY.GOOD_ID.eq(MADE_GOOD.GOOD_ID))
                        .where(MADE_GOOD.COOP_ID.eq(coop.code()), which)
                        .orderBy(MADE_GOOD.MADE_AT, MADE_GOOD.GOOD_ID)
                        .limit(MOST_SHOWN)
                        .fetch();
        var lines = lines(coop, rows.getValues(MADE_GOOD.GOOD_ID));
        return rows.map(row -> good(row, lines.getOrDefault(row.get(MADE_GOOD.GOOD_ID), Map.of())));
    }

    private Map<UUID, Map<Integer, Integer>> lines(CoopId coop, List<UUID> goods) {
        return sql
                .selectFrom(MADE_GOOD_LINE)
                .where(MADE_GOOD_LINE.COOP_ID.eq(coop.code()), MADE_GOOD_LINE.GOOD_ID.in(goods))
                .fetchGroups(MADE_GOOD_LINE.GOOD_ID)
                .entrySet()
                .stream()
                .collect(
                        java.util.stream.Collectors.toMap(
                                Map.Entry::getKey,
                                it ->
                                        it.getValue()
                                                .intoMap(
                                                        MADE_GOOD_LINE.LINE_NO,
                                                        MADE_GOOD_LINE.PIECES)));
    }

    private static MadeGood good(Record row, Map<Integer, Integer> pieces) {
        var made = row.into(MADE_GOOD);
        var again = row.into(REDELIVERY);
        return new MadeGood(
                made.getGoodId(),
                made.getOrderId(),
                Optional.ofNullable(made.getTroubleId()),
                Way.of(made.getWay()),
                pieces,
                made.getReason(),
                made.getPaperNumber(),
                made.getMadeAt().toInstant(),
                Optional.ofNullable(again.getDay())
                        .map(day -> new SlotId(again.getStoreId(), day, again.getSlotNo())),
                Optional.ofNullable(again.getDoneAt()).map(OffsetDateTime::toInstant));
    }
}
