package coop.kumiai.orders;

import static coop.kumiai.orders.db.Tables.CONFIRMATION;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** The keys of confirmations, kept for ever. */
@Repository
class ConfirmationStore {
    private final DSLContext sql;

    ConfirmationStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Takes a key for an order that is about to be made. Waits for another transaction that is at
     * it.
     *
     * @return whether the key was free
     */
    boolean claim(CoopId coop, UUID member, Confirmation confirmation, Instant at) {
        return sql.insertInto(CONFIRMATION)
                        .set(CONFIRMATION.COOP_ID, coop.code())
                        .set(CONFIRMATION.MEMBER_ID, member)
                        .set(CONFIRMATION.KEY, confirmation.key())
                        .set(CONFIRMATION.FINGERPRINT, confirmation.fingerprint())
                        .set(CONFIRMATION.ORDER_ID, confirmation.orderId())
                        .set(CONFIRMATION.AT, at.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Whether a key is taken. */
    boolean has(CoopId coop, UUID member, String key) {
        return sql.fetchExists(
                CONFIRMATION,
                CONFIRMATION.COOP_ID.eq(coop.code()),
                CONFIRMATION.MEMBER_ID.eq(member),
                CONFIRMATION.KEY.eq(key));
    }

    /** What a key that is taken was used for. */
    Confirmation get(CoopId coop, UUID member, String key) {
        return sql.selectFrom(CONFIRMATION)
                .where(
                        CONFIRMATION.COOP_ID.eq(coop.code()),
                        CONFIRMATION.MEMBER_ID.eq(member),
                        CONFIRMATION.KEY.eq(key))
                .fetchSingle(
                        row ->
                                new Confirmation(
                                        row.getKey(), row.getFingerprint(), row.getOrderId()));
    }

    /** Whether an order came of just this, under whatever key. */
    boolean isOf(CoopId coop, UUID member, UUID orderId, String fingerprint) {
        return sql.fetchExists(
                CONFIRMATION,
                CONFIRMATION.COOP_ID.eq(coop.code()),
                CONFIRMATION.MEMBER_ID.eq(member),
                CONFIRMATION.ORDER_ID.eq(orderId),
                CONFIRMATION.FINGERPRINT.eq(fingerprint));
    }

    /** Uses a key again whose order did not come to be. */
    void renew(CoopId coop, UUID member, Confirmation mine, UUID released) {
        var changed =
                sql.update(CONFIRMATION)
                        .set(CONFIRMATION.FINGERPRINT, mine.fingerprint())
                        .set(CONFIRMATION.ORDER_ID, mine.orderId())
                        .where(
                                CONFIRMATION.COOP_ID.eq(coop.code()),
                                CONFIRMATION.MEMBER_ID.eq(member),
                                CONFIRMATION.KEY.eq(mine.key()),
                                CONFIRMATION.ORDER_ID.eq(released))
                        .execute();
        if (changed != 1) {
            throw new IllegalStateException("no confirmation of that key");
        }
    }

    /**
     * Lets a key name an order that was there already, made for the same cart under another key.
     */
    void pointTo(CoopId coop, UUID member, String key, UUID orderId) {
        var changed =
                sql.update(CONFIRMATION)
                        .set(CONFIRMATION.ORDER_ID, orderId)
                        .where(
                                CONFIRMATION.COOP_ID.eq(coop.code()),
                                CONFIRMATION.MEMBER_ID.eq(member),
                                CONFIRMATION.KEY.eq(key))
                        .execute();
        if (changed != 1) {
            throw new IllegalStateException("no confirmation of that key");
        }
    }

    /** A key, what was asked for under it, and the order that came of it. */
    record Confirmation(String key, String fingerprint, UUID orderId) {}
}
