package coop.kumiai.orders;

import static coop.kumiai.orders.db.Tables.SLOT_WAIT;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.db.tables.records.SlotWaitRecord;
import coop.kumiai.stores.SlotId;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who waits for full slots, in turn. */
@Repository
class SlotWaitStore {
    private final DSLContext sql;

    SlotWaitStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A slot that somebody waits for. */
    record Wanted(CoopId coop, SlotId slot) {}

    /** Whether the member waits since now; who waits already keeps their turn. */
    boolean insert(CoopId coop, UUID waitId, UUID member, SlotId slot, boolean first, Instant at) {
        return sql.insertInto(SLOT_WAIT)
                        .set(SLOT_WAIT.COOP_ID, coop.code())
                        .set(SLOT_WAIT.STORE_ID, slot.storeId())
                        .set(SLOT_WAIT.DAY, slot.day())
                        .set(SLOT_WAIT.SLOT_NO, slot.number())
                        .set(SLOT_WAIT.MEMBER_ID, member)
                        .set(SLOT_WAIT.WAIT_ID, waitId)
                        .set(SLOT_WAIT.GOES_FIRST, first)
                        .set(SLOT_WAIT.ASKED_AT, at.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    List<SlotWait> of(CoopId coop, UUID member) {
        return sql.selectFrom(SLOT_WAIT)
                .where(SLOT_WAIT.COOP_ID.eq(coop.code()), SLOT_WAIT.MEMBER_ID.eq(member))
                .orderBy(SLOT_WAIT.DAY, SLOT_WAIT.SLOT_NO)
                .fetch(SlotWaitStore::wait);
    }

    /** Takes somebody off the list, as they stood there. */
    Optional<SlotWait> delete(CoopId coop, UUID member, SlotId slot) {
        return sql.deleteFrom(SLOT_WAIT)
                .where(isOf(coop, slot), SLOT_WAIT.MEMBER_ID.eq(member))
                .returning()
                .fetchOptional(SlotWaitStore::wait);
    }

    /** The same while a place is held for them, and only then. */
    Optional<SlotWait> deleteOffered(CoopId coop, UUID member, SlotId slot, Instant now) {
        return sql.deleteFrom(SLOT_WAIT)
                .where(isOf(coop, slot), SLOT_WAIT.MEMBER_ID.eq(member))
                .and(SLOT_WAIT.OFFERED_UNTIL.gt(now.atOffset(ZoneOffset.UTC)))
                .returning()
                .fetchOptional(SlotWaitStore::wait);
    }

    /** The slots of all co-ops that somebody waits for without an offer. */
    List<Wanted> wanted() {
        return sql.selectDistinct(
                        SLOT_WAIT.COOP_ID, SLOT_WAIT.STORE_ID, SLOT_WAIT.DAY, SLOT_WAIT.SLOT_NO)
                .from(SLOT_WAIT)
                .where(SLOT_WAIT.OFFERED_UNTIL.isNull())
                .fetch(
                        row ->
                                new Wanted(
                                        new CoopId(row.value1()),
                                        new SlotId(row.value2(), row.value3(), row.value4())));
    }

    /** Whose turn it is, locked: the one who has waited longest. */
    Optional<SlotWait> first(CoopId coop, SlotId slot) {
        return first(isOf(coop, slot));
    }

    /** The same of those for whom places are kept. */
    Optional<SlotWait> firstOfFirst(CoopId coop, SlotId slot) {
        return first(isOf(coop, slot).and(SLOT_WAIT.GOES_FIRST));
    }

    private Optional<SlotWait> first(Condition who) {
        return sql.selectFrom(SLOT_WAIT)
                .where(who, SLOT_WAIT.OFFERED_UNTIL.isNull())
                .orderBy(SLOT_WAIT.ASKED_AT, SLOT_WAIT.WAIT_ID)
                .limit(1)
                .forUpdate()
                .fetchOptional(SlotWaitStore::wait);
    }

    void offer(CoopId coop, SlotWait wait, Instant until) {
        var changed =
                sql.update(SLOT_WAIT)
                        .set(SLOT_WAIT.OFFERED_UNTIL, until.atOffset(ZoneOffset.UTC))
                        .where(SLOT_WAIT.COOP_ID.eq(coop.code()))
                        .and(SLOT_WAIT.WAIT_ID.eq(wait.waitId()))
                        .execute();
        if (changed != 1) {
            throw new IllegalStateException("nobody waits as " + wait.waitId());
        }
    }

    /** An offer of any co-op that is over, taken off the list; one in use is left to its user. */
    Optional<Wanted> deleteEnded(Instant now) {
        return sql.selectFrom(SLOT_WAIT)
                .where(SLOT_WAIT.OFFERED_UNTIL.le(now.atOffset(ZoneOffset.UTC)))
                .orderBy(SLOT_WAIT.OFFERED_UNTIL)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional()
                .map(
                        row -> {
                            row.delete();
                            return new Wanted(new CoopId(row.getCoopId()), slot(row));
                        });
    }

    private static Condition isOf(CoopId coop, SlotId slot) {
        return SLOT_WAIT
                .COOP_ID
                .eq(coop.code())
                .and(SLOT_WAIT.STORE_ID.eq(slot.storeId()))
                .and(SLOT_WAIT.DAY.eq(slot.day()))
                .and(SLOT_WAIT.SLOT_NO.eq(slot.number()));
    }

    private static SlotId slot(SlotWaitRecord row) {
        return new SlotId(row.getStoreId(), row.getDay(), row.getSlotNo());
    }

    private static SlotWait wait(SlotWaitRecord row) {
        return new SlotWait(
                row.getWaitId(),
                row.getMemberId(),
                slot(row),
                row.getGoesFirst(),
                Optional.ofNullable(row.getOfferedUntil()).map(OffsetDateTime::toInstant));
    }
}
