package coop.kumiai.membership;

import static coop.kumiai.membership.db.Tables.INVITATION;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import coop.kumiai.accounts.EmailAddress;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.membership.db.tables.records.InvitationRecord;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Invitations to My Page; their links are kept hashed. */
@Repository
class InvitationStore {
    private final DSLContext sql;

    InvitationStore(DSLContext sql) {
        this.sql = sql;
    }

    void insert(CoopId coop, UUID invitationId, UUID memberId, String email, Instant now) {
        sql.insertInto(INVITATION)
                .set(INVITATION.COOP_ID, coop.code())
                .set(INVITATION.INVITATION_ID, invitationId)
                .set(INVITATION.MEMBER_ID, memberId)
                .set(INVITATION.EMAIL, email)
                .set(INVITATION.ASKED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<Invitation> find(CoopId coop, UUID invitationId) {
        return sql.selectFrom(INVITATION)
                .where(
                        INVITATION.COOP_ID.eq(coop.code()),
                        INVITATION.INVITATION_ID.eq(invitationId))
                .fetchOptional(InvitationStore::invitation);
    }

    /** Holds it until the transaction ends: of two registrations by one link, one waits. */
    Optional<Invitation> lockByToken(CoopId coop, String tokenHash) {
        return sql.selectFrom(INVITATION)
                .where(INVITATION.COOP_ID.eq(coop.code()), INVITATION.TOKEN_HASH.eq(tokenHash))
                .forUpdate()
                .fetchOptional(InvitationStore::invitation);
    }

    List<Invitation> of(CoopId coop, UUID memberId) {
        return sql.selectFrom(INVITATION)
                .where(INVITATION.COOP_ID.eq(coop.code()), INVITATION.MEMBER_ID.eq(memberId))
                .orderBy(INVITATION.ASKED_AT.desc(), INVITATION.INVITATION_ID.desc())
                .fetch(InvitationStore::invitation);
    }

    /**
     * Members whose last invitation went to an address: one that was corrected since leads nowhere.
     */
    List<UUID> membersOf(CoopId coop, EmailAddress email) {
        var later = INVITATION.as("later");
        return sql.selectDistinct(INVITATION.MEMBER_ID)
                .from(INVITATION)
                .where(
                        INVITATION.COOP_ID.eq(coop.code()),
                        lower(INVITATION.EMAIL).eq(email.folded()),
                        notExists(
                                selectOne()
                                        .from(later)
                                        .where(
                                                later.COOP_ID.eq(INVITATION.COOP_ID),
                                                later.MEMBER_ID.eq(INVITATION.MEMBER_ID),
                                                later.ASKED_AT.gt(INVITATION.ASKED_AT))))
                .fetch(INVITATION.MEMBER_ID);
    }

    /** Wrong birth dates at a member's invitations since a moment, whichever of them. */
    int wrongTries(CoopId coop, UUID memberId, Instant since) {
        return of(coop, memberId).stream()
                .filter(it -> it.askedAt().isAfter(since))
                .mapToInt(Invitation::wrongTries)
                .sum();
    }

    void write(CoopId coop, UUID invitationId, String tokenHash, Instant expiresAt) {
        requireOne(
                sql.update(INVITATION)
                        .set(INVITATION.TOKEN_HASH, tokenHash)
                        .set(INVITATION.EXPIRES_AT, expiresAt.atOffset(ZoneOffset.UTC))
                        .where(
                                INVITATION.COOP_ID.eq(coop.code()),
                                INVITATION.INVITATION_ID.eq(invitationId),
                                INVITATION.USED_AT.isNull())
                        .execute());
    }

    void countWrongTry(CoopId coop, UUID invitationId) {
        requireOne(
                sql.update(INVITATION)
                        .set(INVITATION.WRONG_TRIES, INVITATION.WRONG_TRIES.plus(1))
                        .where(
                                INVITATION.COOP_ID.eq(coop.code()),
                                INVITATION.INVITATION_ID.eq(invitationId))
                        .execute());
    }

    void use(CoopId coop, UUID invitationId, Instant now) {
        requireOne(
                sql.update(INVITATION)
                        .set(INVITATION.USED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(
                                INVITATION.COOP_ID.eq(coop.code()),
                                INVITATION.INVITATION_ID.eq(invitationId),
                                INVITATION.USED_AT.isNull())
                        .execute());
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("an invitation did not change");
        }
    }

    private static Invitation invitation(InvitationRecord row) {
        return new Invitation(
                row.getInvitationId(),
                row.getMemberId(),
                row.getEmail(),
                row.getAskedAt().toInstant(),
                Optional.ofNullable(row.getExpiresAt()).map(OffsetDateTime::toInstant),
                row.getWrongTries(),
                Optional.ofNullable(row.getUsedAt()).map(OffsetDateTime::toInstant));
    }
}
