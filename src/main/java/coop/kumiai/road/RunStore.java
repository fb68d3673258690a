package coop.kumiai.road;

import static coop.kumiai.road.db.Tables.PLACE;
import static coop.kumiai.road.db.Tables.PLAN;
import static coop.kumiai.road.db.Tables.VAN_RUN;
import static coop.kumiai.road.db.Tables.VAN_STOP;

import static java.util.stream.Collectors.groupingBy;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.road.db.tables.records.PlanRecord;
import coop.kumiai.road.db.tables.records.VanRunRecord;
import coop.kumiai.road.db.tables.records.VanStopRecord;
import coop.kumiai.stores.SlotId;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The plans of slots: vans and their doors. */
@Repository
class RunStore {
    private final DSLContext sql;

    RunStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Wishes for a plan, or for a new one. */
    void want(CoopId coop, SlotId slot, UUID by, Instant now) {
        sql.insertInto(PLAN)
                .set(PLAN.COOP_ID, coop.code())
                .set(PLAN.STORE_ID, slot.storeId())
                .set(PLAN.DAY, slot.day())
                .set(PLAN.SLOT_NO, slot.number())
                .set(PLAN.STATE, RunPlan.State.WANTED.code())
                .set(PLAN.WANTED_AT, now.atOffset(ZoneOffset.UTC))
                .set(PLAN.WANTED_BY, by)
                .onDuplicateKeyUpdate()
                .set(PLAN.STATE, RunPlan.State.WANTED.code())
                .set(PLAN.WANTED_AT, now.atOffset(ZoneOffset.UTC))
                .set(PLAN.WANTED_BY, by)
                .execute();
    }

    /** Holds the plan against everybody until the transaction ends. */
    Optional<RunPlan> lock(CoopId coop, SlotId slot) {
        return sql.selectFrom(PLAN)
                .where(ofPlan(coop, slot))
                .forUpdate()
                .fetchOptional(row -> plan(coop, slot, row));
    }

    Optional<RunPlan> find(CoopId coop, SlotId slot) {
        return sql.selectFrom(PLAN)
                .where(ofPlan(coop, slot))
                .fetchOptional(row -> plan(coop, slot, row));
    }

    /** Takes the work: false when it is done, or somebody began it lately. */
    boolean begin(CoopId coop, SlotId slot, Instant now, Instant lately) {
        var isFree =
                PLAN.STATE
                        .eq(RunPlan.State.WANTED.code())
                        .or(
                                PLAN.STATE
                                        .eq(RunPlan.State.PLANNING.code())
                                        .and(PLAN.BEGUN_AT.lt(lately.atOffset(ZoneOffset.UTC))));
        return sql.update(PLAN)
                        .set(PLAN.STATE, RunPlan.State.PLANNING.code())
                        .set(PLAN.BEGUN_AT, now.atOffset(ZoneOffset.UTC))
                        .where(ofPlan(coop, slot), isFree)
                        .execute()
                == 1;
    }

    void ready(CoopId coop, SlotId slot, int unplaced, Instant now) {
        sql.update(PLAN)
                .set(PLAN.STATE, RunPlan.State.READY.code())
                .set(PLAN.READY_AT, now.atOffset(ZoneOffset.UTC))
                .set(PLAN.UNPLACED, unplaced)
                .where(ofPlan(coop, slot))
                .execute();
    }

    void addVan(CoopId coop, SlotId slot, int van) {
        sql.insertInto(VAN_RUN)
                .set(VAN_RUN.COOP_ID, coop.code())
                .set(VAN_RUN.STORE_ID, slot.storeId())
                .set(VAN_RUN.DAY, slot.day())
                .set(VAN_RUN.SLOT_NO, slot.number())
                .set(VAN_RUN.VAN, van)
                .onConflictDoNothing()
                .execute();
    }

    void clear(CoopId coop, SlotId slot, Collection<Integer> vans) {
        sql.deleteFrom(VAN_STOP).where(ofStops(coop, slot), VAN_STOP.VAN.in(vans)).execute();
    }

    /** Writes the doors of a van anew; the key of an order lets it be in one van only. */
    void put(CoopId coop, SlotId slot, int van, List<VanStop> stops) {
        var rows = stops.stream().map(stop -> row(coop, slot, van, stop)).toList();
        if (!rows.isEmpty()) {
            sql.insertInto(VAN_STOP).set(rows).execute();
        }
    }

    private static VanStopRecord row(CoopId coop, SlotId slot, int van, VanStop stop) {
        var row = new VanStopRecord();
        row.setCoopId(coop.code());
        row.setOrderId(stop.orderId());
        row.setStoreId(slot.storeId());
        row.setDay(slot.day());
        row.setSlotNo(slot.number());
        row.setVan(van);
        row.setPosition(stop.position());
        row.setExpectedAt(stop.expectedAt().atOffset(ZoneOffset.UTC));
        return row;
    }

