package coop.kumiai.membership;

import static coop.kumiai.membership.db.Tables.LEAVING;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.membership.Leaving.Ground;
import coop.kumiai.membership.Leaving.Step;
import coop.kumiai.membership.db.tables.records.LeavingRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Notices to leave; one of a member stands at a time. */
@Repository
class LeavingStore {
    private final DSLContext sql;

    LeavingStore(DSLContext sql) {
        this.sql = sql;
    }

    /** False when a notice of this member stands already. */
    boolean insert(CoopId coop, Leaving leaving, Instant now) {
        return sql.insertInto(LEAVING)
                        .set(LEAVING.COOP_ID, coop.code())
                        .set(LEAVING.LEAVING_ID, leaving.leavingId())
                        .set(LEAVING.MEMBER_ID, leaving.memberId())
                        .set(LEAVING.GROUND, leaving.ground().code())
                        .set(LEAVING.NOTICED_ON, leaving.noticedOn())
                        .set(LEAVING.EFFECTIVE_ON, leaving.effectiveOn())
                        .set(LEAVING.TAKEN_BY, leaving.takenBy())
                        .set(LEAVING.TAKEN_AT, now.atOffset(ZoneOffset.UTC))
                        .set(LEAVING.NOTE, leaving.note())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** The notice of a member that stands. */
    Optional<Leaving> of(CoopId coop, UUID memberId) {
        return sql.selectFrom(LEAVING)
                .where(
                        LEAVING.COOP_ID.eq(coop.code()),
                        LEAVING.MEMBER_ID.eq(memberId),
                        LEAVING.WITHDRAWN_AT.isNull())
                .fetchOptional(LeavingStore::leaving);
    }

    /** Notices whose day has come to its end, and which still wait. */
    List<Leaving> endedBefore(CoopId coop, LocalDate today) {
        return list(coop, LEAVING.EFFECTIVE_ON.lt(today).and(LEAVING.EFFECTED_AT.isNull()));
    }

    /** All that are not paid back yet, the nearest first. */
    List<Leaving> underWay(CoopId coop) {
        return list(coop, LEAVING.PAID_BACK_AT.isNull());
    }

    void withdraw(CoopId coop, UUID leavingId, Instant now) {
        mark(coop, leavingId, LEAVING.WITHDRAWN_AT, LEAVING.EFFECTED_AT.isNull(), now);
    }

    void effect(CoopId coop, UUID leavingId, Instant now) {
        mark(coop, leavingId, LEAVING.EFFECTED_AT, LEAVING.WITHDRAWN_AT.isNull(), now);
    }

    void payBack(CoopId coop, UUID leavingId, Instant now) {
        mark(coop, leavingId, LEAVING.PAID_BACK_AT, LEAVING.EFFECTED_AT.isNotNull(), now);
    }

    private void mark(
            CoopId coop,
            UUID leavingId,
            TableField<LeavingRecord, OffsetDateTime> at,
            Condition condition,
            Instant now) {
        var rows =
                sql.update(LEAVING)
                        .set(at, now.atOffset(ZoneOffset.UTC))
                        .where(
                                LEAVING.COOP_ID.eq(coop.code()),
                                LEAVING.LEAVING_ID.eq(leavingId),
                                at.isNull(),
                                condition)
                        .execute();
        if (rows != 1) {
            throw new IllegalStateException("a leaving did not change");
        }
    }

    private List<Leaving> list(CoopId coop, Condition condition) {
        return sql.selectFrom(LEAVING)
                .where(LEAVING.COOP_ID.eq(coop.code()), LEAVING.WITHDRAWN_AT.isNull(), condition)
                .orderBy(LEAVING.EFFECTIVE_ON, LEAVING.LEAVING_ID)
                .fetch(LeavingStore::leaving);
    }

    private static Leaving leaving(LeavingRecord row) {
        return new Leaving(
                row.getLeavingId(),
                row.getMemberId(),
                Ground.of(row.getGround()),
                row.getNoticedOn(),
                row.getEffectiveOn(),
                row.getTakenBy(),
                row.getNote(),
                step(row));
    }

    private static Step step(LeavingRecord row) {
        if (row.getPaidBackAt() != null) {
            return Step.PAID_BACK;
        }
        return row.getEffectedAt() != null ? Step.EFFECTED : Step.NOTICED;
    }
}
