package coop.kumiai.members;

import static coop.kumiai.members.db.Tables.CLAIM_DECISION;
import static coop.kumiai.members.db.Tables.MEMBER;

import coop.kumiai.kernel.CoopId;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Claimed member codes and what was decided about them. */
@Repository
class ClaimStore {
    private static final int MOST_SHOWN = 200;
    private final DSLContext sql;

    ClaimStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Those that wait for a decision, the oldest first; more are shown once these are decided. */
    List<Claim> open(CoopId coop) {
        return select(coop, CLAIM_DECISION.MEMBER_ID.isNull())
                .orderBy(MEMBER.REGISTERED_AT, MEMBER.MEMBER_ID)
                .limit(MOST_SHOWN)
                .fetch(ClaimStore::claim);
    }

    Optional<Claim> find(CoopId coop, UUID memberId) {
        return select(coop, MEMBER.MEMBER_ID.eq(memberId)).fetchOptional(ClaimStore::claim);
    }

    /** Who bears a member code. */
    Optional<Member> holder(CoopId coop, MemberCode code) {
        return sql.selectFrom(MEMBER)
                .where(MEMBER.COOP_ID.eq(coop.code()), MEMBER.MEMBER_CODE.eq(code.digits()))
                .fetchOptional(MemberStore::member);
    }

    void decide(CoopId coop, UUID memberId, Claim.Decision decision, UUID by) {
        sql.insertInto(CLAIM_DECISION)
                .set(CLAIM_DECISION.COOP_ID, coop.code())
                .set(CLAIM_DECISION.MEMBER_ID, memberId)
                .set(CLAIM_DECISION.CONFIRMED, decision.confirmed())
                .set(CLAIM_DECISION.REASON, decision.reason())
                .set(CLAIM_DECISION.DECIDED_BY, by)
                .set(CLAIM_DECISION.DECIDED_AT, decision.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Nobody else decides about this code meanwhile: all who claim it wait. */
    void lockClaimants(CoopId coop, MemberCode code) {
        sql.select(MEMBER.MEMBER_ID)
                .from(MEMBER)
                .where(MEMBER.COOP_ID.eq(coop.code()), MEMBER.CLAIMED_CODE.eq(code.digits()))
                .orderBy(MEMBER.MEMBER_ID)
                .forUpdate()
                .fetch();
    }

    /** The claimed code becomes the member's own. */
    void join(CoopId coop, UUID memberId, Instant now) {
        var rows =
                sql.update(MEMBER)
                        .set(MEMBER.STATE, "joined")
                        .set(MEMBER.MEMBER_CODE, MEMBER.CLAIMED_CODE)
                        .set(MEMBER.JOINED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(
                                MEMBER.COOP_ID.eq(coop.code()),
                                MEMBER.MEMBER_ID.eq(memberId),
                                MEMBER.CLAIMED_CODE.isNotNull(),
                                MEMBER.STATE.eq("applied"))
                        .execute();
        if (rows != 1) {
            throw new IllegalStateException("a member did not join");
        }
    }

    private SelectConditionStep<? extends Record> select(CoopId coop, Condition condition) {
        return sql.select(MEMBER.fields())
                .select(CLAIM_DECISION.CONFIRMED, CLAIM_DECISION.REASON, CLAIM_DECISION.DECIDED_AT)
                .from(MEMBER)
                .leftJoin(CLAIM_DECISION)
                .on(
                        CLAIM_DECISION.COOP_ID.eq(MEMBER.COOP_ID),
                        CLAIM_DECISION.MEMBER_ID.eq(MEMBER.MEMBER_ID))
                .where(MEMBER.COOP_ID.eq(coop.code()), MEMBER.CLAIMED_CODE.isNotNull(), condition);
    }

    private static Claim claim(Record row) {
        return new Claim(
                MemberStore.member(row.into(MEMBER)),
                new MemberCode(row.get(MEMBER.CLAIMED_CODE)),
                row.get(MEMBER.REGISTERED_AT).toInstant(),
                row.get(CLAIM_DECISION.CONFIRMED) == null
                        ? Optional.empty()
                        : Optional.of(
                                new Claim.Decision(
                                        row.get(CLAIM_DECISION.CONFIRMED),
                                        row.get(CLAIM_DECISION.REASON),
                                        row.get(CLAIM_DECISION.DECIDED_AT).toInstant())));
    }
}
