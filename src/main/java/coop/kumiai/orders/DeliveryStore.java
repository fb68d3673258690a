package coop.kumiai.orders;

import static coop.kumiai.orders.db.Tables.DELIVERY_CHOICE;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.db.tables.records.DeliveryChoiceRecord;
import coop.kumiai.stores.SlotId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
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
                .where(
                        DELIVERY_CHOICE.COOP_ID.eq(coop.code()),
                        DELIVERY_CHOICE.MEMBER_ID.eq(member))
                .fetchOptional(DeliveryStore::chosen);
    }

    void choose(CoopId coop, UUID member, Chosen chosen, Instant at) {
        var row = new DeliveryChoiceRecord();
        row.setCoopId(coop.code());
        row.setMemberId(member);
        row.setAddressId(chosen.addressId());
        row.setStoreId(chosen.storeId());
        row.setDay(chosen.slot().map(SlotId::day).orElse(null));
        row.setSlotNo(chosen.slot().map(SlotId::number).orElse(null));
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
        return new Chosen(row.getAddressId(), row.getStoreId(), slot);
    }

    /** A choice as it is stored. */
    record Chosen(UUID addressId, String storeId, Optional<SlotId> slot) {}
}
