package coop.kumiai.billing;

import static coop.kumiai.billing.db.Tables.PAYMENT_FILE;
import static coop.kumiai.billing.db.Tables.RECEIPT;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;

import coop.kumiai.billing.db.tables.records.PaymentFileRecord;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The files of banks that were taken. */
@Repository
class PaymentFileStore {
    private static final Field<Integer> PAID = countOf(Receipt.State.USED);
    private static final Field<Integer> WAITING = countOf(Receipt.State.OPEN);
    private static final Field<Integer> FAILED = countOf(Receipt.State.FAILED);
    private final DSLContext sql;
    private final Clock clock;

    PaymentFileStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** False when a file of this content was taken before, or is just being taken. */
    boolean insert(
            CoopId coop, UUID fileId, String name, String digest, ZenginFile file, UUID staff) {
        return sql.insertInto(PAYMENT_FILE)
                        .set(PAYMENT_FILE.COOP_ID, coop.code())
                        .set(PAYMENT_FILE.FILE_ID, fileId)
                        .set(PAYMENT_FILE.KIND, file.kind().code())
                        .set(PAYMENT_FILE.NAME, name)
                        .set(PAYMENT_FILE.DIGEST, digest)
                        .set(PAYMENT_FILE.TAKEN_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .set(PAYMENT_FILE.TAKEN_BY, staff)
                        .set(PAYMENT_FILE.LINES, file.lines().size())
                        .set(PAYMENT_FILE.TOTAL_YEN, file.total().amount())
                        .onConflict(PAYMENT_FILE.COOP_ID, PAYMENT_FILE.DIGEST)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** When a file of this content was taken. */
    Optional<Instant> takenAt(CoopId coop, String digest) {
        return sql.select(PAYMENT_FILE.TAKEN_AT)
                .from(PAYMENT_FILE)
                .where(PAYMENT_FILE.COOP_ID.eq(coop.code()), PAYMENT_FILE.DIGEST.eq(digest))
                .fetchOptional(it -> it.value1().toInstant());
    }

    /** The latest files. */
    List<PaymentFile> latest(CoopId coop, int most) {
        var files =
                sql.selectFrom(PAYMENT_FILE)
                        .where(PAYMENT_FILE.COOP_ID.eq(coop.code()))
                        .orderBy(PAYMENT_FILE.FILE_ID.desc())
                        .limit(most)
                        .fetch();
        var counts = counts(coop, files.getValues(PAYMENT_FILE.FILE_ID));
        return files.map(it -> file(it, Optional.ofNullable(counts.get(it.getFileId()))));
    }

    private Map<UUID, Record4<UUID, Integer, Integer, Integer>> counts(
            CoopId coop, List<UUID> fileIds) {
        return sql.select(RECEIPT.FILE_ID, PAID, WAITING, FAILED)
                .from(RECEIPT)
                .where(
                        RECEIPT.COOP_ID.eq(coop.code()),
                        RECEIPT.FILE_ID.eq(any(fileIds.toArray(UUID[]::new))))
                .groupBy(RECEIPT.FILE_ID)
                .fetchMap(RECEIPT.FILE_ID);
    }

    private static PaymentFile file(
            PaymentFileRecord row, Optional<Record4<UUID, Integer, Integer, Integer>> counts) {
        return new PaymentFile(
                row.getFileId(),
                row.getKind(),
                row.getName(),
                row.getTakenAt().toInstant(),
                row.getLines(),
                Yen.of(row.getTotalYen()),
                counts.map(it -> it.get(PAID)).orElse(0),
                counts.map(it -> it.get(WAITING)).orElse(0),
                counts.map(it -> it.get(FAILED)).orElse(0));
    }

    private static Field<Integer> countOf(Receipt.State state) {
        return count().filterWhere(RECEIPT.STATE.eq(state.code())).as(state.code());
    }
}
