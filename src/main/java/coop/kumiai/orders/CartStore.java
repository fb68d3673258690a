package coop.kumiai.orders;

import static coop.kumiai.orders.db.Tables.CART;
import static coop.kumiai.orders.db.Tables.CART_LINE;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;
import org.springframework.stereotype.Repository;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Carts and what is in them; one cart a member. */
@Repository
class CartStore {
    private final DSLContext sql;

    CartStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<KeptCart> find(CoopId coop, UUID member) {
        return cart(rows(coop, member).fetch());
    }

    /**
     * Reads a cart and holds it until the end of the transaction: one change at a time. Its lines
     * are read once it is held: in the statement that waits they would be those of before.
     */
    Optional<KeptCart> lock(CoopId coop, UUID member) {
        var held = sql.selectOne().from(CART).where(isCart(coop, member)).forUpdate();
        return held.fetchOptional().flatMap(it -> find(coop, member));
    }

    /** Begins a cart, unless another window has just begun one. */
    void insert(CoopId coop, UUID member, UUID cartId, Instant start, Instant end) {
        sql.insertInto(CART)
                .set(CART.COOP_ID, coop.code())
                .set(CART.MEMBER_ID, member)
                .set(CART.CART_ID, cartId)
                .set(CART.STARTED_AT, start.atOffset(ZoneOffset.UTC))
                .set(CART.EXPIRES_AT, end.atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    /** Gives a cart whose time is over a new life under a new id. */
    void restart(CoopId coop, UUID member, UUID cartId, Instant start, Instant end) {
        requireOne(
                sql.update(CART)
                        .set(CART.CART_ID, cartId)
                        .set(CART.STARTED_AT, start.atOffset(ZoneOffset.UTC))
                        .set(CART.EXPIRES_AT, end.atOffset(ZoneOffset.UTC))
                        .where(isCart(coop, member))
                        .execute());
    }

    /** Lets a cart live at least until a moment. */
    void extend(CoopId coop, UUID member, Instant until) {
        requireOne(
                sql.update(CART)
                        .set(
                                CART.EXPIRES_AT,
                                DSL.greatest(
                                        CART.EXPIRES_AT, DSL.val(until.atOffset(ZoneOffset.UTC))))
                        .where(isCart(coop, member))
                        .execute());
    }

    /** Every cart of the co-op that reaches beyond a moment lasts as much longer as it rests. */
    void lengthen(CoopId coop, Instant from, Instant until) {
        sql.update(CART)
                .set(CART.EXPIRES_AT, CART.EXPIRES_AT.plus(interval(Duration.between(from, until))))
                .where(
                        CART.COOP_ID.eq(coop.code()),
                        CART.EXPIRES_AT.gt(from.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private static DayToSecond interval(Duration length) {
        return DayToSecond.valueOf(length);
    }

    /** Ends a cart now; what is in it waits to be taken back. */
    void end(CoopId coop, UUID member, Instant now) {
        requireOne(
                sql.update(CART)
                        .set(CART.EXPIRES_AT, now.atOffset(ZoneOffset.UTC))
                        .where(isCart(coop, member))
                        .execute());
    }

    /** Sets aside all lines, or takes them all back. */
    void setAside(CoopId coop, UUID member, boolean kept) {
        sql.update(CART_LINE).set(CART_LINE.KEPT, kept).where(isLine(coop, member)).execute();
    }

    void put(CoopId coop, UUID member, Jan jan, int quantity, Yen seenInTax, Instant at) {
        putting(coop, member, new KeptCart.Line(jan, quantity, seenInTax, false), at).execute();
    }

    /** The same for many products, in one round trip. */
    void putAll(CoopId coop, UUID member, List<KeptCart.Line> lines, Instant at) {
        sql.batch(lines.stream().map(line -> putting(coop, member, line, at)).toList()).execute();
    }

    private Query putting(CoopId coop, UUID member, KeptCart.Line line, Instant at) {
        return sql.insertInto(CART_LINE)
                .set(CART_LINE.COOP_ID, coop.code())
                .set(CART_LINE.MEMBER_ID, member)
                .set(CART_LINE.JAN, line.jan().digits())
                .set(CART_LINE.QUANTITY, line.quantity())
                .set(CART_LINE.SEEN_IN_TAX_YEN, line.seenInTax().amount())
                .set(CART_LINE.ADDED_AT, at.atOffset(ZoneOffset.UTC))
                .onConflict(CART_LINE.COOP_ID, CART_LINE.MEMBER_ID, CART_LINE.JAN)
                .doUpdate()
                .set(CART_LINE.QUANTITY, line.quantity())
                .set(CART_LINE.SEEN_IN_TAX_YEN, line.seenInTax().amount())
                .set(CART_LINE.KEPT, false);
    }

    void takeOut(CoopId coop, UUID member, Jan jan) {
        takeOut(coop, member, List.of(jan));
    }

    void takeOut(CoopId coop, UUID member, List<Jan> jans) {
        sql.deleteFrom(CART_LINE)
                .where(
                        isLine(coop, member),
                        CART_LINE.JAN.in(jans.stream().map(Jan::digits).toList()))
                .execute();
    }

    void takeAllOut(CoopId coop, UUID member) {
        sql.deleteFrom(CART_LINE).where(isLine(coop, member)).execute();
    }

    void takeWaitingOut(CoopId coop, UUID member) {
        sql.deleteFrom(CART_LINE).where(isLine(coop, member), CART_LINE.KEPT.isTrue()).execute();
    }

    /** Remembers the prices that the member has now seen. */
    void see(CoopId coop, UUID member, Map<Jan, Yen> inTax) {
        inTax.forEach(
                (jan, price) ->
                        requireOne(
                                sql.update(CART_LINE)
                                        .set(CART_LINE.SEEN_IN_TAX_YEN, price.amount())
                                        .where(isLine(coop, member), CART_LINE.JAN.eq(jan.digits()))
                                        .execute()));
    }

    /** Removes a cart with everything in it. */
    void delete(CoopId coop, UUID member) {
        sql.deleteFrom(CART).where(isCart(coop, member)).execute();
    }

    /** Removes carts of all co-ops that ended before a moment, as a broom. */
    void deleteEndedBefore(Instant moment) {
        sql.deleteFrom(CART).where(CART.EXPIRES_AT.lt(moment.atOffset(ZoneOffset.UTC))).execute();
    }

    private SelectLimitStep<? extends Record> rows(CoopId coop, UUID member) {
        return sql.select(
                        CART.CART_ID,
                        CART.STARTED_AT,
                        CART.EXPIRES_AT,
                        CART_LINE.JAN,
                        CART_LINE.QUANTITY,
                        CART_LINE.SEEN_IN_TAX_YEN,
                        CART_LINE.KEPT)
                .from(CART)
                .leftJoin(CART_LINE)
                .on(CART_LINE.COOP_ID.eq(CART.COOP_ID), CART_LINE.MEMBER_ID.eq(CART.MEMBER_ID))
                .where(isCart(coop, member))
                .orderBy(CART_LINE.ADDED_AT, CART_LINE.JAN);
    }

    private static Optional<KeptCart> cart(Result<? extends Record> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var first = rows.getFirst();
        var lines =
                rows.stream().filter(row -> row.get(CART_LINE.JAN) != null).map(CartStore::line);
        return Optional.of(
                new KeptCart(
                        first.get(CART.CART_ID),
                        first.get(CART.STARTED_AT).toInstant(),
                        first.get(CART.EXPIRES_AT).toInstant(),
                        lines.toList()));
    }

    private static KeptCart.Line line(Record row) {
        return new KeptCart.Line(
                new Jan(row.get(CART_LINE.JAN)),
                row.get(CART_LINE.QUANTITY),
                Yen.of(row.get(CART_LINE.SEEN_IN_TAX_YEN)),
                row.get(CART_LINE.KEPT));
    }

    private static Condition isCart(CoopId coop, UUID member) {
        return CART.COOP_ID.eq(coop.code()).and(CART.MEMBER_ID.eq(member));
    }

    private static Condition isLine(CoopId coop, UUID member) {
        return CART_LINE.COOP_ID.eq(coop.code()).and(CART_LINE.MEMBER_ID.eq(member));
    }

    private static void requireOne(int changed) {
        if (changed != 1) {
            throw new IllegalStateException(changed + " rows changed instead of one");
        }
    }
}