    void leave(CoopId coop, SlotId slot, int van, UUID driver, Instant now) {
        var left =
                sql.update(VAN_RUN)
                        .set(VAN_RUN.DRIVER_ID, driver)
                        .set(VAN_RUN.LEFT_AT, now.atOffset(ZoneOffset.UTC))
                        .where(ofVans(coop, slot), VAN_RUN.VAN.eq(van), VAN_RUN.LEFT_AT.isNull())
                        .execute();
        if (left != 1) {
            throw new IllegalStateException("the van was not where it was seen");
        }
    }

    /** The slot that an order is planned in. */
    Optional<SlotId> slotOf(CoopId coop, UUID orderId) {
        return sql.selectFrom(VAN_STOP)
                .where(VAN_STOP.COOP_ID.eq(coop.code()), VAN_STOP.ORDER_ID.eq(orderId))
                .fetchOptional(row -> new SlotId(row.getStoreId(), row.getDay(), row.getSlotNo()));
    }

    Map<String, Spot> spots(CoopId coop, Collection<String> keys) {
        return sql.selectFrom(PLACE)
                .where(PLACE.COOP_ID.eq(coop.code()), PLACE.PLACE_KEY.in(keys))
                .fetchMap(
                        PLACE.PLACE_KEY,
                        row -> new Spot(row.getLatitudeMicro(), row.getLongitudeMicro()));
    }

    /** Says where places are; what was said before of the same ones is over. */
    void say(CoopId coop, Map<String, Spot> spots) {
        spots.forEach(
                (key, spot) ->
                        sql.insertInto(PLACE)
                                .set(PLACE.COOP_ID, coop.code())
                                .set(PLACE.PLACE_KEY, key)
                                .set(PLACE.LATITUDE_MICRO, spot.latitudeMicro())
                                .set(PLACE.LONGITUDE_MICRO, spot.longitudeMicro())
                                .onDuplicateKeyUpdate()
                                .set(PLACE.LATITUDE_MICRO, spot.latitudeMicro())
                                .set(PLACE.LONGITUDE_MICRO, spot.longitudeMicro())
                                .execute());
    }

    private RunPlan plan(CoopId coop, SlotId slot, PlanRecord row) {
        var stops =
                sql
                        .selectFrom(VAN_STOP)
                        .where(ofStops(coop, slot))
                        .orderBy(VAN_STOP.VAN, VAN_STOP.POSITION)
                        .fetch()
                        .stream()
                        .collect(groupingBy(VanStopRecord::getVan));
        var vans =
                sql.selectFrom(VAN_RUN)
                        .where(ofVans(coop, slot))
                        .orderBy(VAN_RUN.VAN)
                        .fetch(van -> van(van, stops.getOrDefault(van.getVan(), List.of())));
        return new RunPlan(
                RunPlan.State.of(row.getState()),
                Optional.ofNullable(row.getBegunAt()).map(it -> it.toInstant()),
                row.getUnplaced(),
                vans);
    }

    private static VanRun van(VanRunRecord row, List<VanStopRecord> stops) {
        return new VanRun(
                row.getVan(),
                Optional.ofNullable(row.getDriverId()),
                Optional.ofNullable(row.getLeftAt()).map(it -> it.toInstant()),
                stops.stream()
                        .map(
                                it ->
                                        new VanStop(
                                                it.getOrderId(),
                                                it.getPosition(),
                                                it.getExpectedAt().toInstant()))
                        .toList());
    }

    private static Condition ofPlan(CoopId coop, SlotId slot) {
        return of(coop, slot, PLAN.COOP_ID, PLAN.STORE_ID, PLAN.DAY, PLAN.SLOT_NO);
    }

    private static Condition ofVans(CoopId coop, SlotId slot) {
        return of(coop, slot, VAN_RUN.COOP_ID, VAN_RUN.STORE_ID, VAN_RUN.DAY, VAN_RUN.SLOT_NO);
    }

    private static Condition ofStops(CoopId coop, SlotId slot) {
        return of(coop, slot, VAN_STOP.COOP_ID, VAN_STOP.STORE_ID, VAN_STOP.DAY, VAN_STOP.SLOT_NO);
    }

    private static Condition of(
            CoopId coop,
            SlotId slot,
            TableField<?, String> coopId,
            TableField<?, String> storeId,
            TableField<?, LocalDate> day,
            TableField<?, Integer> number) {
        return coopId.eq(coop.code())
                .and(storeId.eq(slot.storeId()))
                .and(day.eq(slot.day()))
                .and(number.eq(slot.number()));
    }
}
