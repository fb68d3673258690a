package coop.kumiai.house;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.testing.TestDatabase;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables keep to the modules: foreign keys follow allowed dependencies, and every key begins
 * with the co-op.
 */
class SchemaTest {
    /** Data of the nation and tables of libraries: they belong to no co-op. */
    private static final Set<String> WITHOUT_COOP = Set.of("postal", "events", "jobs");

    private final DSLContext sql = TestDatabase.sql(TestDatabase.pool());

    @Test
    void foreignKeysFollowTheAllowedDependencies() {
        assertThat(forbiddenKeys()).isEmpty();
    }

    @Test
    void aForeignKeyAgainstTheGrainIsCaught() {
        sql.execute(
                "create table stores.bad (coop_id text, order_id uuid, primary key (coop_id,"
                        + " order_id), foreign key (coop_id, order_id) references"
                        + " orders.customer_order)");
        assertThat(forbiddenKeys()).containsExactly("stores -> orders");
    }

    @Test
    void everyPrimaryKeyBeginsWithTheCoop() {
        assertThat(keysWithoutCoop()).isEmpty();
    }

    @Test
    void aKeyWithoutTheCoopIsCaught() {
        sql.execute("create table stores.bad (bad_id uuid primary key)");
        assertThat(keysWithoutCoop()).containsExactly("stores.bad");
    }

    private List<String> forbiddenKeys() {
        return sql
                .fetch(
                        """
                        select distinct a.relnamespace::regnamespace::text, b.relnamespace::regnamespace::text
                        from pg_constraint c
                        join pg_class a on a.oid = c.conrelid
                        join pg_class b on b.oid = c.confrelid
                        where c.contype = 'f' and a.relnamespace <> b.relnamespace
                        order by 1, 2
                        """)
                .stream()
                .filter(
                        row ->
                                !allowed(row.get(0, String.class))
                                        .contains(row.get(1, String.class)))
                .map(row -> row.get(0) + " -> " + row.get(1))
                .toList();
    }

    private List<String> keysWithoutCoop() {
        return sql
                .fetch(
                        """
                        select t.relnamespace::regnamespace::text, t.relname, a.attname
                        from pg_class t
                        left join pg_index i on i.indrelid = t.oid and i.indisprimary
                        left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
                        where t.relkind = 'r'
                          and t.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'public')
                          and not (t.relnamespace::regnamespace::text = 'accounts' and t.relname like 'session%')
                        order by 1, 2
                        """)
                .stream()
                .filter(row -> !WITHOUT_COOP.contains(row.get(0, String.class)))
                .filter(row -> !"coop_id".equals(row.get(2, String.class)))
                .map(row -> row.get(0) + "." + row.get(1))
                .toList();
    }

    private static Set<String> allowed(String module) {
        try {
            var info = Class.forName("coop.kumiai." + module + ".package-info");
            return Arrays.stream(info.getAnnotation(ApplicationModule.class).allowedDependencies())
                    .collect(Collectors.toSet());
        } catch (ClassNotFoundException e) {
            return Set.of();
        }
    }
}
