package coop.kumiai.favourites;

import static coop.kumiai.favourites.db.Tables.FAVOURITE;

import static org.jooq.impl.DSL.trueCondition;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.CoopId;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Favourites by member and store. */
@Repository
class FavouriteStore {
    private final DSLContext sql;

    FavouriteStore(DSLContext sql) {
        this.sql = sql;
    }

    boolean has(CoopId coop, UUID member, String storeId, Jan jan) {
        return sql.fetchExists(
                FAVOURITE, of(coop, member, storeId).and(FAVOURITE.JAN.eq(jan.digits())));
    }

    int count(CoopId coop, UUID member, String storeId) {
        return sql.fetchCount(FAVOURITE, of(coop, member, storeId));
    }

    void add(CoopId coop, UUID member, String storeId, Jan jan, Instant at) {
        sql.insertInto(FAVOURITE)
                .set(FAVOURITE.COOP_ID, coop.code())
                .set(FAVOURITE.MEMBER_ID, member)
                .set(FAVOURITE.STORE_ID, storeId)
                .set(FAVOURITE.JAN, jan.digits())
                .set(FAVOURITE.ADDED_AT, at.atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    void remove(CoopId coop, UUID member, String storeId, Jan jan) {
        sql.deleteFrom(FAVOURITE)
                .where(of(coop, member, storeId), FAVOURITE.JAN.eq(jan.digits()))
                .execute();
    }

    List<Jan> all(CoopId coop, UUID member, String storeId) {
        return sql.select(FAVOURITE.JAN)
                .from(FAVOURITE)
                .where(of(coop, member, storeId))
                .fetch(row -> new Jan(row.value1()));
    }

    List<Jan> page(CoopId coop, UUID member, String storeId, Optional<Jan> after, int most) {
        return sql.select(FAVOURITE.JAN)
                .from(FAVOURITE)
                .where(of(coop, member, storeId))
                .and(after.map(it -> FAVOURITE.JAN.gt(it.digits())).orElse(trueCondition()))
                .orderBy(FAVOURITE.JAN)
                .limit(most)
                .fetch(row -> new Jan(row.value1()));
    }

    private static Condition of(CoopId coop, UUID member, String storeId) {
        return FAVOURITE
                .COOP_ID
                .eq(coop.code())
                .and(FAVOURITE.MEMBER_ID.eq(member))
                .and(FAVOURITE.STORE_ID.eq(storeId));
    }
}
