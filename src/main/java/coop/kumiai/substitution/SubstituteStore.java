package coop.kumiai.substitution;

import static coop.kumiai.substitution.db.Tables.OFFER;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;
import coop.kumiai.stores.SlotId;
import coop.kumiai.substitution.Substitute.State;
import coop.kumiai.substitution.db.tables.records.OfferRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Substitutes that were offered, and the answers. */
@Repository
class SubstituteStore {
    private static final int MOST_SHOWN = 200;
    private final DSLContext sql;

    SubstituteStore(DSLContext sql) {
        this.sql = sql;
    }

    void insert(CoopId coop, Substitute it, UUID by, Instant at) {
        var row = new OfferRecord();
        row.setCoopId(coop.code());
        row.setOrderId(it.orderId());
        row.setLineNo(it.line());
        row.setOfferId(it.offerId());
        row.setStoreId(it.slot().storeId());
        row.setDay(it.slot().day());
        row.setSlotNo(it.slot().number());
        row.setNewLine(it.newLine());
        row.setPieces(it.pieces());
        row.setWay(it.way().code());
        row.setState(it.answered().code());
        row.setTakenUnanswered(it.takenUnanswered());
        row.setMadeAt(at.atOffset(ZoneOffset.UTC));
        row.setMadeBy(by);
        row.setAnswerUntil(it.answerUntil().atOffset(ZoneOffset.UTC));
        if (it.answered() != State.OPEN) {
            row.setAnsweredAt(at.atOffset(ZoneOffset.UTC));
        }
        fill(row, it);
        sql.insertInto(OFFER).set(row).execute();
    }

    private static void fill(OfferRecord row, Substitute it) {
        var goods = it.goods();
        row.setJan(goods.jan().digits());
        row.setName(goods.name());
        row.setUnit(goods.unit());
        row.setPriceMode(goods.mode().code());
        row.setUnitPriceYen(goods.unitPrice().amount());
        row.setTaxClass(goods.taxClass().code());
        row.setAlcohol(goods.alcohol());
        row.setShelf(goods.shelf());
        row.setInTaxYen(it.inTax().amount());
    }

    /** Whether there was one to take away. */
    boolean delete(CoopId coop, UUID orderId, int line) {
        return sql.deleteFrom(OFFER)
                        .where(of(coop), OFFER.ORDER_ID.eq(orderId), OFFER.LINE_NO.eq(line))
                        .execute()
                == 1;
    }

    Optional<Substitute> find(CoopId coop, UUID offerId) {
        return sql.selectFrom(OFFER)
                .where(of(coop), OFFER.OFFER_ID.eq(offerId))
                .fetchOptional(SubstituteStore::substitute);
    }

    List<Substitute> ofOrders(CoopId coop, Collection<UUID> orders) {
        return sql.selectFrom(OFFER)
                .where(of(coop), OFFER.ORDER_ID.in(orders))
                .orderBy(OFFER.ORDER_ID, OFFER.NEW_LINE)
                .fetch(SubstituteStore::substitute);
    }

    /** Those that a store phones about on a day, the earliest slot first. */
    List<Substitute> byPhone(CoopId coop, String storeId, LocalDate day) {
        return sql.selectFrom(OFFER)
                .where(of(coop), OFFER.STORE_ID.eq(storeId), OFFER.DAY.eq(day))
                .and(OFFER.WAY.eq(Way.PHONE.code()))
                .orderBy(OFFER.ANSWER_UNTIL, OFFER.MADE_AT)
                .limit(MOST_SHOWN)
                .fetch(SubstituteStore::substitute);
    }

    /** Whether it was open until now. */
    boolean answer(CoopId coop, UUID offerId, State state, Optional<UUID> staff, Instant at) {
        return sql.update(OFFER)
                        .set(OFFER.STATE, state.code())
                        .set(OFFER.ANSWERED_AT, at.atOffset(ZoneOffset.UTC))
                        .set(OFFER.ANSWERED_BY, staff.orElse(null))
                        .where(of(coop), OFFER.OFFER_ID.eq(offerId), isOpen())
                        .execute()
                == 1;
    }

    /** Other goods are offered in its place, while it is open. */
    boolean change(CoopId coop, Substitute changed) {
        var row = new OfferRecord();
        fill(row, changed);
        return sql.update(OFFER)
                        .set(row)
                        .where(of(coop), OFFER.OFFER_ID.eq(changed.offerId()), isOpen())
                        .execute()
                == 1;
    }

    /** Takes back all of an order that wait for an answer. */
    void deleteOpen(CoopId coop, UUID orderId) {
        sql.deleteFrom(OFFER).where(of(coop), OFFER.ORDER_ID.eq(orderId), isOpen()).execute();
    }

    private static Condition isOpen() {
        return OFFER.STATE.eq(State.OPEN.code());
    }

    private static Condition of(CoopId coop) {
        return OFFER.COOP_ID.eq(coop.code());
    }

    private static Substitute substitute(OfferRecord row) {
        return new Substitute(
                row.getOfferId(),
                row.getOrderId(),
                new SlotId(row.getStoreId(), row.getDay(), row.getSlotNo()),
                row.getLineNo(),
                row.getNewLine(),
                goods(row),
                row.getPieces(),
                Yen.of(row.getInTaxYen()),
                Way.of(row.getWay()),
                State.of(row.getState()),
                row.getTakenUnanswered(),
                row.getAnswerUntil().toInstant(),
                Optional.ofNullable(row.getAnsweredBy()));
    }

    private static Substitute.Goods goods(OfferRecord row) {
        return new Substitute.Goods(
                new Jan(row.getJan()),
                row.getName(),
                row.getUnit(),
                PriceMode.of(row.getPriceMode()),
                Yen.of(row.getUnitPriceYen()),
                TaxClass.of(row.getTaxClass()),
                row.getAlcohol(),
                row.getShelf());
    }
}
