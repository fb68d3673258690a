package coop.kumiai.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.kumiai.documents.RegisterQuery.Place;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Order;
import coop.kumiai.stores.SlotId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestOrders;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** 電子帳簿保存法: found by day, amount and counterparty; a changed row is noticed. */
@KumiaiTest
class PaperRegisterTests {
    private static final SlotId SLOT = new SlotId("shibuya", LocalDate.of(2026, 11, 20), 2);
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final String MANY =
            """
            insert into documents.paper (coop_id, register_no, kind, year, place, paper_number, paper_key, order_id, member_id,
                exchanges, issued_at, supplied_on, total_yen, counterparty, counterparty_search, keep_until, content, seal)
            select coop_id, 100 + n, kind, 2025, n, 'many-' || n, 'many-' || n, order_id, member_id, false, issued_at,
                date '2025-01-01' + (n %% 300), n, '多田 一', '多田一 多田一', keep_until, content, ''
            from documents.paper, generate_series(1, 20000) n where coop_id = ? and register_no = 1
            """;

    @Autowired PaperStore papers;
    @Autowired RegisterStore store;
    @Autowired PaperRegister register;
    @Autowired TestOrders some;
    @Autowired TestCoops coops;
    @Autowired DSLContext sql;
    @Autowired TransactionTemplate transaction;
    CoopId coop;
    Order order;

    @BeforeEach
    void tenPapers() {
        coop = some.coop();
        order = some.ofRice(coop, SLOT);
        for (int day = 0; day < 10; day++) {
            add(day, day == 3 ? "髙﨑 𠮷子" : "株式会社 ミナト");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-04, 2026-11-06, '', '', '', 3",
        "2026-11-04, '', '', '', '', 7",
        "'', 2026-11-01, '', '', '', 1",
        "'', '', 1300, 1500, '', 3",
        "'', '', 1900, '', '', 1",
        "'', '', '', '', 高崎, 1",
        "'', '', '', '', ﾐﾅﾄ, 9",
        "'', '', '', '', やまだ, 0",
        "'', '', '', '', 山田, 10",
        "2026-11-01, 2026-11-05, 1200, '', みなと, 2"
    })
    @DisplayName("日付・金額・取引先で、範囲でも組み合わせても見つかる")
    void theRegisterIsSearched(
            String from, String until, String least, String most, String name, int found) {
        var query =
                new RegisterQuery(
                        day(from), day(until), yen(least), yen(most), name, Optional.empty());
        assertThat(register.search(coop, query, Optional.empty(), 50)).hasSize(found);
        assertThat(register.search(coops.fresh(), query, Optional.empty(), 50)).isEmpty();
    }

    @Test
    void kindsAreToldApart() {
        assertThat(register.search(coop, of(PaperKind.DELIVERY_NOTE), Optional.empty(), 50))
                .hasSize(10);
        assertThat(register.search(coop, of(PaperKind.RECEIPT), Optional.empty(), 50)).isEmpty();
    }

    @Test
    void pagesFollowEachOther() {
        var seen = new ArrayList<Long>();
        Optional<Place> after = Optional.empty();
        for (int page = 0; page < 4; page++) {
            var shown = register.search(coop, RegisterQuery.ALL, after, 3);
            shown.forEach(it -> seen.add(it.registerNo()));
            after = Optional.of(Place.of(shown.getLast()));
        }
        assertThat(seen).containsExactly(10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void indexesAreReadAndNotAllPapers() {
        changing(() -> sql.execute(MANY.replace("%%", "%"), coop.code()));
        sql.execute("vacuum analyze documents.paper");
        var days =
                new RegisterQuery(
                        Optional.of(FIRST),
                        Optional.of(FIRST.plusDays(3)),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty());
        assertThat(plan(days)).contains("paper_day").doesNotContain("Seq Scan");
        var amounts =
                new RegisterQuery(
                        Optional.empty(),
                        Optional.empty(),
                        yen("100"),
                        yen("110"),
                        "",
                        Optional.empty());
        assertThat(plan(amounts)).contains("paper_amount").doesNotContain("Seq Scan");
        var name =
                new RegisterQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "高崎",
                        Optional.empty());
        assertThat(plan(name)).contains("paper_counterparty").doesNotContain("Seq Scan");
    }

    @Test
    void aRegisterAsItWasIsSound() {
        var proof = register.prove(coop);
        assertThat(proof).returns(true, Proof::sound).returns(10L, Proof::papers);
        assertThat(register.lastProof(coop)).contains(proof);
        assertThat(register.prove(coops.fresh())).returns(true, Proof::sound);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "total_yen = total_yen + 1",
                "counterparty = 'だれか'",
                "supplied_on = supplied_on + 1",
                "content = replace(content, '1280', '9280')",
                "paper_number = 'N-2026-999999'",
                "issued_by = '00000000-0000-0000-0000-000000000001'",
                "seal = 'ab'"
            })
    @DisplayName("一行でも書き換えられたら、照合が見つける")
    void aChangedRowIsFound(String change) {
        changing(
                () ->
                        sql.execute(
                                "update documents.paper set "
                                        + change
                                        + " where coop_id = ? and register_no = 6",
                                coop.code()));
        var proof = register.prove(coop);
        assertThat(proof.sound()).isFalse();
        assertThat(proof.papers()).isEqualTo(5);
        assertThat(proof.finding()).contains("6番");
    }

