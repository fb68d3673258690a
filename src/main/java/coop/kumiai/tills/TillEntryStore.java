package coop.kumiai.tills;

import static coop.kumiai.tills.db.Tables.ENTRY;

import static org.jooq.impl.DSL.any;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.tills.db.tables.records.EntryRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what tills have asked for. */
@Repository
class TillEntryStore {
    private final DSLContext sql;

    TillEntryStore(DSLContext sql) {
        this.sql = sql;
    }

    /** False when the till has used the key before: then whoever was first has ended. */
    boolean insert(CoopId coop, TillEntry entry, String key) {
        return sql.insertInto(ENTRY)
                        .set(ENTRY.COOP_ID, coop.code())
                        .set(ENTRY.ENTRY_ID, entry.entryId())
                        .set(ENTRY.TILL_ID, entry.tillId())
                        .set(ENTRY.STORE_ID, entry.storeId())
                        .set(ENTRY.REQUEST_KEY, key)
                        .set(ENTRY.REQUEST_DIGEST, entry.digest())
                        .set(ENTRY.KIND, entry.kind().code())
                        .set(ENTRY.RECORDED_AT, entry.recordedAt().atOffset(ZoneOffset.UTC))
                        .onConflict(ENTRY.COOP_ID, ENTRY.TILL_ID, ENTRY.REQUEST_KEY)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** Writes down whose wallet it is about, or why none is asked. */
    void settle(CoopId coop, TillEntry entry) {
        var rows =
                sql.update(ENTRY)
                        .set(ENTRY.ABOUT, entry.about().orElse(null))
                        .set(ENTRY.WALLET_ID, entry.walletId().orElse(null))
                        .set(
                                ENTRY.REFUSAL_CODE,
                                entry.refusal().map(TillRefusal.AsBefore::code).orElse(null))
                        .set(
                                ENTRY.REFUSAL_SENTENCE,
                                entry.refusal().map(TillRefusal.AsBefore::sentence).orElse(null))
                        .set(
                                ENTRY.REFUSAL_FIELD,
                                entry.refusal().map(TillRefusal.AsBefore::field).orElse(null))
                        .where(ENTRY.COOP_ID.eq(coop.code()), ENTRY.ENTRY_ID.eq(entry.entryId()))
                        .execute();
        if (rows != 1) {
            throw new IllegalStateException("a till's entry is not there");
        }
    }

    Optional<TillEntry> byKey(CoopId coop, UUID tillId, String key) {
        return find(coop, ENTRY.TILL_ID.eq(tillId).and(ENTRY.REQUEST_KEY.eq(key)));
    }

    Optional<TillEntry> find(CoopId coop, UUID entryId) {
        return find(coop, ENTRY.ENTRY_ID.eq(entryId));
    }

    /** What a till asked for before a moment and no closing holds. */
    List<TillEntry> open(CoopId coop, UUID tillId, Instant before) {
        return sql.selectFrom(ENTRY)
                .where(
                        ENTRY.COOP_ID.eq(coop.code()),
                        ENTRY.TILL_ID.eq(tillId),
                        ENTRY.CLOSING_ID.isNull(),
                        ENTRY.RECORDED_AT.lt(before.atOffset(ZoneOffset.UTC)))
                .orderBy(ENTRY.RECORDED_AT, ENTRY.ENTRY_ID)
                .fetch(TillEntryStore::entry);
    }

    void close(CoopId coop, UUID closingId, Collection<UUID> entryIds) {
        var rows =
                sql.update(ENTRY)
                        .set(ENTRY.CLOSING_ID, closingId)
                        .where(
                                ENTRY.COOP_ID.eq(coop.code()),
                                ENTRY.ENTRY_ID.eq(any(entryIds.toArray(UUID[]::new))),
                                ENTRY.CLOSING_ID.isNull())
                        .execute();
        if (rows != entryIds.size()) {
            throw new IllegalStateException("entries of a till were closed by somebody else");
        }
    }

    private Optional<TillEntry> find(CoopId coop, Condition which) {
        return sql.selectFrom(ENTRY)
                .where(ENTRY.COOP_ID.eq(coop.code()), which)
                .fetchOptional(TillEntryStore::entry);
    }

    private static TillEntry entry(EntryRecord row) {
        return new TillEntry(
                row.getEntryId(),
                row.getTillId(),
                row.getStoreId(),
                row.getRequestDigest(),
                TillEntryKind.of(row.getKind()),
                Optional.ofNullable(row.getAbout()),
                Optional.ofNullable(row.getWalletId()),
                Optional.ofNullable(row.getRefusalCode())
                        .map(
                                code ->
                                        new TillRefusal.AsBefore(
                                                code,
                                                row.getRefusalSentence(),
                                                row.getRefusalField())),
                row.getRecordedAt().toInstant(),
                Optional.ofNullable(row.getClosingId()));
    }
}
