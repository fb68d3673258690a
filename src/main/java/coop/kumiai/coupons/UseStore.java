package coop.kumiai.coupons;

import static coop.kumiai.coupons.db.Tables.COUPON;
import static coop.kumiai.coupons.db.Tables.MEMBER_USE;
import static coop.kumiai.coupons.db.Tables.ORDER_USE;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Uses of coupons. Counters move by conditional statements only, whose row counts decide. */
@Repository
class UseStore {
    static final String HELD = "held";
    static final String TAKEN = "taken";
    private static final String RETURNED = "returned";

    private final DSLContext sql;

    UseStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A use that was given back, and whose it is. */
    record Returned(UUID couponId, UUID memberId) {}

    /** One more use of a member; false when they have as many as one member may. */
    boolean takeOfMember(CoopId coop, Coupon coupon, UUID member) {
        return sql.insertInto(MEMBER_USE)
                        .set(MEMBER_USE.COOP_ID, coop.code())
                        .set(MEMBER_USE.COUPON_ID, coupon.id())
                        .set(MEMBER_USE.MEMBER_ID, member)
                        .set(MEMBER_USE.TAKEN, 1)
                        .onConflict(MEMBER_USE.COOP_ID, MEMBER_USE.COUPON_ID, MEMBER_USE.MEMBER_ID)
                        .doUpdate()
                        .set(MEMBER_USE.TAKEN, MEMBER_USE.TAKEN.plus(1))
                        .where(MEMBER_USE.TAKEN.lt(coupon.mostOfMember()))
                        .execute()
                == 1;
    }

    /** One more of all uses; false when there are as many as there may be, or it was stopped. */
    boolean takeOfAll(CoopId coop, UUID couponId) {
        return sql.update(COUPON)
                        .set(COUPON.TAKEN, COUPON.TAKEN.plus(1))
                        .where(
                                COUPON.COOP_ID.eq(coop.code()),
                                COUPON.COUPON_ID.eq(couponId),
                                COUPON.TAKEN.lt(COUPON.MOST_USES),
                                COUPON.STOPPED_AT.isNull())
                        .execute()
                == 1;
    }

    /** The use of an order: its key lets an order have one. */
    void insert(CoopId coop, UUID orderId, UUID couponId, UUID member, String state, Instant now) {
        sql.insertInto(ORDER_USE)
                .set(ORDER_USE.COOP_ID, coop.code())
                .set(ORDER_USE.ORDER_ID, orderId)
                .set(ORDER_USE.COUPON_ID, couponId)
                .set(ORDER_USE.MEMBER_ID, member)
                .set(ORDER_USE.STATE, state)
                .set(ORDER_USE.TAKEN_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** What the order has held is taken from now on; empty when it holds nothing. */
    Optional<UUID> confirm(CoopId coop, UUID orderId) {
        return sql.update(ORDER_USE)
                .set(ORDER_USE.STATE, TAKEN)
                .where(
                        ORDER_USE.COOP_ID.eq(coop.code()),
                        ORDER_USE.ORDER_ID.eq(orderId),
                        ORDER_USE.STATE.eq(HELD))
                .returningResult(ORDER_USE.COUPON_ID)
                .fetchOptional(row -> row.value1());
    }

    /** The use of an order is none from now on; empty when it has none, or gave it back before. */
    Optional<Returned> giveBack(CoopId coop, UUID orderId, Instant now) {
        return sql.update(ORDER_USE)
                .set(ORDER_USE.STATE, RETURNED)
                .set(ORDER_USE.RETURNED_AT, now.atOffset(ZoneOffset.UTC))
                .where(
                        ORDER_USE.COOP_ID.eq(coop.code()),
                        ORDER_USE.ORDER_ID.eq(orderId),
                        ORDER_USE.STATE.ne(RETURNED))
                .returningResult(ORDER_USE.COUPON_ID, ORDER_USE.MEMBER_ID)
                .fetchOptional(row -> new Returned(row.value1(), row.value2()));
    }

    void giveBackOfMember(CoopId coop, Returned use) {
        requireOne(
                sql.update(MEMBER_USE)
                        .set(MEMBER_USE.TAKEN, MEMBER_USE.TAKEN.minus(1))
                        .where(
                                MEMBER_USE.COOP_ID.eq(coop.code()),
                                MEMBER_USE.COUPON_ID.eq(use.couponId()),
                                MEMBER_USE.MEMBER_ID.eq(use.memberId()),
                                MEMBER_USE.TAKEN.gt(0))
                        .execute());
    }

    void giveBackOfAll(CoopId coop, UUID couponId) {
        requireOne(
                sql.update(COUPON)
                        .set(COUPON.TAKEN, COUPON.TAKEN.minus(1))
                        .where(
                                COUPON.COOP_ID.eq(coop.code()),
                                COUPON.COUPON_ID.eq(couponId),
                                COUPON.TAKEN.gt(0))
                        .execute());
    }

    /** How many orders have each of them now. */
    Map<UUID, Integer> count(CoopId coop, Collection<UUID> coupons) {
        return sql.select(ORDER_USE.COUPON_ID, DSL.count())
                .from(ORDER_USE)
                .where(
                        ORDER_USE.COOP_ID.eq(coop.code()),
                        ORDER_USE.COUPON_ID.in(coupons),
                        ORDER_USE.STATE.ne(RETURNED))
                .groupBy(ORDER_USE.COUPON_ID)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    private static void requireOne(int changed) {
        if (changed != 1) {
            throw new IllegalStateException(changed + " rows changed instead of one");
        }
    }
}
