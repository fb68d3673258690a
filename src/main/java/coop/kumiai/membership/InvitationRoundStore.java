package coop.kumiai.membership;

import static coop.kumiai.membership.db.Tables.APPLICATION;
import static coop.kumiai.membership.db.Tables.INVITATION;
import static coop.kumiai.membership.db.Tables.INVITATION_ROUND;

import static org.jooq.impl.DSL.any;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.membership.db.tables.records.InvitationRoundRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rounds of invitations, and what is known of those whom they would reach. */
@Repository
class InvitationRoundStore {
    private final DSLContext sql;

    InvitationRoundStore(DSLContext sql) {
        this.sql = sql;
    }

    /** False when one is under way. */
    boolean begin(CoopId coop, UUID roundId, UUID staff, int toDo, Instant now) {
        return sql.insertInto(INVITATION_ROUND)
                        .set(INVITATION_ROUND.COOP_ID, coop.code())
                        .set(INVITATION_ROUND.ROUND_ID, roundId)
                        .set(INVITATION_ROUND.BEGUN_BY, staff)
                        .set(INVITATION_ROUND.BEGUN_AT, now.atOffset(ZoneOffset.UTC))
                        .set(INVITATION_ROUND.TO_DO, toDo)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<InvitationRound> latest(CoopId coop) {
        return sql.selectFrom(INVITATION_ROUND)
                .where(INVITATION_ROUND.COOP_ID.eq(coop.code()))
                .orderBy(INVITATION_ROUND.BEGUN_AT.desc(), INVITATION_ROUND.ROUND_ID.desc())
                .limit(1)
                .fetchOptional(InvitationRoundStore::round);
    }

    /** The one under way, held until the transaction ends. */
    Optional<InvitationRound> lockOpen(CoopId coop) {
        return sql.selectFrom(INVITATION_ROUND)
                .where(INVITATION_ROUND.COOP_ID.eq(coop.code()), INVITATION_ROUND.DONE_AT.isNull())
                .forUpdate()
                .fetchOptional(InvitationRoundStore::round);
    }

    void note(CoopId coop, UUID roundId, UUID until, int lookedAt, int mailed) {
        requireOne(
                sql.update(INVITATION_ROUND)
                        .set(INVITATION_ROUND.UNTIL_MEMBER, until)
                        .set(INVITATION_ROUND.LOOKED_AT, INVITATION_ROUND.LOOKED_AT.plus(lookedAt))
                        .set(INVITATION_ROUND.MAILED, INVITATION_ROUND.MAILED.plus(mailed))
                        .where(is(coop, roundId))
                        .execute());
    }

    void finish(CoopId coop, UUID roundId, Instant now) {
        requireOne(
                sql.update(INVITATION_ROUND)
                        .set(INVITATION_ROUND.DONE_AT, now.atOffset(ZoneOffset.UTC))
                        .where(is(coop, roundId), INVITATION_ROUND.DONE_AT.isNull())
                        .execute());
    }

    /** Who of these was invited since a moment. */
    Set<UUID> invitedSince(CoopId coop, Collection<UUID> memberIds, Instant since) {
        return new HashSet<>(
                sql.selectDistinct(INVITATION.MEMBER_ID)
                        .from(INVITATION)
                        .where(
                                INVITATION.COOP_ID.eq(coop.code()),
                                INVITATION.MEMBER_ID.eq(any(memberIds.toArray(UUID[]::new))),
                                INVITATION.ASKED_AT.gt(since.atOffset(ZoneOffset.UTC)))
                        .fetch(INVITATION.MEMBER_ID));
    }

    /** Their addresses: that of the latest invitation, or of the application to join. */
    Map<UUID, String> emails(CoopId coop, Collection<UUID> memberIds) {
        var ids = memberIds.toArray(UUID[]::new);
        var emails = new HashMap<UUID, String>();
        sql.select(APPLICATION.MEMBER_ID, APPLICATION.EMAIL)
                .from(APPLICATION)
                .where(
                        APPLICATION.COOP_ID.eq(coop.code()),
                        APPLICATION.MEMBER_ID.eq(any(ids)),
                        APPLICATION.EMAIL.ne(""))
                .forEach(row -> emails.put(row.value1(), row.value2()));
        sql.select(INVITATION.MEMBER_ID, INVITATION.EMAIL)
                .from(INVITATION)
                .where(INVITATION.COOP_ID.eq(coop.code()), INVITATION.MEMBER_ID.eq(any(ids)))
                .orderBy(INVITATION.ASKED_AT, INVITATION.INVITATION_ID)
                .forEach(row -> emails.put(row.value1(), row.value2()));
        return emails;
    }

    private static Condition is(CoopId coop, UUID roundId) {
        return INVITATION_ROUND.COOP_ID.eq(coop.code()).and(INVITATION_ROUND.ROUND_ID.eq(roundId));
    }

    private static InvitationRound round(InvitationRoundRecord row) {
        return new InvitationRound(
                row.getRoundId(),
                row.getBegunBy(),
                row.getBegunAt().toInstant(),
                row.getToDo(),
                row.getLookedAt(),
                row.getMailed(),
                Optional.ofNullable(row.getUntilMember()),
                Optional.ofNullable(row.getDoneAt()).map(OffsetDateTime::toInstant));
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("a round of invitations did not change");
        }
    }
}
