package coop.kumiai.aftercare;

import static coop.kumiai.aftercare.db.Tables.TROUBLE;
import static coop.kumiai.aftercare.db.Tables.TROUBLE_LINE;

import coop.kumiai.aftercare.Trouble.State;
import coop.kumiai.aftercare.db.tables.records.TroubleLineRecord;
import coop.kumiai.aftercare.db.tables.records.TroubleRecord;
import coop.kumiai.kernel.CoopId;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What members told of delivered goods. */
@Repository
class TroubleStore {
    private static final int MOST_SHOWN = 200;
    private final DSLContext sql;

    TroubleStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Sent again by the same form it stays the one that it was; whether it is new. */
    boolean insert(CoopId coop, Trouble trouble, String key, String storeId) {
        var isNew =
                sql.insertInto(TROUBLE)
                                .set(TROUBLE.COOP_ID, coop.code())
                                .set(TROUBLE.TROUBLE_ID, trouble.troubleId())
                                .set(TROUBLE.TROUBLE_KEY, trouble.memberId() + ":" + key)
                                .set(TROUBLE.ORDER_ID, trouble.orderId())
                                .set(TROUBLE.MEMBER_ID, trouble.memberId())
                                .set(TROUBLE.STORE_ID, storeId)
                                .set(TROUBLE.WORDS, trouble.words())
                                .set(TROUBLE.TOLD_AT, trouble.toldAt().atOffset(ZoneOffset.UTC))
                                .set(TROUBLE.STATE, trouble.state().code())
                                .onConflict(TROUBLE.COOP_ID, TROUBLE.TROUBLE_KEY)
                                .doNothing()
                                .execute()
                        == 1;
        if (isNew) {
            trouble.goods().forEach(it -> insertLine(coop, trouble.troubleId(), it));
        }
        return isNew;
    }

    /** Whether this form was taken before. */
    boolean isKnown(CoopId coop, UUID memberId, String key) {
        return sql.fetchExists(
                TROUBLE,
                TROUBLE.COOP_ID.eq(coop.code()),
                TROUBLE.TROUBLE_KEY.eq(memberId + ":" + key));
    }

    private void insertLine(CoopId coop, UUID troubleId, Trouble.Goods goods) {
        sql.insertInto(TROUBLE_LINE)
                .set(TROUBLE_LINE.COOP_ID, coop.code())
                .set(TROUBLE_LINE.TROUBLE_ID, troubleId)
                .set(TROUBLE_LINE.LINE_NO, goods.line())
                .set(TROUBLE_LINE.KIND, goods.kind().code())
                .set(TROUBLE_LINE.PIECES, goods.pieces())
                .execute();
    }

    Optional<Trouble> find(CoopId coop, UUID troubleId) {
        return read(coop, TROUBLE.TROUBLE_ID.eq(troubleId)).stream().findFirst();
    }

    List<Trouble> ofOrder(CoopId coop, UUID orderId) {
        return read(coop, TROUBLE.ORDER_ID.eq(orderId));
    }

    /** Those of a store that wait for its answer, the oldest first. */
    List<Trouble> open(CoopId coop, String storeId) {
        return read(coop, TROUBLE.STORE_ID.eq(storeId).and(TROUBLE.STATE.eq(State.OPEN.code())));
    }

    /** Whether it was open until now. */
    boolean answer(
            CoopId coop, UUID troubleId, State state, String answer, UUID staff, Instant at) {
        return sql.update(TROUBLE)
                        .set(TROUBLE.STATE, state.code())
                        .set(TROUBLE.ANSWER, answer)
                        .set(TROUBLE.ANSWERED_AT, at.atOffset(ZoneOffset.UTC))
                        .set(TROUBLE.ANSWERED_BY, staff)
                        .where(TROUBLE.COOP_ID.eq(coop.code()), TROUBLE.TROUBLE_ID.eq(troubleId))
                        .and(TROUBLE.STATE.eq(State.OPEN.code()))
                        .execute()
                == 1;
    }

    private List<Trouble> read(CoopId coop, Condition which) {
        var rows =
                sql.selectFrom(TROUBLE)
                        .where(TROUBLE.COOP_ID.eq(coop.code()), which)
                        .orderBy(TROUBLE.TOLD_AT, TROUBLE.TROUBLE_ID)
                        .limit(MOST_SHOWN)
                        .fetch();
        var goods =
                sql.selectFrom(TROUBLE_LINE)
                        .where(TROUBLE_LINE.COOP_ID.eq(coop.code()))
                        .and(TROUBLE_LINE.TROUBLE_ID.in(rows.getValues(TROUBLE.TROUBLE_ID)))
                        .orderBy(TROUBLE_LINE.LINE_NO)
                        .fetchGroups(TROUBLE_LINE.TROUBLE_ID, TroubleStore::goods);
        return rows.map(row -> trouble(row, goods.getOrDefault(row.getTroubleId(), List.of())));
    }

    private static Trouble.Goods goods(TroubleLineRecord row) {
        return new Trouble.Goods(row.getLineNo(), Trouble.Kind.of(row.getKind()), row.getPieces());
    }

    private static Trouble trouble(TroubleRecord row, List<Trouble.Goods> goods) {
        return new Trouble(
                row.getTroubleId(),
                row.getOrderId(),
                row.getMemberId(),
                row.getWords(),
                goods,
                row.getToldAt().toInstant(),
                State.of(row.getState()),
                row.getAnswer(),
                Optional.ofNullable(row.getAnsweredAt()).map(OffsetDateTime::toInstant));
    }
}
