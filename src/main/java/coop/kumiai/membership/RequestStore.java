package coop.kumiai.membership;

import static coop.kumiai.membership.db.Tables.REQUEST;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.membership.MemberRequest.Kind;
import coop.kumiai.membership.MemberRequest.State;
import coop.kumiai.membership.db.tables.records.RequestRecord;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests and inquiries of members. */
@Repository
class RequestStore {
    private static final int MOST_SHOWN = 200;
    private final DSLContext sql;

    RequestStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Sent again by the same form, it stays the one that it was. */
    void insert(CoopId coop, MemberRequest request, String requestKey) {
        sql.insertInto(REQUEST)
                .set(REQUEST.COOP_ID, coop.code())
                .set(REQUEST.REQUEST_ID, request.requestId())
                .set(REQUEST.MEMBER_ID, request.memberId())
                .set(REQUEST.REQUEST_KEY, request.memberId() + ":" + requestKey)
                .set(REQUEST.KIND, request.kind().code())
                .set(REQUEST.BODY, request.body())
                .set(REQUEST.STATE, request.state().code())
                .set(REQUEST.RECEIVED_AT, request.receivedAt().atOffset(ZoneOffset.UTC))
                .onConflict(REQUEST.COOP_ID, REQUEST.REQUEST_KEY)
                .doNothing()
                .execute();
    }

    Optional<MemberRequest> find(CoopId coop, UUID requestId) {
        return sql.selectFrom(REQUEST)
                .where(REQUEST.COOP_ID.eq(coop.code()), REQUEST.REQUEST_ID.eq(requestId))
                .fetchOptional(RequestStore::request);
    }

    /** Of a member, the newest first. */
    List<MemberRequest> of(CoopId coop, UUID memberId) {
        return sql.selectFrom(REQUEST)
                .where(REQUEST.COOP_ID.eq(coop.code()), REQUEST.MEMBER_ID.eq(memberId))
                .orderBy(REQUEST.RECEIVED_AT.desc(), REQUEST.REQUEST_ID.desc())
                .limit(MOST_SHOWN)
                .fetch(RequestStore::request);
    }

    /** Those that wait for staff, the oldest first. */
    List<MemberRequest> waiting(CoopId coop) {
        return sql.selectFrom(REQUEST)
                .where(
                        REQUEST.COOP_ID.eq(coop.code()),
                        REQUEST.STATE.in(State.RECEIVED.code(), State.WORKING.code()))
                .orderBy(REQUEST.RECEIVED_AT, REQUEST.REQUEST_ID)
                .limit(MOST_SHOWN)
                .fetch(RequestStore::request);
    }

    /** False when it was finished meanwhile. */
    boolean handle(
            CoopId coop, UUID requestId, State state, String answer, UUID staff, Instant now) {
        return sql.update(REQUEST)
                        .set(REQUEST.STATE, state.code())
                        .set(REQUEST.ANSWER, answer)
                        .set(REQUEST.HANDLED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(REQUEST.HANDLED_BY, staff)
                        .where(
                                REQUEST.COOP_ID.eq(coop.code()),
                                REQUEST.REQUEST_ID.eq(requestId),
                                REQUEST.STATE.in(State.RECEIVED.code(), State.WORKING.code()))
                        .execute()
                == 1;
    }

    private static MemberRequest request(RequestRecord row) {
        return new MemberRequest(
                row.getRequestId(),
                row.getMemberId(),
                Kind.of(row.getKind()),
                row.getBody(),
                State.of(row.getState()),
                row.getAnswer(),
                row.getReceivedAt().toInstant(),
                Optional.ofNullable(row.getHandledAt()).map(OffsetDateTime::toInstant));
    }
}
