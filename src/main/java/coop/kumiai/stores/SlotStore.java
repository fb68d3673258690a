package coop.kumiai.stores;

import static coop.kumiai.stores.db.Tables.SLOT;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.stores.db.tables.records.SlotRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Slots and their places. */
@Repository
class SlotStore {
    private final DSLContext sql;

    SlotStore(DSLContext sql) {
        this.sql = sql;
    }

    List<Slot> find(CoopId coop, String storeId, Collection<LocalDate> days) {
        return sql.selectFrom(SLOT)
                .where(SLOT.COOP_ID.eq(coop.code()), SLOT.STORE_ID.eq(storeId), SLOT.DAY.in(days))
                .orderBy(SLOT.DAY, SLOT.SLOT_NO)
                .fetch(SlotStore::slot);
    }

    Optional<Slot> find(CoopId coop, SlotId id) {
        return sql.selectFrom(SLOT).where(is(coop, id)).fetchOptional(SlotStore::slot);
    }

    /** The same, held until the end of the transaction. */
    Optional<Slot> lock(CoopId coop, SlotId id) {
        return sql.selectFrom(SLOT).where(is(coop, id)).forUpdate().fetchOptional(SlotStore::slot);
    }

    /** What has become of a slot and why; as planned it has no mark. */
    void mark(CoopId coop, SlotId id, SlotTrouble.Kind kind, String because) {
        requireOne(
                id,
                sql.update(SLOT)
                        .set(
                                SLOT.STOPPED_BECAUSE,
                                kind == SlotTrouble.Kind.STOPPED ? because : null)
                        .set(
                                SLOT.DELAYED_BECAUSE,
                                kind == SlotTrouble.Kind.DELAYED ? because : null)
                        .where(is(coop, id))
                        .execute());
    }

    /** Writes slots that are not there yet; those that are keep what they have. */
    void insertMissing(CoopId coop, List<Slot> slots) {
        var rows = slots.stream().map(slot -> row(coop, slot)).toList();
        if (!rows.isEmpty()) {
            sql.insertInto(SLOT).set(rows).onConflictDoNothing().execute();
        }
    }

    /**
     * Takes a place if there is one: the single statement that decides between two members after
     * the last (N-SLOT-4), and about the last pieces (X-SLOT-3).
     */
    boolean take(CoopId coop, SlotId id, int items, SlotShare share, Instant now) {
        return sql.update(SLOT)
                        .set(SLOT.TAKEN, SLOT.TAKEN.plus(1))
                        .set(SLOT.ITEMS, SLOT.ITEMS.plus(items))
                        .where(is(coop, id))
                        .and(hasPlace(share))
                        .and(hasRoomFor(items))
                        .and(isRunning(now))
                        .execute()
                == 1;
    }

    /** Holds a place for a member at the checkout, if there is one (X-SLOT-1). */
    boolean hold(CoopId coop, SlotId id, SlotShare share, Instant now) {
        return sql.update(SLOT)
                        .set(SLOT.HELD, SLOT.HELD.plus(1))
                        .where(is(coop, id))
                        .and(hasPlace(share))
                        .and(hasRoomFor(1))
                        .and(isRunning(now))
                        .execute()
                == 1;
    }

    /** Makes a held place into a taken one. */
    boolean takeHeld(CoopId coop, SlotId id, int items, Instant now) {
        return sql.update(SLOT)
                        .set(SLOT.HELD, SLOT.HELD.minus(1))
                        .set(SLOT.TAKEN, SLOT.TAKEN.plus(1))
                        .set(SLOT.ITEMS, SLOT.ITEMS.plus(items))
                        .where(is(coop, id))
                        .and(SLOT.HELD.gt(0))
                        .and(hasRoomFor(items))
                        .and(isRunning(now))
                        .execute()
                == 1;
    }

    /** Frees a held place. @throws IllegalStateException when none was held */
    void letGo(CoopId coop, SlotId id) {
        requireOne(
                id,
                sql.update(SLOT)
                        .set(SLOT.HELD, SLOT.HELD.minus(1))
                        .where(is(coop, id))
                        .and(SLOT.HELD.gt(0))
                        .execute());
    }

    private static Condition hasPlace(SlotShare share) {
        var ahead = share.goesFirst() ? SLOT.WAITING_FIRST : SLOT.WAITING;
        return isBelow(SLOT.TAKEN.plus(SLOT.HELD).plus(ahead), share.percent());
    }

    private static Condition isBelow(Field<Integer> places, int percent) {
        return places.times(SlotReleases.ALL).lt(SLOT.CAPACITY.times(percent));
    }

    /** One more waits for a place, if none can be had (X-SLOT-2). */
    boolean waitFor(CoopId coop, SlotId id, SlotShare share, Instant now) {
        return sql.update(SLOT)
                        .set(SLOT.WAITING, SLOT.WAITING.plus(1))
                        .set(SLOT.WAITING_FIRST, SLOT.WAITING_FIRST.plus(one(share.goesFirst())))
                        .where(is(coop, id))
                        .and(DSL.not(hasPlace(share).and(hasRoomFor(1))))
                        .and(isRunning(now))
                        .execute()
                == 1;
    }

