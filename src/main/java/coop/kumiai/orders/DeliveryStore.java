package coop.kumiai.orders;

import static coop.kumiai.orders.db.Tables.DELIVERY_CHOICE;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.db.tables.records.DeliveryChoiceRecord;
import coop.kumiai.stores.SlotId;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** What members chose for their next delivery. */
@Repository
class DeliveryStore {
    private final DSLContext sql;

    DeliveryStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Chosen> find(CoopId coop, UUID member) {
        return sql.selectFrom(DELIVERY_CHOICE)
                .where(is(coop, member))
                .fetchOptional(DeliveryStore::chosen);
    }

    /** The same, held until the end of the transaction. */
    Optional<Chosen> lock(CoopId coop, UUID member) {
        return sql.selectFrom(DELIVERY_CHOICE)
                .where(is(coop, member))
                .forUpdate()
                .fetchOptional(DeliveryStore::chosen);
    }

    /** Writes down until when its slot has a place for the member, and since when it had one. */
    void hold(CoopId coop, UUID member, Instant since, Instant until) {
        var changed =
                sql.update(DELIVERY_CHOICE)
                        .set(DELIVERY_CHOICE.HELD_SINCE, since.atOffset(ZoneOffset.UTC))
                        .set(DELIVERY_CHOICE.HELD_UNTIL, until.atOffset(ZoneOffset.UTC))
                        .where(is(coop, member))
                        .execute();
        if (changed != 1) {
            throw new IllegalStateException("no choice of member " + member);
        }
    }

    /** Whether a place of this slot was held until now; it is no more. */
    boolean useHold(CoopId coop, UUID member, SlotId slot) {
        return sql.update(DELIVERY_CHOICE)
                        .set(DELIVERY_CHOICE.HELD_UNTIL, (OffsetDateTime) null)
                        .where(is(coop, member))
                        .and(DELIVERY_CHOICE.STORE_ID.eq(slot.storeId()))
                        .and(DELIVERY_CHOICE.DAY.eq(slot.day()))
                        .and(DELIVERY_CHOICE.SLOT_NO.eq(slot.number()))
                        .and(DELIVERY_CHOICE.HELD_UNTIL.isNotNull())
                        .execute()
                == 1;
    }

    /** A hold of any co-op that is over, locked; one that somebody is busy with is left to them. */
    Optional<EndedHold> endedHold(Instant now) {
        return sql.selectFrom(DELIVERY_CHOICE)
                .where(DELIVERY_CHOICE.HELD_UNTIL.le(now.atOffset(ZoneOffset.UTC)))
                .orderBy(DELIVERY_CHOICE.HELD_UNTIL)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(
                        row ->
                                new EndedHold(
                                        new CoopId(row.getCoopId()),
                                        row.getMemberId(),
                                        chosen(row).slot().orElseThrow()));
    }

    private static Condition is(CoopId coop, UUID member) {
        return DELIVERY_CHOICE.COOP_ID.eq(coop.code()).and(DELIVERY_CHOICE.MEMBER_ID.eq(member));
    }

    void choose(CoopId coop, UUID member, Chosen chosen, Instant at) {
        var row = new DeliveryChoiceRecord();
        row.setCoopId(coop.code());
        row.setMemberId(member);
        row.setAddressId(chosen.addressId());
        row.setStoreId(chosen.storeId());
        row.setDay(chosen.slot().map(SlotId::day).orElse(null));
        row.setSlotNo(chosen.slot().map(SlotId::number).orElse(null));
        row.setHeldUntil(chosen.heldUntil().map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null));
        row.setHeldSince(chosen.heldSince().map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null));
        row.setChosenAt(at.atOffset(ZoneOffset.UTC));
        sql.insertInto(DELIVERY_CHOICE)
                .set(row)
                .onConflict(DELIVERY_CHOICE.COOP_ID, DELIVERY_CHOICE.MEMBER_ID)
                .doUpdate()
                .set(row)
                .execute();
    }

    private static Chosen chosen(DeliveryChoiceRecord row) {
        var slot =
                row.getDay() == null
                        ? Optional.<SlotId>empty()
                        : Optional.of(new SlotId(row.getStoreId(), row.getDay(), row.getSlotNo()));
        return new Chosen(
                row.getAddressId(),
                row.getStoreId(),
                slot,
                Optional.ofNullable(row.getHeldUntil()).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getHeldSince()).map(OffsetDateTime::toInstant));
    }

    /**
     * A choice as it is stored.
     *
     * @param heldUntil until when a place of the slot is held; empty when none is
     * @param heldSince when the first of its holds began; empty while there was none
     */
    record Chosen(
            UUID addressId,
            String storeId,
            Optional<SlotId> slot,
            Optional<Instant> heldUntil,
            Optional<Instant> heldSince) {
        boolean isOf(SlotId other) {
            return slot.filter(other::equals).isPresent();
        }

        boolean holds(SlotId other) {
            return heldUntil.isPresent() && isOf(other);
        }

        boolean isHeldAt(Instant now) {
            return heldUntil.filter(now::isBefore).isPresent();
        }
    }

    /** A hold that is over. */
    record EndedHold(CoopId coop, UUID memberId, SlotId slot) {}
}
