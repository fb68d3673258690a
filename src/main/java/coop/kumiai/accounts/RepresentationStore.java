package coop.kumiai.accounts;

import static coop.kumiai.accounts.db.Tables.ACCOUNT;
import static coop.kumiai.accounts.db.Tables.REPRESENTATION;

import static org.jooq.impl.DSL.select;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectOnConditionStep;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who may act for whom (代理). A row is given, accepted and ended, never changed otherwise. */
@Repository
class RepresentationStore {
    private static final String ACTIVE = "active";
    private final DSLContext sql;

    RepresentationStore(DSLContext sql) {
        this.sql = sql;
    }

    void insert(CoopId coop, Representation it, String reason) {
        var mandate = it.mandate();
        sql.insertInto(REPRESENTATION)
                .set(REPRESENTATION.COOP_ID, coop.code())
                .set(REPRESENTATION.REPRESENTATION_ID, it.representationId())
                .set(REPRESENTATION.ACCOUNT_ID, it.accountId())
                .set(REPRESENTATION.NAME, mandate.name())
                .set(REPRESENTATION.RELATION, mandate.relation().code())
                .set(REPRESENTATION.EMAIL, mandate.email().address())
                .set(REPRESENTATION.EMAIL_FOLDED, mandate.email().folded())
                .set(REPRESENTATION.ERRANDS, Errand.codes(mandate.errands()))
                .set(
                        REPRESENTATION.ORDER_LIMIT_YEN,
                        mandate.orderLimit().map(Yen::amount).orElse(null))
                .set(REPRESENTATION.UNTIL, mandate.until())
                .set(REPRESENTATION.PROOF_ID, it.proofId())
                .set(REPRESENTATION.INVITED_UNTIL, it.invitedUntil().atOffset(ZoneOffset.UTC))
                .set(REPRESENTATION.GRANTED_AT, it.grantedAt().atOffset(ZoneOffset.UTC))
                .set(REPRESENTATION.GRANTED_BY_STAFF, it.byStaff().orElse(null))
                .set(REPRESENTATION.REASON, reason)
                .execute();
    }

    Optional<Representation> find(CoopId coop, UUID representationId) {
        return all().where(is(coop, representationId)).fetchOptional(RepresentationStore::row);
    }

    Optional<Representation> ofProof(CoopId coop, UUID proofId) {
        return all().where(
                        REPRESENTATION.COOP_ID.eq(coop.code()), REPRESENTATION.PROOF_ID.eq(proofId))
                .fetchOptional(RepresentationStore::row);
    }

    /** All of a member, the newest first. */
    List<Representation> ofMember(CoopId coop, UUID accountId) {
        return newestFirst(
                all().where(
                                REPRESENTATION.COOP_ID.eq(coop.code()),
                                REPRESENTATION.ACCOUNT_ID.eq(accountId)));
    }

    /** All that somebody has accepted, the newest first. */
    List<Representation> ofRepresentative(CoopId coop, UUID accountId) {
        return newestFirst(
                all().where(
                                REPRESENTATION.COOP_ID.eq(coop.code()),
                                REPRESENTATION.REPRESENTATIVE_ID.eq(accountId)));
    }

    /** Invitations to an address that nobody has answered yet, the newest first. */
    List<Representation> invited(CoopId coop, EmailAddress email, Instant now) {
        return newestFirst(
                all().where(
                                REPRESENTATION.COOP_ID.eq(coop.code()),
                                REPRESENTATION.EMAIL_FOLDED.eq(email.folded()),
                                REPRESENTATION.ACCEPTED_AT.isNull(),
                                REPRESENTATION.ENDED_AT.isNull(),
                                REPRESENTATION.INVITED_UNTIL.gt(now.atOffset(ZoneOffset.UTC))));
    }

    /** Of all that a member's account gives out, one is given at a time. */
    void lockMember(CoopId coop, UUID accountId) {
        sql.selectOne()
                .from(ACCOUNT)
                .where(ACCOUNT.COOP_ID.eq(coop.code()), ACCOUNT.ACCOUNT_ID.eq(accountId))
                .forUpdate()
                .fetch();
    }

    /** While it goes on: accepted, not ended, not run out, and both accounts are open. */
    Optional<Representation> goingOn(
            CoopId coop, UUID representationId, UUID representative, LocalDate today) {
        return live(coop, representationId, representative, today)
                .fetchOptional(RepresentationStore::row);
    }

    /** The same, held against an end until this transaction is over. */
    Optional<Representation> hold(
            CoopId coop, UUID representationId, UUID representative, LocalDate today) {
        return live(coop, representationId, representative, today)
                .forShare()
                .of(REPRESENTATION)
                .fetchOptional(RepresentationStore::row);
    }