    /** One waits no more. @throws IllegalStateException when nobody did */
    void waitNoMore(CoopId coop, SlotId id, boolean wentFirst) {
        requireOne(
                id,
                sql.update(SLOT)
                        .set(SLOT.WAITING, SLOT.WAITING.minus(1))
                        .set(SLOT.WAITING_FIRST, SLOT.WAITING_FIRST.minus(one(wentFirst)))
                        .where(is(coop, id))
                        .and(SLOT.WAITING.gt(0))
                        .execute());
    }

    /** Holds a place for one who waited, if one has come free. */
    boolean holdForWaiting(
            CoopId coop, SlotId id, SlotShare share, boolean wentFirst, Instant now) {
        return sql.update(SLOT)
                        .set(SLOT.HELD, SLOT.HELD.plus(1))
                        .set(SLOT.WAITING, SLOT.WAITING.minus(1))
                        .set(SLOT.WAITING_FIRST, SLOT.WAITING_FIRST.minus(one(wentFirst)))
                        .where(is(coop, id))
                        .and(SLOT.WAITING.gt(0))
                        .and(isBelow(SLOT.TAKEN.plus(SLOT.HELD), share.percent()))
                        .and(hasRoomFor(1))
                        .and(isRunning(now))
                        .execute()
                == 1;
    }

    private static int one(boolean counted) {
        return counted ? 1 : 0;
    }

    private static Condition isRunning(Instant now) {
        return SLOT.CUTOFF_AT.gt(now.atOffset(ZoneOffset.UTC)).and(SLOT.STOPPED_BECAUSE.isNull());
    }

    /** Gives a place and its pieces back. @throws IllegalStateException when none was taken */
    void giveBack(CoopId coop, SlotId id, int items) {
        requireOne(
                id,
                sql.update(SLOT)
                        .set(SLOT.TAKEN, SLOT.TAKEN.minus(1))
                        .set(SLOT.ITEMS, SLOT.ITEMS.minus(items))
                        .where(is(coop, id))
                        .and(SLOT.TAKEN.gt(0))
                        .and(SLOT.ITEMS.ge(items))
                        .execute());
    }

    /**
     * Counts fewer pieces for a place that is taken, or more, if so many can be picked and the slot
     * runs.
     */
    boolean changeItems(CoopId coop, SlotId id, int more, Instant now) {
        return sql.update(SLOT)
                        .set(SLOT.ITEMS, SLOT.ITEMS.plus(more))
                        .where(is(coop, id))
                        .and(
                                more <= 0
                                        ? SLOT.ITEMS.ge(-more)
                                        : hasRoomFor(more).and(isRunning(now)))
                        .execute()
                == 1;
    }

    /** Gives a slot other room, if not more is taken. */
    boolean resize(CoopId coop, SlotId id, int capacity, int mostItems) {
        return sql.update(SLOT)
                        .set(SLOT.CAPACITY, capacity)
                        .set(SLOT.MOST_ITEMS, mostItems == 0 ? null : mostItems)
                        .where(is(coop, id))
                        .and(SLOT.TAKEN.plus(SLOT.HELD).le(capacity))
                        .and(mostItems == 0 ? DSL.noCondition() : SLOT.ITEMS.le(mostItems))
                        .execute()
                == 1;
    }

    private static Condition hasRoomFor(int items) {
        return SLOT.MOST_ITEMS.isNull().or(SLOT.ITEMS.plus(items).le(SLOT.MOST_ITEMS));
    }

    private static void requireOne(SlotId id, int changed) {
        if (changed != 1) {
            throw new IllegalStateException(changed + " rows changed of slot " + id);
        }
    }

    private static Condition is(CoopId coop, SlotId id) {
        return SLOT.COOP_ID
                .eq(coop.code())
                .and(SLOT.STORE_ID.eq(id.storeId()))
                .and(SLOT.DAY.eq(id.day()))
                .and(SLOT.SLOT_NO.eq(id.number()));
    }

    private static Slot slot(SlotRecord row) {
        return new Slot(
                new SlotId(row.getStoreId(), row.getDay(), row.getSlotNo()),
                row.getDriveThrough(),
                row.getStartsAt().toInstant(),
                row.getEndsAt().toInstant(),
                row.getCutoffAt().toInstant(),
                places(row),
                Optional.ofNullable(row.getStoppedBecause()),
                Optional.ofNullable(row.getDelayedBecause()),
                Optional.empty());
    }

    private static SlotPlaces places(SlotRecord row) {
        return new SlotPlaces(
                row.getCapacity(),
                row.getCapacity(),
                row.getTaken(),
                row.getHeld(),
                row.getWaiting(),
                row.getWaitingFirst(),
                row.getMostItems() == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(row.getMostItems()),
                row.getItems());
    }

    private static SlotRecord row(CoopId coop, Slot slot) {
        var row = new SlotRecord();
        row.setCoopId(coop.code());
        row.setStoreId(slot.id().storeId());
        row.setDay(slot.id().day());
        row.setSlotNo(slot.id().number());
        row.setDriveThrough(slot.driveThrough());
        row.setStartsAt(slot.startsAt().atOffset(ZoneOffset.UTC));
        row.setEndsAt(slot.endsAt().atOffset(ZoneOffset.UTC));
        row.setCutoffAt(slot.cutoffAt().atOffset(ZoneOffset.UTC));
        row.setCapacity(slot.capacity());
        row.setTaken(slot.taken());
        slot.places().mostItems().ifPresent(row::setMostItems);
        row.setItems(slot.places().items());
        return row;
    }
}
