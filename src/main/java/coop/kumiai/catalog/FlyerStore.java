package coop.kumiai.catalog;

import static coop.kumiai.catalog.db.Tables.PRICE;
import static coop.kumiai.catalog.db.Tables.PRODUCT;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.Yen;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Flyer prices: the lines of {@code price} that end. */
@Repository
class FlyerStore {
    private final DSLContext sql;

    FlyerStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Those that count at a store and are not over, the next first. */
    List<FlyerPrice> notOver(CoopId coop, String storeId, LocalDate today) {
        return list(coop, storeId, PRICE.VALID_TO.ge(today), PRICE.VALID_FROM.asc());
    }

    /** Those that are over, the last first. */
    List<FlyerPrice> over(CoopId coop, String storeId, LocalDate since, LocalDate today) {
        var days = PRICE.VALID_TO.ge(since).and(PRICE.VALID_TO.lt(today));
        return list(coop, storeId, days, PRICE.VALID_FROM.desc());
    }

    /** When a store's own prices of a product hold. */
    List<FlyerRules.Days> days(CoopId coop, String storeId, Jan jan) {
        return sql.selectFrom(PRICE)
                .where(PRICE.COOP_ID.eq(coop.code()), PRICE.JAN.eq(jan.digits()))
                .and(PRICE.STORE_ID.eq(storeId))
                .fetch(
                        row ->
                                new FlyerRules.Days(
                                        row.getValidFrom(), Optional.ofNullable(row.getValidTo())));
    }

    void insert(CoopId coop, String storeId, FlyerLine line) {
        sql.insertInto(PRICE)
                .set(PRICE.COOP_ID, coop.code())
                .set(PRICE.JAN, line.jan().digits())
                .set(PRICE.STORE_ID, storeId)
                .set(PRICE.VALID_FROM, line.from())
                .set(PRICE.VALID_TO, line.to())
                .set(PRICE.PRICE_MODE, line.price().mode().code())
                .set(PRICE.PRICE_YEN, line.price().yen().amount())
                .execute();
    }

    /** One of the store's own that begins after that day. */
    Optional<FlyerPrice> toCome(
            CoopId coop, String storeId, Jan jan, LocalDate from, LocalDate today) {
        var which =
                PRICE.JAN
                        .eq(jan.digits())
                        .and(PRICE.STORE_ID.eq(storeId))
                        .and(PRICE.VALID_FROM.eq(from))
                        .and(PRICE.VALID_FROM.gt(today));
        return list(coop, storeId, which, PRICE.VALID_FROM.asc()).stream().findFirst();
    }

    void delete(CoopId coop, String storeId, FlyerPrice flyer) {
        var deleted =
                sql.deleteFrom(PRICE)
                        .where(PRICE.COOP_ID.eq(coop.code()), PRICE.STORE_ID.eq(storeId))
                        .and(PRICE.JAN.eq(flyer.product().jan().digits()))
                        .and(PRICE.VALID_FROM.eq(flyer.from()))
                        .and(PRICE.VALID_TO.isNotNull())
                        .execute();
        if (deleted != 1) {
            throw new IllegalStateException("no flyer price of " + flyer.product().jan());
        }
    }

    private List<FlyerPrice> list(
            CoopId coop, String storeId, Condition which, SortField<LocalDate> order) {
        return sql.select(PRODUCT.fields())
                .select(PRICE.fields())
                .from(PRICE)
                .join(PRODUCT)
                .on(PRODUCT.COOP_ID.eq(PRICE.COOP_ID), PRODUCT.JAN.eq(PRICE.JAN))
                .where(PRICE.COOP_ID.eq(coop.code()), PRICE.VALID_TO.isNotNull(), which)
                .and(PRICE.STORE_ID.in(storeId, CatalogStore.ALL_STORES))
                .orderBy(order, PRICE.VALID_TO, PRICE.JAN)
                .fetch(
                        row ->
                                new FlyerPrice(
                                        CatalogStore.product(row.into(PRODUCT)),
                                        new Price(
                                                PriceMode.of(row.get(PRICE.PRICE_MODE)),
                                                Yen.of(row.get(PRICE.PRICE_YEN))),
                                        row.get(PRICE.VALID_FROM),
                                        row.get(PRICE.VALID_TO),
                                        row.get(PRICE.STORE_ID).equals(CatalogStore.ALL_STORES)));
    }
}
