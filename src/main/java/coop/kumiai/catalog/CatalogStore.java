package coop.kumiai.catalog;

import static coop.kumiai.catalog.db.Tables.CATEGORY;
import static coop.kumiai.catalog.db.Tables.EDITION;
import static coop.kumiai.catalog.db.Tables.PRICE;
import static coop.kumiai.catalog.db.Tables.PRODUCT;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import coop.kumiai.catalog.db.tables.records.ProductRecord;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the catalogue. A price is found by the index of its key, product by product. */
@Repository
class CatalogStore {
    /** Stands for every store in a price line. */
    static final String ALL_STORES = "*";

    private static final Field<String> PRICE_MODE = field(name("price_mode"), String.class);
    private static final Field<Long> PRICE_YEN = field(name("price_yen"), Long.class);
    private static final Field<LocalDate> VALID_TO = field(name("valid_to"), LocalDate.class);

    private final DSLContext sql;

    CatalogStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Also those that have no product yet. */
    List<Category> allCategories(CoopId coop) {
        return categories(CATEGORY.COOP_ID.eq(coop.code()));
    }

    List<Category> categories(CoopId coop) {
        var hasProducts =
                exists(
                        selectOne()
                                .from(PRODUCT)
                                .where(
                                        PRODUCT.COOP_ID.eq(CATEGORY.COOP_ID),
                                        PRODUCT.CATEGORY.eq(CATEGORY.CODE)));
        return categories(CATEGORY.COOP_ID.eq(coop.code()).and(hasProducts));
    }

    Optional<Product> product(CoopId coop, Jan jan) {
        return sql.selectFrom(PRODUCT)
                .where(PRODUCT.COOP_ID.eq(coop.code()), PRODUCT.JAN.eq(jan.digits()))
                .fetchOptional(CatalogStore::product);
    }

    List<Product> products(CoopId coop, Collection<Jan> jans) {
        return sql.selectFrom(PRODUCT)
                .where(
                        PRODUCT.COOP_ID.eq(coop.code()),
                        PRODUCT.JAN.eq(any(jans.stream().map(Jan::digits).toArray(String[]::new))))
                .orderBy(PRODUCT.JAN)
                .fetch(CatalogStore::product);
    }

    List<Product> products(CoopId coop) {
        return sql.selectFrom(PRODUCT)
                .where(PRODUCT.COOP_ID.eq(coop.code()))
                .orderBy(PRODUCT.SHELF, PRODUCT.JAN)
                .fetch(CatalogStore::product);
    }

    List<Offer> offers(CoopId coop, String storeId, LocalDate day, Collection<Jan> jans) {
        var digits = jans.stream().map(Jan::digits).toArray(String[]::new);
        return offered(coop, storeId, day)
                .where(PRODUCT.COOP_ID.eq(coop.code()), PRODUCT.JAN.eq(any(digits)))
                .fetch(CatalogStore::offer);
    }

    List<Offer> shelf(
            CoopId coop,
            String storeId,
            LocalDate day,
            String category,
            Optional<Jan> after,
            int most) {
        return offered(coop, storeId, day)
                .where(PRODUCT.COOP_ID.eq(coop.code()), PRODUCT.CATEGORY.eq(category))
                .and(after.map(jan -> behind(coop, jan)).orElse(trueCondition()))
                .orderBy(PRODUCT.SHELF, PRODUCT.JAN)
                .limit(most)
                .fetch(CatalogStore::offer);
    }

    List<Offer> limitedOffers(CoopId coop, String storeId, LocalDate day, int most) {
        return offered(coop, storeId, day)
                .where(PRODUCT.COOP_ID.eq(coop.code()), VALID_TO.isNotNull())
                .and(
                        PRODUCT.JAN.in(
                                sql.select(PRICE.JAN)
                                        .from(PRICE)
                                        .where(holds(coop, storeId, day))
                                        .and(PRICE.VALID_TO.isNotNull())))
                .orderBy(PRODUCT.SHELF, PRODUCT.JAN)
                .limit(most)
                .fetch(CatalogStore::offer);
    }

    /** The codes of everything that the store sells on that day. */
    Set<String> range(CoopId coop, String storeId, LocalDate day) {
        return new HashSet<>(
                sql.selectDistinct(PRICE.JAN)
                        .from(PRICE)
                        .where(holds(coop, storeId, day))
                        .fetch(PRICE.JAN));
    }

    /** How often the catalogue has changed; 0 when it never has. */
    long edition(CoopId coop) {
        return sql.select(EDITION.EDITION_)
                .from(EDITION)
                .where(EDITION.COOP_ID.eq(coop.code()))
                .fetchOptional(EDITION.EDITION_)
                .orElse(0L);
    }

    /**
     * Products with the one price that counts: a store's own before all stores', the later before
     * the earlier.
     */
    private SelectOnConditionStep<Record> offered(CoopId coop, String storeId, LocalDate day) {
        var price =
                lateral(
                        sql.select(PRICE_MODE, PRICE_YEN, VALID_TO)
                                .from(PRICE)
                                .where(holds(coop, storeId, day))
                                .and(PRICE.JAN.eq(PRODUCT.JAN))
                                .orderBy(PRICE.STORE_ID.eq(ALL_STORES), PRICE.VALID_FROM.desc())
                                .limit(1));
        return sql.select(PRODUCT.fields())
                .select(PRICE_MODE, PRICE_YEN, VALID_TO)
                .from(PRODUCT)
                .join(price.as("the_price"))
                .on(trueCondition());
    }

    private static Condition holds(CoopId coop, String storeId, LocalDate day) {
        return PRICE.COOP_ID
                .eq(coop.code())
                .and(PRICE.STORE_ID.in(storeId, ALL_STORES))
                .and(PRICE.VALID_FROM.le(day))
                .and(PRICE.VALID_TO.isNull().or(PRICE.VALID_TO.ge(day)));
    }

    private Condition behind(CoopId coop, Jan jan) {
        var shelf =
                sql.select(PRODUCT.as("last").SHELF)
                        .from(PRODUCT.as("last"))
                        .where(PRODUCT.as("last").COOP_ID.eq(coop.code()))
                        .and(PRODUCT.as("last").JAN.eq(jan.digits()));
        return row(PRODUCT.SHELF, PRODUCT.JAN).gt(row(shelf.asField(), val(jan.digits())));
    }

    private List<Category> categories(Condition which) {
        return sql.selectFrom(CATEGORY)
                .where(which)
                .orderBy(CATEGORY.POSITION, CATEGORY.CODE)
                .fetch(
                        it ->
                                new Category(
                                        it.getCode(),
                                        it.getName(),
                                        it.getPosition(),
                                        it.getIcon(),
                                        it.getFresh()));
    }

    private static Offer offer(Record row) {
        return new Offer(
                product(row.into(PRODUCT)),
                new Price(PriceMode.of(row.get(PRICE_MODE)), Yen.of(row.get(PRICE_YEN))),
                Optional.ofNullable(row.get(VALID_TO)));
    }

    static Product product(ProductRecord row) {
        return new Product(
                new Jan(row.getJan()),
                row.getName(),
                row.getReading(),
                row.getMaker(),
                row.getCategory(),
                row.getUnit(),
                TaxClass.of(row.getTaxClass()),
                row.getMaxPerOrder() == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(row.getMaxPerOrder()),
                row.getSoldByWeight(),
                row.getAlcohol(),
                row.getShelf(),
                row.getPicture());
    }
}
