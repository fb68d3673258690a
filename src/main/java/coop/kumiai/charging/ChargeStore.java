package coop.kumiai.charging;

import static coop.kumiai.charging.db.Tables.CHARGE;

import coop.kumiai.charging.OnlineCharge.State;
import coop.kumiai.charging.db.tables.records.ChargeRecord;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.wallet.Channel;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Charges of My Page, and when each is looked at next. */
@Repository
class ChargeStore {
    private final DSLContext sql;

    ChargeStore(DSLContext sql) {
        this.sql = sql;
    }

    void insert(CoopId coop, OnlineCharge charge, String key, Instant due) {
        sql.insertInto(CHARGE)
                .set(CHARGE.COOP_ID, coop.code())
                .set(CHARGE.CHARGE_ID, charge.chargeId())
                .set(CHARGE.MEMBER_ID, charge.memberId())
                .set(CHARGE.WALLET_ID, charge.walletId())
                .set(CHARGE.REQUEST_KEY, key)
                .set(CHARGE.CHANNEL, charge.channel().code())
                .set(CHARGE.AMOUNT_YEN, charge.amount().amount())
                .set(CHARGE.EXPECTED, charge.expected())
                .set(CHARGE.STATE, charge.state().code())
                .set(CHARGE.BEGUN_AT, charge.begunAt().atOffset(ZoneOffset.UTC))
                .set(CHARGE.DUE_AT, due.atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<OnlineCharge> find(CoopId coop, UUID chargeId) {
        return sql.selectFrom(CHARGE).where(is(coop, chargeId)).fetchOptional(ChargeStore::charge);
    }

    Optional<OnlineCharge> ofKey(CoopId coop, UUID memberId, String key) {
        return sql.selectFrom(CHARGE)
                .where(
                        CHARGE.COOP_ID.eq(coop.code()),
                        CHARGE.MEMBER_ID.eq(memberId),
                        CHARGE.REQUEST_KEY.eq(key))
                .fetchOptional(ChargeStore::charge);
    }

    /** What is under way, or waits for people, of a member; the latest first. */
    List<OnlineCharge> openOf(CoopId coop, UUID memberId) {
        return sql.selectFrom(CHARGE)
                .where(
                        CHARGE.COOP_ID.eq(coop.code()),
                        CHARGE.MEMBER_ID.eq(memberId),
                        CHARGE.STATE.in(
                                State.BEGUN.code(), State.TAKING.code(), State.TROUBLE.code()))
                .orderBy(CHARGE.BEGUN_AT.desc())
                .fetch(ChargeStore::charge);
    }

    /** Held until the transaction's end, when it is in this state. */
    Optional<OnlineCharge> lock(CoopId coop, UUID chargeId, State... states) {
        var codes = Arrays.stream(states).map(State::code).toList();
        return sql.selectFrom(CHARGE)
                .where(is(coop, chargeId), CHARGE.STATE.in(codes))
                .forUpdate()
                .fetchOptional(ChargeStore::charge);
    }

    void taking(CoopId coop, UUID chargeId, Instant due) {
        requireOne(
                sql.update(CHARGE)
                        .set(CHARGE.STATE, State.TAKING.code())
                        .set(CHARGE.DUE_AT, due.atOffset(ZoneOffset.UTC))
                        .where(is(coop, chargeId))
                        .execute());
    }

    void ended(CoopId coop, UUID chargeId, State state, String why, Instant now) {
        requireOne(
                sql.update(CHARGE)
                        .set(CHARGE.STATE, state.code())
                        .set(CHARGE.WHY, why)
                        .set(CHARGE.ENDED_AT, now.atOffset(ZoneOffset.UTC))
                        .setNull(CHARGE.DUE_AT)
                        .where(is(coop, chargeId))
                        .execute());
    }

    void trouble(CoopId coop, UUID chargeId, String why) {
        requireOne(
                sql.update(CHARGE)
                        .set(CHARGE.STATE, State.TROUBLE.code())
                        .set(CHARGE.WHY, why)
                        .setNull(CHARGE.DUE_AT)
                        .where(is(coop, chargeId))
                        .execute());
    }

    /** Not before this moment again, unless somebody says that something happened. */
    void later(CoopId coop, UUID chargeId, Instant due) {
        sql.update(CHARGE)
                .set(CHARGE.DUE_AT, due.atOffset(ZoneOffset.UTC))
                .where(is(coop, chargeId), CHARGE.DUE_AT.isNotNull())
                .execute();
    }

    /** Somebody says that something happened: it is looked at now. */
    void hint(CoopId coop, UUID chargeId, Instant now) {
        later(coop, chargeId, now);
    }

    List<CoopId> coopsWithDue(Instant now) {
        return sql.selectDistinct(CHARGE.COOP_ID)
                .from(CHARGE)
                .where(CHARGE.DUE_AT.le(now.atOffset(ZoneOffset.UTC)))
                .fetch(it -> new CoopId(it.value1()));
    }

    /**
     * Takes what is due, for one look.
     *
     * @param again when it is due once more, whatever becomes of the look
     */
    List<UUID> claim(CoopId coop, Instant now, Instant again, int most) {
        var due =
                sql.select(CHARGE.CHARGE_ID)
                        .from(CHARGE)
                        .where(
                                CHARGE.COOP_ID.eq(coop.code()),
                                CHARGE.DUE_AT.le(now.atOffset(ZoneOffset.UTC)))
                        .orderBy(CHARGE.DUE_AT)
                        .limit(most)
                        .forUpdate()
                        .skipLocked();
        return sql.update(CHARGE)
                .set(CHARGE.DUE_AT, again.atOffset(ZoneOffset.UTC))
                .where(CHARGE.COOP_ID.eq(coop.code()), CHARGE.CHARGE_ID.in(due))
                .returning(CHARGE.CHARGE_ID)
                .fetch(CHARGE.CHARGE_ID);
    }

    private static Condition is(CoopId coop, UUID chargeId) {
        return CHARGE.COOP_ID.eq(coop.code()).and(CHARGE.CHARGE_ID.eq(chargeId));
    }

    private static OnlineCharge charge(ChargeRecord row) {
        return new OnlineCharge(
                row.getChargeId(),
                row.getMemberId(),
                row.getWalletId(),
                Channel.valueOf(row.getChannel().toUpperCase(Locale.ROOT)),
                Yen.of(row.getAmountYen()),
                row.getExpected(),
                State.of(row.getState()),
                row.getWhy(),
                row.getBegunAt().toInstant());
    }

    private static void requireOne(int changed) {
        if (changed != 1) {
            throw new IllegalStateException(changed + " charges changed instead of one");
        }
    }
}
