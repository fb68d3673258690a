package coop.kumiai.coupons;

import static coop.kumiai.coupons.db.Tables.CLAIM;
import static coop.kumiai.coupons.db.Tables.COUPON;
import static coop.kumiai.coupons.db.Tables.GIVEN;
import static coop.kumiai.coupons.db.Tables.MEMBER_USE;
import static coop.kumiai.coupons.db.Tables.ORDER_USE;

import coop.kumiai.coupons.CouponRules.Standing;
import coop.kumiai.kernel.CoopId;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Coupons, who was given them, and which one each member has claimed. */
@Repository
class CouponStore {
    private static final Field<Boolean> IS_GIVEN =
            DSL.field(GIVEN.MEMBER_ID.isNotNull()).as("is_given");
    private static final Field<Integer> USED =
            DSL.coalesce(MEMBER_USE.TAKEN, DSL.inline(0)).as("used");
    private static final Field<Integer> HELD =
            DSL.field(
                            DSL.selectCount()
                                    .from(ORDER_USE)
                                    .where(
                                            ORDER_USE.COOP_ID.eq(MEMBER_USE.COOP_ID),
                                            ORDER_USE.COUPON_ID.eq(MEMBER_USE.COUPON_ID),
                                            ORDER_USE.MEMBER_ID.eq(MEMBER_USE.MEMBER_ID),
                                            ORDER_USE.STATE.eq(UseStore.HELD)))
                    .as("held");

    private final DSLContext sql;

    CouponStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A coupon as it stands with a member. What orders of theirs hold that wait for a card counts
     * as free: the next order lets go of it first.
     *
     * @param standing but for the newsletter, of which nothing is known here
     */
    record Held(Coupon coupon, Standing standing) {}

    Optional<Coupon> find(CoopId coop, UUID couponId) {
        return sql.selectFrom(COUPON).where(is(coop, couponId)).fetchOptional(CouponRows::coupon);
    }

    /** Those that can be used on a day, the first to end first. */
    List<Coupon> valid(CoopId coop, LocalDate day) {
        return sql.selectFrom(COUPON)
                .where(valid(day).and(COUPON.COOP_ID.eq(coop.code())))
                .orderBy(COUPON.VALID_UNTIL, COUPON.COUPON_ID)
                .fetch(CouponRows::coupon);
    }

    /** All of them, the latest first, behind the given one. */
    List<Coupon> latest(CoopId coop, Optional<UUID> after, int most) {
        return sql.selectFrom(COUPON)
                .where(COUPON.COOP_ID.eq(coop.code()))
                .and(after.map(COUPON.COUPON_ID::lt).orElseGet(DSL::noCondition))
                .orderBy(COUPON.COUPON_ID.desc())
                .limit(most)
                .fetch(CouponRows::coupon);
    }

    void insert(CoopId coop, Coupon coupon, UUID staff, Instant now) {
        sql.insertInto(COUPON).set(CouponRows.row(coop, coupon, staff, now)).execute();
    }

