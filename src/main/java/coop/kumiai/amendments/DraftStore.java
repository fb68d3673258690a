package coop.kumiai.amendments;

import static coop.kumiai.amendments.db.Tables.ACCEPTED;
import static coop.kumiai.amendments.db.Tables.DRAFT;
import static coop.kumiai.amendments.db.Tables.DRAFT_LINE;

import coop.kumiai.amendments.db.tables.records.DraftLineRecord;
import coop.kumiai.amendments.db.tables.records.DraftRecord;
import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.stores.SlotId;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Drafts of changes, one an order, and which of them were accepted. */
@Repository
class DraftStore {
    private final DSLContext sql;

    DraftStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Draft> find(CoopId coop, UUID orderId) {
        return sql.selectFrom(DRAFT)
                .where(is(coop, orderId))
                .fetchOptional()
                .map(row -> draft(row, lines(coop, orderId)));
    }

    /** Writes a draft in the place of what was there. */
    void save(CoopId coop, Draft draft, Instant at) {
        delete(coop, draft.orderId());
        sql.insertInto(DRAFT)
                .set(DRAFT.COOP_ID, coop.code())
                .set(DRAFT.ORDER_ID, draft.orderId())
                .set(DRAFT.DRAFT_ID, draft.id())
                .set(DRAFT.BASE_VERSION, draft.baseVersion())
                .set(DRAFT.STORE_ID, draft.wanted().slot().storeId())
                .set(DRAFT.DAY, draft.wanted().slot().day())
                .set(DRAFT.SLOT_NO, draft.wanted().slot().number())
                .set(DRAFT.PAYMENT_METHOD, draft.wanted().payment().code())
                .set(DRAFT.CHANGED_AT, at.atOffset(ZoneOffset.UTC))
                .execute();
        var rows = rows(coop, draft);
        if (!rows.isEmpty()) {
            sql.insertInto(DRAFT_LINE).set(rows).execute();
        }
    }

    void delete(CoopId coop, UUID orderId) {
        sql.deleteFrom(DRAFT).where(is(coop, orderId)).execute();
    }

    /** Removes drafts of all co-ops that nobody has touched since a moment, as a broom. */
    void deleteUntouchedSince(Instant moment) {
        sql.deleteFrom(DRAFT).where(DRAFT.CHANGED_AT.lt(moment.atOffset(ZoneOffset.UTC))).execute();
    }

    boolean isAccepted(CoopId coop, UUID draftId) {
        return sql.fetchExists(
                ACCEPTED, ACCEPTED.COOP_ID.eq(coop.code()), ACCEPTED.DRAFT_ID.eq(draftId));
    }

    void accept(CoopId coop, Draft draft, int version) {
        sql.insertInto(ACCEPTED)
                .set(ACCEPTED.COOP_ID, coop.code())
                .set(ACCEPTED.DRAFT_ID, draft.id())
                .set(ACCEPTED.ORDER_ID, draft.orderId())
                .set(ACCEPTED.VERSION, version)
                .execute();
        delete(coop, draft.orderId());
    }

    private List<DraftLineRecord> lines(CoopId coop, UUID orderId) {
        return sql.selectFrom(DRAFT_LINE)
                .where(DRAFT_LINE.COOP_ID.eq(coop.code()), DRAFT_LINE.ORDER_ID.eq(orderId))
                .orderBy(DRAFT_LINE.POSITION)
                .fetch();
    }

    private static List<DraftLineRecord> rows(CoopId coop, Draft draft) {
        var position = new int[1];
        return draft.wanted().goods().entrySet().stream()
                .map(
                        it ->
                                new DraftLineRecord(
                                        coop.code(),
                                        draft.orderId(),
                                        it.getKey().digits(),
                                        it.getValue(),
                                        draft.fromCart().getOrDefault(it.getKey(), 0),
                                        position[0]++))
                .toList();
    }

    private static Draft draft(DraftRecord row, List<DraftLineRecord> lines) {
        var goods = new LinkedHashMap<Jan, Integer>();
        var fromCart = new LinkedHashMap<Jan, Integer>();
        for (var line : lines) {
            var jan = new Jan(line.getJan());
            goods.put(jan, line.getQuantity());
            if (line.getFromCart() > 0) {
                fromCart.put(jan, line.getFromCart());
            }
        }
        return new Draft(
                row.getDraftId(),
                row.getOrderId(),
                row.getBaseVersion(),
                new Wanted(
                        goods,
                        new SlotId(row.getStoreId(), row.getDay(), row.getSlotNo()),
                        PaymentMethod.require(row.getPaymentMethod())),
                fromCart);
    }

    private static Condition is(CoopId coop, UUID orderId) {
        return DRAFT.COOP_ID.eq(coop.code()).and(DRAFT.ORDER_ID.eq(orderId));
    }
}