    @Test
    void aRemovedRowIsFound() {
        changing(
                () ->
                        sql.execute(
                                "delete from documents.paper where coop_id = ? and register_no = 4",
                                coop.code()));
        assertThat(register.prove(coop).finding()).contains("4番の書類がありません");
    }

    @Test
    @DisplayName("末尾を消して台帳の頭まで書き直しても、前の照合が覚えている")
    void aCutEndIsFoundByTheProofBefore() {
        register.prove(coop);
        cutTo(8);
        assertThat(register.prove(coop).finding()).contains("9番からあとの書類がありません");
    }

    @Test
    void aRegisterSealedAnewIsFoundByTheProofBefore() {
        register.prove(coop);
        cutTo(9);
        add(9, "別の人");
        assertThat(register.prove(coop).finding()).contains("前回の照合");
    }

    @Test
    void nobodyChangesAPaperByTheWay() {
        for (var change :
                List.of(
                        "update documents.paper set total_yen = 1",
                        "delete from documents.paper",
                        "truncate documents.paper",
                        "update documents.proof set sound = true")) {
            register.prove(coop);
            assertThatThrownBy(() -> sql.execute(change)).hasMessageContaining("never changed");
        }
    }

    private void cutTo(long last) {
        changing(
                () -> {
                    sql.execute(
                            "delete from documents.paper where coop_id = ? and register_no > ?",
                            coop.code(),
                            last);
                    sql.execute(
                            """
                            update documents.chain set last_no = ?, last_seal =
                                (select seal from documents.paper p where p.coop_id = chain.coop_id and register_no = ?)
                            where coop_id = ?
                            """,
                            last,
                            last,
                            coop.code());
                    sql.execute(
                            "update documents.series set last_place = ? where coop_id = ?",
                            last,
                            coop.code());
                });
    }

    /** As somebody who owns the database could: past the triggers. */
    private void changing(Runnable change) {
        transaction.executeWithoutResult(
                it -> {
                    sql.execute("set local session_replication_role = replica");
                    change.run();
                });
    }

    private String plan(RegisterQuery query) {
        return sql.explain(store.searching(coop, query, Optional.empty(), 51)).plan();
    }

    private void add(int day, String counterparty) {
        var content =
                PaperSamples.note(
                        List.of(
                                PaperSamples.included(
                                        1, 1, 1000 + 100L * day - 220, PaperSamples.REDUCED)),
                        List.of());
        var addressed = PaperSamples.addressed(content, counterparty, FIRST.plusDays(day));
        transaction.executeWithoutResult(
                it -> {
                    papers.lock(coop);
                    papers.add(
                            coop,
                            new NewPaper(
                                    PaperKind.DELIVERY_NOTE,
                                    "test:" + day + counterparty,
                                    order.id(),
                                    order.memberId(),
                                    "山田 花子",
                                    Optional.empty(),
                                    false,
                                    Instant.parse("2026-11-20T02:00:00Z"),
                                    Optional.empty(),
                                    LocalDate.of(2034, 5, 20),
                                    addressed));
                });
    }

    private static RegisterQuery of(PaperKind kind) {
        return new RegisterQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.of(kind));
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static Optional<Yen> yen(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Yen.of(Long.parseLong(text)));
    }
}
