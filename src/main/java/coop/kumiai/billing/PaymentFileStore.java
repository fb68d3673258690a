package coop.kumiai.billing;

import static coop.kumiai.billing.db.Tables.PAYMENT_FILE;
import static coop.kumiai.billing.db.Tables.RECEIPT;

import static org.jooq.impl.DSL.count;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
        var latest =
                sql.selectFrom(PAYMENT_FILE)
                        .where(PAYMENT_FILE.COOP_ID.eq(coop.code()))
                        .orderBy(PAYMENT_FILE.FILE_ID.desc())
                        .limit(most)
                        .asTable(PAYMENT_FILE);
        return sql.select(latest.fields())
                .select(PAID, WAITING, FAILED)
                .from(latest)
                .leftJoin(RECEIPT)
                .on(
                        RECEIPT.COOP_ID.eq(latest.field(PAYMENT_FILE.COOP_ID)),
                        RECEIPT.FILE_ID.eq(latest.field(PAYMENT_FILE.FILE_ID)))
                .groupBy(latest.fields())
                .orderBy(latest.field(PAYMENT_FILE.FILE_ID).desc())
                .fetch(
                        it ->
                                new PaymentFile(
                                        it.get(PAYMENT_FILE.FILE_ID),
                                        it.get(PAYMENT_FILE.KIND),
                                        it.get(PAYMENT_FILE.NAME),
                                        it.get(PAYMENT_FILE.TAKEN_AT).toInstant(),
                                        it.get(PAYMENT_FILE.LINES),
                                        Yen.of(it.get(PAYMENT_FILE.TOTAL_YEN)),
                                        it.get(PAID),
                                        it.get(WAITING),
                                        it.get(FAILED)));
    }

    private static Field<Integer> countOf(Receipt.State state) {
        return count().filterWhere(RECEIPT.STATE.eq(state.code())).as(state.code());
    }
}