    /** False when it was stopped before. */
    boolean stop(CoopId coop, UUID couponId, UUID staff, String reason, Instant now) {
        return sql.update(COUPON)
                        .set(COUPON.STOPPED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(COUPON.STOPPED_BY, staff)
                        .set(COUPON.STOP_REASON, reason)
                        .where(is(coop, couponId), COUPON.STOPPED_AT.isNull())
                        .execute()
                == 1;
    }

    /**
     * False when the member has it already.
     *
     * @param staff empty when the member's own claim made it theirs
     */
    boolean give(
            CoopId coop,
            UUID couponId,
            UUID member,
            Optional<UUID> staff,
            String reason,
            Instant now) {
        return sql.insertInto(GIVEN)
                        .set(GIVEN.COOP_ID, coop.code())
                        .set(GIVEN.COUPON_ID, couponId)
                        .set(GIVEN.MEMBER_ID, member)
                        .set(GIVEN.GIVEN_BY, staff.orElse(null))
                        .set(GIVEN.GIVEN_AT, now.atOffset(ZoneOffset.UTC))
                        .set(GIVEN.REASON, reason)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<Held> held(CoopId coop, UUID couponId, UUID member) {
        return standing(coop, member, is(coop, couponId)).stream().findFirst();
    }

    /** Those that can be used on a day, as they stand with a member. */
    List<Held> validFor(CoopId coop, UUID member, LocalDate day) {
        return standing(coop, member, valid(day));
    }

    /** The one that the member claimed last. */
    Optional<Held> claimed(CoopId coop, UUID member) {
        var claimed =
                COUPON.COUPON_ID.eq(
                        DSL.select(CLAIM.COUPON_ID)
                                .from(CLAIM)
                                .where(CLAIM.COOP_ID.eq(coop.code()), CLAIM.MEMBER_ID.eq(member)));
        return standing(coop, member, claimed).stream().findFirst();
    }

    /** In the place of whatever was claimed before (N-CPN-1). */
    void claim(CoopId coop, UUID member, UUID couponId, Instant now) {
        sql.insertInto(CLAIM)
                .set(CLAIM.COOP_ID, coop.code())
                .set(CLAIM.MEMBER_ID, member)
                .set(CLAIM.COUPON_ID, couponId)
                .set(CLAIM.CLAIMED_AT, now.atOffset(ZoneOffset.UTC))
                .onConflict(CLAIM.COOP_ID, CLAIM.MEMBER_ID)
                .doUpdate()
                .set(CLAIM.COUPON_ID, couponId)
                .set(CLAIM.CLAIMED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void takeBack(CoopId coop, UUID member) {
        sql.deleteFrom(CLAIM)
                .where(CLAIM.COOP_ID.eq(coop.code()), CLAIM.MEMBER_ID.eq(member))
                .execute();
    }

    /** It has gone into an order; a claim of another one, made since, stays. */
    void spend(CoopId coop, UUID member, UUID couponId) {
        sql.deleteFrom(CLAIM)
                .where(
                        CLAIM.COOP_ID.eq(coop.code()),
                        CLAIM.MEMBER_ID.eq(member),
                        CLAIM.COUPON_ID.eq(couponId))
                .execute();
    }

    private List<Held> standing(CoopId coop, UUID member, Condition which) {
        return sql.select(COUPON.fields())
                .select(IS_GIVEN, USED, HELD)
                .from(COUPON)
                .leftJoin(GIVEN)
                .on(
                        GIVEN.COOP_ID.eq(COUPON.COOP_ID),
                        GIVEN.COUPON_ID.eq(COUPON.COUPON_ID),
                        GIVEN.MEMBER_ID.eq(member))
                .leftJoin(MEMBER_USE)
                .on(
                        MEMBER_USE.COOP_ID.eq(COUPON.COOP_ID),
                        MEMBER_USE.COUPON_ID.eq(COUPON.COUPON_ID),
                        MEMBER_USE.MEMBER_ID.eq(member))
                .where(COUPON.COOP_ID.eq(coop.code()), which)
                .orderBy(COUPON.VALID_UNTIL, COUPON.COUPON_ID)
                .fetch(CouponStore::held);
    }

    private static Held held(Record row) {
        var own = row.get(HELD);
        var coupon = row.into(COUPON);
        return new Held(
                CouponRows.coupon(coupon),
                new Standing(
                        row.get(USED) - own, coupon.getTaken() - own, row.get(IS_GIVEN), false));
    }

    private static Condition is(CoopId coop, UUID couponId) {
        return COUPON.COOP_ID.eq(coop.code()).and(COUPON.COUPON_ID.eq(couponId));
    }

    private static Condition valid(LocalDate day) {
        return COUPON.VALID_FROM
                .le(day)
                .and(COUPON.VALID_UNTIL.ge(day))
                .and(COUPON.STOPPED_AT.isNull());
    }
}