    private SelectConditionStep<Record> live(
            CoopId coop, UUID representationId, UUID representative, LocalDate today) {
        var other = ACCOUNT.as("representative");
        return all().where(is(coop, representationId))
                .and(REPRESENTATION.REPRESENTATIVE_ID.eq(representative))
                .and(REPRESENTATION.ENDED_AT.isNull())
                .and(REPRESENTATION.UNTIL.ge(today))
                .and(ACCOUNT.STATE.eq(ACTIVE))
                .andExists(
                        sql.selectOne()
                                .from(other)
                                .where(
                                        other.COOP_ID.eq(coop.code()),
                                        other.ACCOUNT_ID.eq(representative),
                                        other.STATE.eq(ACTIVE)));
    }

    /** False when it was ended or accepted meanwhile, or the same person represents already. */
    boolean accept(CoopId coop, UUID representationId, UUID representative, Instant now) {
        try {
            return sql.update(REPRESENTATION)
                            .set(REPRESENTATION.REPRESENTATIVE_ID, representative)
                            .set(
                                    REPRESENTATION.ACCEPTED_NAME,
                                    select(ACCOUNT.DISPLAY_NAME)
                                            .from(ACCOUNT)
                                            .where(
                                                    ACCOUNT.COOP_ID.eq(coop.code()),
                                                    ACCOUNT.ACCOUNT_ID.eq(representative)))
                            .set(REPRESENTATION.ACCEPTED_AT, now.atOffset(ZoneOffset.UTC))
                            .where(is(coop, representationId))
                            .and(REPRESENTATION.ACCEPTED_AT.isNull())
                            .and(REPRESENTATION.ENDED_AT.isNull())
                            .execute()
                    == 1;
        } catch (DuplicateKeyException twice) {
            return false;
        }
    }

    /** False when it had ended before. */
    boolean end(CoopId coop, UUID representationId, UUID by, Instant now) {
        return sql.update(REPRESENTATION)
                        .set(REPRESENTATION.ENDED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(REPRESENTATION.ENDED_BY, by)
                        .where(is(coop, representationId))
                        .and(REPRESENTATION.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    /** What an account gives or has taken and that nobody has ended. */
    List<Representation> standingOf(CoopId coop, UUID accountId) {
        return newestFirst(
                all().where(
                                REPRESENTATION.COOP_ID.eq(coop.code()),
                                REPRESENTATION
                                        .ACCOUNT_ID
                                        .eq(accountId)
                                        .or(REPRESENTATION.REPRESENTATIVE_ID.eq(accountId)),
                                REPRESENTATION.ENDED_AT.isNull()));
    }

    private SelectOnConditionStep<Record> all() {
        return sql.select(REPRESENTATION.fields())
                .select(ACCOUNT.DISPLAY_NAME)
                .from(REPRESENTATION)
                .join(ACCOUNT)
                .on(
                        ACCOUNT.COOP_ID.eq(REPRESENTATION.COOP_ID),
                        ACCOUNT.ACCOUNT_ID.eq(REPRESENTATION.ACCOUNT_ID));
    }

    private static List<Representation> newestFirst(SelectConditionStep<Record> found) {
        return found.orderBy(REPRESENTATION.REPRESENTATION_ID.desc())
                .fetch(RepresentationStore::row);
    }

    private static Condition is(CoopId coop, UUID representationId) {
        return REPRESENTATION
                .COOP_ID
                .eq(coop.code())
                .and(REPRESENTATION.REPRESENTATION_ID.eq(representationId));
    }

    private static Representation row(Record found) {
        var row = found.into(REPRESENTATION);
        return new Representation(
                row.getRepresentationId(),
                row.getAccountId(),
                found.get(ACCOUNT.DISPLAY_NAME),
                new Mandate(
                        row.getName(),
                        Relation.of(row.getRelation()),
                        new EmailAddress(row.getEmail()),
                        Errand.ofCodes(row.getErrands()),
                        Optional.ofNullable(row.getOrderLimitYen()).map(Yen::of),
                        row.getUntil()),
                row.getProofId(),
                row.getGrantedAt().toInstant(),
                row.getInvitedUntil().toInstant(),
                Optional.ofNullable(row.getGrantedByStaff()),
                Optional.ofNullable(row.getRepresentativeId()),
                row.getAcceptedName(),
                Optional.ofNullable(row.getEndedAt()).map(OffsetDateTime::toInstant));
    }
}
