package coop.kumiai.documents;

import static coop.kumiai.documents.db.Tables.CHAIN;
import static coop.kumiai.documents.db.Tables.PAPER;
import static coop.kumiai.documents.db.Tables.SERIES;

import coop.kumiai.documents.db.tables.records.PaperRecord;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseDates;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Papers as they are added to the register and read from it; they never change. */
@Repository
class PaperStore {
    private static final coop.kumiai.documents.db.tables.Paper RECEIPT = PAPER.as("receipt");

    /** The number of the receipt that a paper was exchanged for. */
    static final Field<String> EXCHANGED_FOR =
            DSL.field(
                            DSL.select(RECEIPT.PAPER_NUMBER)
                                    .from(RECEIPT)
                                    .where(
                                            RECEIPT.COOP_ID.eq(PAPER.COOP_ID),
                                            RECEIPT.ABOUT_NO.eq(PAPER.REGISTER_NO),
                                            RECEIPT.KIND.eq(PaperKind.RECEIPT.code()),
                                            RECEIPT.EXCHANGES.isTrue()))
                    .as("exchanged_for");

    private final DSLContext sql;
    private final JsonMapper json;

    PaperStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * Locks the register of a co-op until the end of the transaction: papers are added one at a
     * time.
     */
    void lock(CoopId coop) {
        sql.insertInto(CHAIN)
                .set(CHAIN.COOP_ID, coop.code())
                .set(CHAIN.LAST_NO, 0L)
                .set(CHAIN.LAST_SEAL, Seal.NONE)
                .onConflictDoNothing()
                .execute();
        sql.selectOne().from(CHAIN).where(CHAIN.COOP_ID.eq(coop.code())).forUpdate().fetchSingle();
    }

    /** Adds a paper to a register that is locked, with the next number of its kind and year. */
    Paper add(CoopId coop, NewPaper paper) {
        var head = sql.selectFrom(CHAIN).where(CHAIN.COOP_ID.eq(coop.code())).fetchSingle();
        var row = row(coop, paper);
        row.setRegisterNo(head.getLastNo() + 1);
        row.setPlace(place(coop, paper.kind(), row.getYear()));
        row.setPaperNumber(paper.kind().number(row.getYear(), row.getPlace()));
        row.setSeal(Seal.of(head.getLastSeal(), row));
        sql.insertInto(PAPER).set(row).execute();
        var moved =
                sql.update(CHAIN)
                        .set(CHAIN.LAST_NO, row.getRegisterNo())
                        .set(CHAIN.LAST_SEAL, row.getSeal())
                        .where(CHAIN.COOP_ID.eq(coop.code()), CHAIN.LAST_NO.eq(head.getLastNo()))
                        .execute();
        if (moved != 1) {
            throw new IllegalStateException("the register of " + coop + " moved meanwhile");
        }
        return paper(row, Optional.empty());
    }

    Optional<Paper> byKey(CoopId coop, String key) {
        return fetch(coop, PAPER.PAPER_KEY.eq(key)).stream().findFirst();
    }

    Optional<Paper> byNumber(CoopId coop, String number) {
        return fetch(coop, PAPER.PAPER_NUMBER.eq(number)).stream().findFirst();
    }

    /** The papers of an order, in the order of their making. */
    List<Paper> ofOrder(CoopId coop, UUID orderId) {
        return fetch(coop, PAPER.ORDER_ID.eq(orderId));
    }

    /** The papers of one kind of many orders, in the order of their making. */
    List<Paper> ofOrders(CoopId coop, Collection<UUID> orderIds, PaperKind kind) {
        var those = PAPER.ORDER_ID.eq(DSL.any(orderIds.toArray(UUID[]::new)));
        return fetch(coop, those.and(PAPER.KIND.eq(kind.code())));
    }

    private List<Paper> fetch(CoopId coop, Condition which) {
        return sql.select(PAPER.fields())
                .select(EXCHANGED_FOR)
                .from(PAPER)
                .where(PAPER.COOP_ID.eq(coop.code()), which)
                .orderBy(PAPER.REGISTER_NO)
                .fetch(this::paper);
    }

    private int place(CoopId coop, PaperKind kind, int year) {
        return sql.insertInto(SERIES)
                .set(SERIES.COOP_ID, coop.code())
                .set(SERIES.KIND, kind.code())
                .set(SERIES.YEAR, year)
                .set(SERIES.LAST_PLACE, 1)
                .onConflict(SERIES.COOP_ID, SERIES.KIND, SERIES.YEAR)
                .doUpdate()
                .set(SERIES.LAST_PLACE, SERIES.LAST_PLACE.plus(1))
                .returningResult(SERIES.LAST_PLACE)
                .fetchSingle()
                .value1();
    }

    private PaperRecord row(CoopId coop, NewPaper paper) {
        var row = new PaperRecord();
        row.setCoopId(coop.code());
        row.setKind(paper.kind().code());
        row.setYear(JapaneseDates.dayOf(paper.issuedAt()).getYear());
        row.setPaperKey(paper.key());
        row.setOrderId(paper.orderId());
        row.setMemberId(paper.memberId());
        paper.about().ifPresent(it -> row.setAboutNo(it.registerNo()));
        row.setExchanges(paper.exchanges());
        row.setIssuedAt(paper.issuedAt().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
        paper.by().ifPresent(row::setIssuedBy);
        row.setSuppliedOn(paper.content().suppliedOn());
        row.setTotalYen(paper.total().amount());
        row.setCounterparty(paper.counterparty());
        row.setCounterpartySearch(paper.counterpartySearch());
        row.setKeepUntil(paper.keepUntil());
        row.setContent(json.writeValueAsString(paper.content()));
        return row;
    }

    Paper paper(Record row) {
        return paper(row.into(PAPER), Optional.ofNullable(row.get(EXCHANGED_FOR)));
    }

    private Paper paper(PaperRecord row, Optional<String> exchangedFor) {
        return new Paper(
                row.getRegisterNo(),
                PaperKind.of(row.getKind()),
                row.getPaperNumber(),
                row.getOrderId(),
                row.getMemberId(),
                row.getIssuedAt().toInstant(),
                row.getCounterparty(),
                row.getKeepUntil(),
                json.readValue(row.getContent(), PaperContent.class),
                exchangedFor);
    }
}
