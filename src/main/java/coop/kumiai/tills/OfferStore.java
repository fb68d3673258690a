package coop.kumiai.tills;

import static coop.kumiai.tills.db.Tables.OFFER;
import static coop.kumiai.tills.db.Tables.WRONG_CODE;

import static org.jooq.impl.DSL.when;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.tills.db.tables.records.OfferRecord;
import coop.kumiai.wallet.ReceiptLine;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 取引コード, and how often members have typed wrong ones. */
@Repository
class OfferStore {
    private final DSLContext sql;
    private final TillEntryStore entries;
    private final JsonMapper json;

    OfferStore(DSLContext sql, TillEntryStore entries, JsonMapper json) {
        this.sql = sql;
        this.entries = entries;
        this.json = json;
    }

    void insert(CoopId coop, Offer offer, String codeMark) {
        sql.insertInto(OFFER)
                .set(OFFER.COOP_ID, coop.code())
                .set(OFFER.ENTRY_ID, offer.entry().entryId())
                .set(OFFER.CODE_MARK, codeMark)
                .set(OFFER.AMOUNT_YEN, offer.amount().amount())
                .set(OFFER.LINES, JSONB.valueOf(json.writeValueAsString(offer.lines())))
                .set(OFFER.STATE, offer.state().code())
                .set(OFFER.EXPIRES_AT, offer.expiresAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<Offer> byMark(CoopId coop, String codeMark) {
        return find(coop, OFFER.CODE_MARK.eq(codeMark));
    }

    Optional<Offer> of(CoopId coop, UUID entryId) {
        return find(coop, OFFER.ENTRY_ID.eq(entryId));
    }

    /** Holds the row: a member's confirmation and the till's withdrawal wait for each other. */
    private Optional<Offer> find(CoopId coop, Condition which) {
        return sql.selectFrom(OFFER)
                .where(OFFER.COOP_ID.eq(coop.code()), which)
                .forUpdate()
                .fetchOptional(row -> offer(coop, row));
    }

    void change(CoopId coop, Offer offer) {
        var rows =
                sql.update(OFFER)
                        .set(OFFER.STATE, offer.state().code())
                        .where(
                                OFFER.COOP_ID.eq(coop.code()),
                                OFFER.ENTRY_ID.eq(offer.entry().entryId()),
                                OFFER.STATE.eq(Offer.State.OPEN.code()))
                        .execute();
        if (rows != 1) {
            throw new IllegalStateException("a code was used before");
        }
    }

    /** Wrong codes of a member in this minute. */
    int wrong(CoopId coop, UUID memberId, Instant now) {
        return sql.select(WRONG_CODE.TRIES)
                .from(WRONG_CODE)
                .where(
                        WRONG_CODE.COOP_ID.eq(coop.code()),
                        WRONG_CODE.MEMBER_ID.eq(memberId),
                        WRONG_CODE.MINUTE.eq(
                                now.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC)))
                .fetchOptional(WRONG_CODE.TRIES)
                .orElse(0);
    }

    void countWrong(CoopId coop, UUID memberId, Instant now) {
        var minute = now.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC);
        sql.insertInto(WRONG_CODE)
                .set(WRONG_CODE.COOP_ID, coop.code())
                .set(WRONG_CODE.MEMBER_ID, memberId)
                .set(WRONG_CODE.MINUTE, minute)
                .set(WRONG_CODE.TRIES, 1)
                .onConflict(WRONG_CODE.COOP_ID, WRONG_CODE.MEMBER_ID)
                .doUpdate()
                .set(
                        WRONG_CODE.TRIES,
                        when(WRONG_CODE.MINUTE.eq(minute), WRONG_CODE.TRIES.plus(1)).otherwise(1))
                .set(WRONG_CODE.MINUTE, minute)
                .execute();
    }

    private Offer offer(CoopId coop, OfferRecord row) {
        return new Offer(
                entries.find(coop, row.getEntryId())
                        .orElseThrow(() -> new IllegalStateException("a code without its entry")),
                Yen.of(row.getAmountYen()),
                json.readValue(row.getLines().data(), new TypeReference<List<ReceiptLine>>() {}),
                Offer.State.of(row.getState()),
                row.getExpiresAt().toInstant());
    }
}
