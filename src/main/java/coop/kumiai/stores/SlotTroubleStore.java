package coop.kumiai.stores;

import static coop.kumiai.stores.db.Tables.SLOT_TROUBLE;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.stores.db.tables.records.SlotTroubleRecord;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the members of slots were told. */
@Repository
class SlotTroubleStore {
    private final DSLContext sql;

    SlotTroubleStore(DSLContext sql) {
        this.sql = sql;
    }

    /** The latest first. */
    List<SlotTrouble> ofSlot(CoopId coop, SlotId slot) {
        return sql.selectFrom(SLOT_TROUBLE)
                .where(
                        SLOT_TROUBLE.COOP_ID.eq(coop.code()),
                        SLOT_TROUBLE.STORE_ID.eq(slot.storeId()),
                        SLOT_TROUBLE.DAY.eq(slot.day()),
                        SLOT_TROUBLE.SLOT_NO.eq(slot.number()))
                .orderBy(SLOT_TROUBLE.TROUBLE_ID.desc())
                .fetch(SlotTroubleStore::trouble);
    }

    Optional<SlotTrouble> find(CoopId coop, UUID trouble) {
        return sql.selectFrom(SLOT_TROUBLE)
                .where(SLOT_TROUBLE.COOP_ID.eq(coop.code()), SLOT_TROUBLE.TROUBLE_ID.eq(trouble))
                .fetchOptional(SlotTroubleStore::trouble);
    }

    void insert(CoopId coop, SlotTrouble trouble) {
        sql.insertInto(SLOT_TROUBLE)
                .set(SLOT_TROUBLE.COOP_ID, coop.code())
                .set(SLOT_TROUBLE.TROUBLE_ID, trouble.id())
                .set(SLOT_TROUBLE.STORE_ID, trouble.slot().storeId())
                .set(SLOT_TROUBLE.DAY, trouble.slot().day())
                .set(SLOT_TROUBLE.SLOT_NO, trouble.slot().number())
                .set(SLOT_TROUBLE.KIND, trouble.kind().code())
                .set(SLOT_TROUBLE.BECAUSE, trouble.because())
                .set(SLOT_TROUBLE.MESSAGE, trouble.message())
                .set(SLOT_TROUBLE.TOLD_AT, trouble.toldAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static SlotTrouble trouble(SlotTroubleRecord row) {
        return new SlotTrouble(
                row.getTroubleId(),
                new SlotId(row.getStoreId(), row.getDay(), row.getSlotNo()),
                SlotTrouble.Kind.of(row.getKind()),
                row.getBecause(),
                row.getMessage(),
                row.getToldAt().toInstant());
    }
}
