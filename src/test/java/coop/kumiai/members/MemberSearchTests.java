package coop.kumiai.members;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestCoops;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Among many members the desk finds one by any part of a name, without reading all of them. */
@KumiaiTest
class MemberSearchTests {
    private static final String MANY =
            """
            insert into members.member (coop_id, member_id, family_name, given_name, family_kana, given_kana, name_search,
                phone, birth_date, joining, state, registered_at)
            select ?, gen_random_uuid(), '佐藤', '一', 'サトウ', 'ハジメ', '佐藤一 サトウハジメ' || n,
                '09011112222', date '1980-01-01', 'web', 'applied', now()
            from generate_series(1, 10000) n
            """;
    private static final String ONE =
            """
            insert into members.member (coop_id, member_id, family_name, given_name, family_kana, given_kana, name_search,
                phone, birth_date, joining, state, registered_at)
            values (?, gen_random_uuid(), '𠮷﨑', '花', 'ヨシザキ', 'ハナ', ?,
                '09033334444', date '1980-01-01', 'web', 'applied', now())
            """;
    @Autowired MemberSearchStore store;
    @Autowired TestCoops coops;
    @Autowired DSLContext sql;
    CoopId coop;

    @BeforeEach
    void oneOfThem() {
        coop = coops.fresh();
        var name = new PersonName("𠮷﨑", "花", "ヨシザキ", "ハナ");
        sql.execute(ONE, coop.code(), MemberStore.searched(name));
    }

    @ParameterizedTest
    @CsvSource({"吉崎", "崎", "花", "ﾖｼｻﾞｷ", "ざきは", "𠮷﨑 花"})
    void anyPartOfANameFindsItsMember(String typed) {
        assertThat(store.byName(coop, JapaneseText.fold(typed), 10))
                .extracting(it -> it.name().family())
                .containsExactly("𠮷﨑");
        assertThat(store.byName(coops.fresh(), JapaneseText.fold(typed), 10)).isEmpty();
    }

    @Test
    void signsOfTheSearchAreNoWildcards() {
        assertThat(store.byName(coop, "%", 10)).isEmpty();
        assertThat(store.byName(coop, "吉_", 10)).isEmpty();
    }

    @Test
    void theIndexIsReadAndNotAllMembers() {
        sql.execute(MANY, coop.code());
        sql.execute("vacuum analyze members.member");
        var search = store.named(coop, "ヨシザキ", 10);
        assertThat(sql.explain(search).plan())
                .contains("on member_name")
                .doesNotContain("Seq Scan");
    }
}
