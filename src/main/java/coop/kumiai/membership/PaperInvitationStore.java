package coop.kumiai.membership;

import static coop.kumiai.membership.db.Tables.PAPER_INVITATION;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Invitations on paper: one for each member, the latest. */
@Repository
class PaperInvitationStore {
    private final DSLContext sql;

    PaperInvitationStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A new one, unless the member's is still good. */
    void issue(CoopId coop, PaperInvitation it, UUID staff, Instant now, int mostTries) {
        var moment = now.atOffset(ZoneOffset.UTC);
        sql.insertInto(PAPER_INVITATION)
                .set(PAPER_INVITATION.COOP_ID, coop.code())
                .set(PAPER_INVITATION.MEMBER_ID, it.memberId())
                .set(PAPER_INVITATION.PAPER_ID, it.paperId())
                .set(PAPER_INVITATION.ISSUED_BY, staff)
                .set(PAPER_INVITATION.ISSUED_AT, moment)
                .set(PAPER_INVITATION.EXPIRES_AT, it.expiresAt().atOffset(ZoneOffset.UTC))
                .onConflict(PAPER_INVITATION.COOP_ID, PAPER_INVITATION.MEMBER_ID)
                .doUpdate()
                .set(PAPER_INVITATION.PAPER_ID, excluded(PAPER_INVITATION.PAPER_ID))
                .set(PAPER_INVITATION.ISSUED_BY, excluded(PAPER_INVITATION.ISSUED_BY))
                .set(PAPER_INVITATION.ISSUED_AT, excluded(PAPER_INVITATION.ISSUED_AT))
                .set(PAPER_INVITATION.EXPIRES_AT, excluded(PAPER_INVITATION.EXPIRES_AT))
                .set(PAPER_INVITATION.TRIES, 0)
                .where(
                        PAPER_INVITATION
                                .EXPIRES_AT
                                .le(moment)
                                .or(PAPER_INVITATION.TRIES.ge(mostTries)))
                .execute();
    }

    Map<UUID, PaperInvitation> of(CoopId coop, Collection<UUID> memberIds) {
        return sql.selectFrom(PAPER_INVITATION)
                .where(
                        PAPER_INVITATION.COOP_ID.eq(coop.code()),
                        PAPER_INVITATION.MEMBER_ID.eq(any(memberIds.toArray(UUID[]::new))))
                .fetchMap(
                        PAPER_INVITATION.MEMBER_ID,
                        row ->
                                new PaperInvitation(
                                        row.getMemberId(),
                                        row.getPaperId(),
                                        row.getExpiresAt().toInstant()));
    }

    /** Counts a try before the code is compared; empty when none is good or no try is left. */
    Optional<UUID> tryOnce(CoopId coop, UUID memberId, Instant now, int mostTries) {
        return sql.update(PAPER_INVITATION)
                .set(PAPER_INVITATION.TRIES, PAPER_INVITATION.TRIES.plus(1))
                .where(
                        PAPER_INVITATION.COOP_ID.eq(coop.code()),
                        PAPER_INVITATION.MEMBER_ID.eq(memberId),
                        PAPER_INVITATION.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)),
                        PAPER_INVITATION.TRIES.lt(mostTries))
                .returning(PAPER_INVITATION.PAPER_ID)
                .fetchOptional(PAPER_INVITATION.PAPER_ID);
    }

    /** It has served: the member has My Page. */
    void delete(CoopId coop, UUID memberId) {
        sql.deleteFrom(PAPER_INVITATION)
                .where(
                        PAPER_INVITATION.COOP_ID.eq(coop.code()),
                        PAPER_INVITATION.MEMBER_ID.eq(memberId))
                .execute();
    }
}
