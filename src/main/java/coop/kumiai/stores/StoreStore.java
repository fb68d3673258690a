package coop.kumiai.stores;

import static coop.kumiai.stores.db.Tables.DELIVERY_AREA;
import static coop.kumiai.stores.db.Tables.NOTICE;
import static coop.kumiai.stores.db.Tables.STORE;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.stores.db.tables.records.StoreRecord;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Stores, the areas they deliver to and their notices. */
@Repository
class StoreStore {
    private final DSLContext sql;

    StoreStore(DSLContext sql) {
        this.sql = sql;
    }

    List<Store> all(CoopId coop) {
        return sql.selectFrom(STORE)
                .where(STORE.COOP_ID.eq(coop.code()))
                .orderBy(STORE.POSITION, STORE.STORE_ID)
                .fetch(StoreStore::store);
    }

    /**
     * The store of a postal code and town; an area of just this town goes before one of the whole
     * code.
     */
    Optional<Store> delivering(CoopId coop, String postalCode, String town) {
        return sql.select(STORE.fields())
                .from(DELIVERY_AREA)
                .join(STORE)
                .on(
                        STORE.COOP_ID.eq(DELIVERY_AREA.COOP_ID),
                        STORE.STORE_ID.eq(DELIVERY_AREA.STORE_ID))
                .where(
                        DELIVERY_AREA.COOP_ID.eq(coop.code()),
                        DELIVERY_AREA.POSTAL_CODE.eq(postalCode),
                        DELIVERY_AREA.TOWN.in("", town))
                .orderBy(DELIVERY_AREA.TOWN.desc())
                .limit(1)
                .fetchOptional(row -> store(row.into(STORE)));
    }

    List<String> notices(CoopId coop, String storeId, Instant now) {
        var moment = now.atOffset(ZoneOffset.UTC);
        return sql.select(NOTICE.TEXT)
                .from(NOTICE)
                .where(
                        NOTICE.COOP_ID.eq(coop.code()),
                        NOTICE.STORE_ID.eq(storeId),
                        NOTICE.SHOWN_FROM.le(moment),
                        NOTICE.SHOWN_UNTIL.gt(moment))
                .orderBy(NOTICE.SHOWN_FROM, NOTICE.NOTICE_ID)
                .limit(Stores.MOST_NOTICES)
                .fetch(NOTICE.TEXT);
    }

    void insert(CoopId coop, Store store, int position) {
        sql.insertInto(STORE)
                .set(STORE.COOP_ID, coop.code())
                .set(STORE.STORE_ID, store.id())
                .set(STORE.NAME, store.name())
                .set(STORE.PHONE, store.phone())
                .set(STORE.ADDRESS, store.address())
                .set(STORE.VIEWING, store.viewing())
                .set(STORE.POSITION, position)
                .execute();
    }

    void insertArea(CoopId coop, String storeId, DeliveryArea area) {
        sql.insertInto(DELIVERY_AREA)
                .set(DELIVERY_AREA.COOP_ID, coop.code())
                .set(DELIVERY_AREA.POSTAL_CODE, area.postalCode())
                .set(DELIVERY_AREA.TOWN, area.town())
                .set(DELIVERY_AREA.STORE_ID, storeId)
                .onConflict(DELIVERY_AREA.COOP_ID, DELIVERY_AREA.POSTAL_CODE, DELIVERY_AREA.TOWN)
                .doUpdate()
                .set(DELIVERY_AREA.STORE_ID, storeId)
                .execute();
    }

    void insertNotice(CoopId coop, String storeId, StoreNotice notice) {
        sql.insertInto(NOTICE)
                .set(NOTICE.COOP_ID, coop.code())
                .set(NOTICE.STORE_ID, storeId)
                .set(NOTICE.NOTICE_ID, notice.id())
                .set(NOTICE.TEXT, notice.text())
                .set(NOTICE.SHOWN_FROM, notice.from().atOffset(ZoneOffset.UTC))
                .set(NOTICE.SHOWN_UNTIL, notice.until().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static Store store(StoreRecord row) {
        return new Store(
                row.getStoreId(),
                row.getName(),
                row.getPhone(),
                row.getAddress(),
                row.getViewing());
    }
}
