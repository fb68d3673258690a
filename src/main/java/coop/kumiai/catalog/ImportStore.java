package coop.kumiai.catalog;

import static coop.kumiai.catalog.db.Tables.EDITION;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * Writes many products, prices and categories by one statement each, and says what was new and what
 * changed.
 */
@Repository
class ImportStore {
    private final DSLContext sql;

    ImportStore(DSLContext sql) {
        this.sql = sql;
    }

    /** How many rows were not there before, and how many have other values now. */
    record Written(int added, int changed) {
        static final Written NOTHING = new Written(0, 0);

        Written plus(Written other) {
            return new Written(added + other.added, changed + other.changed);
        }

        boolean isNothing() {
            return added == 0 && changed == 0;
        }
    }

    /** One import of a co-op at a time, until the transaction ends. */
    void lock(CoopId coop) {
        sql.insertInto(EDITION)
                .set(EDITION.COOP_ID, coop.code())
                .set(EDITION.EDITION_, 0L)
                .onConflict(EDITION.COOP_ID)
                .doUpdate()
                .set(EDITION.EDITION_, EDITION.EDITION_)
                .execute();
    }

    void nextEdition(CoopId coop) {
        var changed =
                sql.update(EDITION)
                        .set(EDITION.EDITION_, EDITION.EDITION_.plus(1))
                        .where(EDITION.COOP_ID.eq(coop.code()))
                        .execute();
        if (changed != 1) {
            throw new IllegalStateException("no edition of " + coop);
        }
    }

    /**
     * After many new rows the database is told at once how they lie, so that it reads them by their
     * indexes.
     */
    void takeStock() {
        sql.execute("analyze catalog.product, catalog.price");
    }

    Written writeCategories(CoopId coop, List<Category> categories) {
        return write(
                """
                insert into catalog.category as had (coop_id, code, name, position, icon, fresh)
                select ?, * from unnest(?::text[], ?::text[], ?::int[], ?::text[], ?::boolean[])
                on conflict (coop_id, code) do update
                set name = excluded.name, position = excluded.position, icon = excluded.icon,
                    fresh = excluded.fresh
                where (had.name, had.position, had.icon, had.fresh) is distinct from
                    (excluded.name, excluded.position, excluded.icon, excluded.fresh)
                returning had.xmax = 0
                """,
                coop.code(),
                texts(categories, Category::code),
                texts(categories, Category::name),
                categories.stream().map(Category::position).toArray(Integer[]::new),
                texts(categories, Category::icon),
                categories.stream().map(Category::fresh).toArray(Boolean[]::new));
    }

    Written writeProducts(CoopId coop, List<Product> products) {
        return write(
                """
                insert into catalog.product as had (coop_id, jan, name, reading, maker, category, unit, tax_class,
                    max_per_order, sold_by_weight, alcohol, shelf, picture)
                select ?, * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::int[], ?::boolean[], ?::boolean[], ?::text[], ?::text[])
                on conflict (coop_id, jan) do update
                set name = excluded.name, reading = excluded.reading, maker = excluded.maker,
                    category = excluded.category, unit = excluded.unit, tax_class = excluded.tax_class,
                    max_per_order = excluded.max_per_order, sold_by_weight = excluded.sold_by_weight,
                    alcohol = excluded.alcohol, shelf = excluded.shelf, picture = excluded.picture
                where had.* is distinct from excluded.*
                returning had.xmax = 0
                """,
                coop.code(),
                texts(products, product -> product.jan().digits()),
                texts(products, Product::name),
                texts(products, Product::reading),
                texts(products, Product::maker),
                texts(products, Product::category),
                texts(products, Product::unit),
                texts(products, product -> product.taxClass().code()),
                products.stream().map(ImportStore::maxPerOrder).toArray(Integer[]::new),
                products.stream().map(Product::soldByWeight).toArray(Boolean[]::new),
                products.stream().map(Product::alcohol).toArray(Boolean[]::new),
                texts(products, Product::shelf),
                texts(products, Product::picture));
    }

    Written writePrices(CoopId coop, List<ProductLine> lines) {
        return write(
                """
                insert into catalog.price as had (coop_id, jan, store_id, valid_from, valid_to, price_mode, price_yen)
                select ?, * from unnest(?::text[], ?::text[], ?::date[], ?::date[], ?::text[], ?::bigint[])
                on conflict (coop_id, jan, store_id, valid_from) do update
                set valid_to = excluded.valid_to, price_mode = excluded.price_mode, price_yen = excluded.price_yen
                where had.* is distinct from excluded.*
                returning had.xmax = 0
                """,
                coop.code(),
                texts(lines, line -> line.product().jan().digits()),
                texts(lines, ProductLine::storeId),
                lines.stream().map(ProductLine::validFrom).toArray(LocalDate[]::new),
                lines.stream().map(ProductLine::validTo).toArray(LocalDate[]::new),
                texts(lines, line -> line.priceMode().code()),
                lines.stream().map(ProductLine::priceYen).toArray(Long[]::new));
    }

    /** Runs an upsert that returns, for each row it touched, whether the row is new. */
    private Written write(String upsert, Object... values) {
        var isNew = sql.fetch(upsert, values).getValues(0, Boolean.class);
        int added = (int) isNew.stream().filter(Boolean.TRUE::equals).count();
        return new Written(added, isNew.size() - added);
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    @SuppressWarnings("NullAway") // an absent limit is null in the array, as it is in the table
    private static Integer maxPerOrder(Product product) {
        return product.maxPerOrder().isPresent() ? product.maxPerOrder().getAsInt() : null;
    }
}
