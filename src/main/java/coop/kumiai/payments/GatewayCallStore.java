package coop.kumiai.payments;

import static coop.kumiai.payments.db.Tables.GATEWAY_CALL;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** What was asked of the processor, and what it answered. */
@Repository
class GatewayCallStore {
    private static final int MOST_CHARACTERS = 4000;
    private static final int LEAST_REFUSAL = 400;
    private final DSLContext sql;

    GatewayCallStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A call as it goes out.
     *
     * @param key the same for one that is asked again
     * @param hash of all that it asks for
     */
    record Call(UUID id, UUID key, String subject, String path, String hash) {}

    /** How often the processor has refused exactly this. */
    int refusals(CoopId coop, String subject, String hash) {
        return sql.fetchCount(
                GATEWAY_CALL,
                GATEWAY_CALL.COOP_ID.eq(coop.code()),
                GATEWAY_CALL.SUBJECT.eq(subject),
                GATEWAY_CALL.REQUEST_HASH.eq(hash),
                GATEWAY_CALL.HTTP_STATUS.ge(LEAST_REFUSAL));
    }

    /** Written before the call goes out: a call that nobody knows of cannot happen. */
    void sent(CoopId coop, Call call, Instant at) {
        sql.insertInto(GATEWAY_CALL)
                .set(GATEWAY_CALL.COOP_ID, coop.code())
                .set(GATEWAY_CALL.CALL_ID, call.id())
                .set(GATEWAY_CALL.IDEMPOTENCY_KEY, call.key())
                .set(GATEWAY_CALL.SUBJECT, call.subject())
                .set(GATEWAY_CALL.PATH, call.path())
                .set(GATEWAY_CALL.REQUEST_HASH, call.hash())
                .set(GATEWAY_CALL.STATE, "sent")
                .set(GATEWAY_CALL.SENT_AT, at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void answered(CoopId coop, UUID callId, int status, String answer, Instant at) {
        var kept = answer.substring(0, Math.min(MOST_CHARACTERS, answer.length()));
        requireOne(
                sql.update(GATEWAY_CALL)
                        .set(GATEWAY_CALL.STATE, "answered")
                        .set(GATEWAY_CALL.HTTP_STATUS, status)
                        .set(GATEWAY_CALL.ANSWER, kept)
                        .set(GATEWAY_CALL.ANSWERED_AT, at.atOffset(ZoneOffset.UTC))
                        .where(GATEWAY_CALL.COOP_ID.eq(coop.code()))
                        .and(GATEWAY_CALL.CALL_ID.eq(callId))
                        .execute());
    }

    void unknown(CoopId coop, UUID callId) {
        requireOne(
                sql.update(GATEWAY_CALL)
                        .set(GATEWAY_CALL.STATE, "unknown")
                        .where(GATEWAY_CALL.COOP_ID.eq(coop.code()))
                        .and(GATEWAY_CALL.CALL_ID.eq(callId))
                        .execute());
    }

    private static void requireOne(int changed) {
        if (changed != 1) {
            throw new IllegalStateException(changed + " calls changed instead of one");
        }
    }
}
