package coop.kumiai.billing;

import static coop.kumiai.billing.db.Tables.PAYER;
import static coop.kumiai.billing.db.Tables.RECEIPT;

import static org.jooq.impl.DSL.any;

import coop.kumiai.billing.db.tables.records.ReceiptRecord;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Money that came in. */
@Repository
class ReceiptStore {
    private static final String INSERT =
            """
            insert into billing.receipt (coop_id, receipt_id, file_id, line_key, kind, day, payer_name, payer_number,
                member_id, amount_yen, used_yen, state, remark, recorded_at)
            select ?, n.*, ?::timestamptz
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::date[], ?::text[], ?::text[], ?::uuid[],
                ?::bigint[], ?::bigint[], ?::text[], ?::text[]) n
            on conflict (coop_id, line_key) do nothing
            """;

    private final DSLContext sql;
    private final Clock clock;

    ReceiptStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Writes those whose key is new; how many they were. */
    int insert(CoopId coop, List<NewReceipt> receipts) {
        return sql.execute(
                INSERT,
                coop.code(),
                clock.instant().atOffset(ZoneOffset.UTC).toString(),
                ids(receipts, it -> it.receipt().receiptId()),
                ids(receipts, it -> it.fileId().orElse(null)),
                texts(receipts, NewReceipt::key),
                texts(receipts, it -> it.receipt().kind().code()),
                receipts.stream().map(it -> it.receipt().day()).toArray(LocalDate[]::new),
                texts(receipts, it -> it.receipt().payerName()),
                texts(receipts, it -> it.receipt().payerNumber()),
                ids(receipts, it -> it.receipt().member().orElse(null)),
                receipts.stream().map(it -> it.receipt().amount().amount()).toArray(Long[]::new),
                receipts.stream().map(it -> it.receipt().used().amount()).toArray(Long[]::new),
                texts(receipts, it -> it.receipt().state().code()),
                texts(receipts, it -> it.receipt().remark()));
    }

    /** Which of these keys are taken. */
    Set<String> known(CoopId coop, Collection<String> keys) {
        return sql.select(RECEIPT.LINE_KEY)
                .from(RECEIPT)
                .where(
                        RECEIPT.COOP_ID.eq(coop.code()),
                        RECEIPT.LINE_KEY.eq(any(keys.toArray(String[]::new))))
                .fetchSet(RECEIPT.LINE_KEY);
    }

    /** Whose numbers these are. */
    Map<Long, UUID> payers(CoopId coop, Collection<Long> numbers) {
        return sql.select(PAYER.PAYER_NUMBER, PAYER.MEMBER_ID)
                .from(PAYER)
                .where(
                        PAYER.COOP_ID.eq(coop.code()),
                        PAYER.PAYER_NUMBER.eq(any(numbers.toArray(Long[]::new))))
                .fetchMap(PAYER.PAYER_NUMBER, PAYER.MEMBER_ID);
    }

    /** Those that wait for the desk, the oldest first. */
    List<Receipt> waiting(CoopId coop, Optional<UUID> after, int most) {
        return sql.selectFrom(RECEIPT)
                .where(RECEIPT.COOP_ID.eq(coop.code()), RECEIPT.STATE.eq(Receipt.State.OPEN.code()))
                .and(after.map(RECEIPT.RECEIPT_ID::gt).orElseGet(DSL::noCondition))
                .orderBy(RECEIPT.RECEIPT_ID)
                .limit(most)
                .fetch(ReceiptStore::receipt);
    }

    int countWaiting(CoopId coop) {
        return sql.fetchCount(
                RECEIPT,
                RECEIPT.COOP_ID.eq(coop.code()),
                RECEIPT.STATE.eq(Receipt.State.OPEN.code()));
    }

    /** What a member has sent lately, or what failed, the latest first. */
    List<Receipt> of(CoopId coop, UUID memberId, int most) {
        return sql.selectFrom(RECEIPT)
                .where(RECEIPT.COOP_ID.eq(coop.code()), RECEIPT.MEMBER_ID.eq(memberId))
                .orderBy(RECEIPT.RECEIPT_ID.desc())
                .limit(most)
                .fetch(ReceiptStore::receipt);
    }

    Optional<Receipt> find(CoopId coop, UUID receiptId) {
        return sql.selectFrom(RECEIPT)
                .where(RECEIPT.COOP_ID.eq(coop.code()), RECEIPT.RECEIPT_ID.eq(receiptId))
                .fetchOptional(ReceiptStore::receipt);
    }

    /** The same, held until the transaction ends. */
    Optional<Receipt> lock(CoopId coop, UUID receiptId) {
        return sql.selectFrom(RECEIPT)
                .where(RECEIPT.COOP_ID.eq(coop.code()), RECEIPT.RECEIPT_ID.eq(receiptId))
                .forUpdate()
                .fetchOptional(ReceiptStore::receipt);
    }

    /** Part of it settles something; all of it used, it waits no longer. */
    void use(CoopId coop, Receipt receipt, Yen part) {
        var used = receipt.used().plus(part);
        var state = used.equals(receipt.amount()) ? Receipt.State.USED : Receipt.State.OPEN;
        requireOne(
                sql.update(RECEIPT)
                        .set(RECEIPT.USED_YEN, used.amount())
                        .set(RECEIPT.STATE, state.code())
                        .where(
                                RECEIPT.COOP_ID.eq(coop.code()),
                                RECEIPT.RECEIPT_ID.eq(receipt.receiptId()),
                                RECEIPT.USED_YEN.eq(receipt.used().amount()),
                                RECEIPT.STATE.eq(receipt.state().code()))
                        .execute());
    }

    /** The rest of it is settled elsewhere, for this reason. */
    void setAside(CoopId coop, UUID receiptId, String reason) {
        requireOne(
                sql.update(RECEIPT)
                        .set(RECEIPT.STATE, Receipt.State.SET_ASIDE.code())
                        .set(RECEIPT.REMARK, reason)
                        .where(
                                RECEIPT.COOP_ID.eq(coop.code()),
                                RECEIPT.RECEIPT_ID.eq(receiptId),
                                RECEIPT.STATE.eq(Receipt.State.OPEN.code()))
                        .execute());
    }

    /** The file that a receipt came with. */
    Optional<UUID> fileOf(CoopId coop, UUID receiptId) {
        return sql.select(RECEIPT.FILE_ID)
                .from(RECEIPT)
                .where(RECEIPT.COOP_ID.eq(coop.code()), RECEIPT.RECEIPT_ID.eq(receiptId))
                .fetchOptional(RECEIPT.FILE_ID);
    }

    static Receipt receipt(ReceiptRecord row) {
        return new Receipt(
                row.getReceiptId(),
                Receipt.Kind.of(row.getKind()),
                row.getDay(),
                row.getPayerName(),
                row.getPayerNumber(),
                Optional.ofNullable(row.getMemberId()),
                Yen.of(row.getAmountYen()),
                Yen.of(row.getUsedYen()),
                Receipt.State.of(row.getState()),
                row.getRemark());
    }

    private static UUID[] ids(List<NewReceipt> receipts, Function<NewReceipt, @Nullable UUID> of) {
        return receipts.stream().map(of).toArray(UUID[]::new);
    }

    private static String[] texts(List<NewReceipt> receipts, Function<NewReceipt, String> of) {
        return receipts.stream().map(of).toArray(String[]::new);
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("a receipt did not change");
        }
    }
}
