package coop.kumiai.accounts;

import static coop.kumiai.accounts.db.Tables.MAIL_PROOF;

import coop.kumiai.accounts.db.tables.records.MailProofRecord;
import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Mails that prove an address. */
@Repository
class MailProofStore {
    private final DSLContext sql;

    MailProofStore(DSLContext sql) {
        this.sql = sql;
    }

    void insert(CoopId coop, MailProof proof) {
        sql.insertInto(MAIL_PROOF)
                .set(MAIL_PROOF.COOP_ID, coop.code())
                .set(MAIL_PROOF.PROOF_ID, proof.proofId())
                .set(MAIL_PROOF.PURPOSE, proof.purpose().code())
                .set(MAIL_PROOF.EMAIL, proof.email().address())
                .set(MAIL_PROOF.EMAIL_FOLDED, proof.email().folded())
                .set(MAIL_PROOF.ACCOUNT_ID, proof.accountId().orElse(null))
                .set(MAIL_PROOF.CREATED_AT, proof.createdAt().atOffset(ZoneOffset.UTC))
                .set(MAIL_PROOF.EXPIRES_AT, proof.expiresAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<MailProof> find(CoopId coop, UUID proofId) {
        return sql.selectFrom(MAIL_PROOF)
                .where(MAIL_PROOF.COOP_ID.eq(coop.code()), MAIL_PROOF.PROOF_ID.eq(proofId))
                .fetchOptional(MailProofStore::proof);
    }

    /** Counts a try of the code before it is compared; empty when no try is left. */
    boolean countCodeTry(CoopId coop, UUID proofId, int most) {
        return sql.update(MAIL_PROOF)
                        .set(MAIL_PROOF.CODE_TRIES, MAIL_PROOF.CODE_TRIES.plus(1))
                        .where(
                                MAIL_PROOF.COOP_ID.eq(coop.code()),
                                MAIL_PROOF.PROOF_ID.eq(proofId),
                                MAIL_PROOF.CODE_TRIES.lt(most))
                        .execute()
                == 1;
    }

    /** A right code was no try. */
    void forgiveCodeTry(CoopId coop, UUID proofId) {
        sql.update(MAIL_PROOF)
                .set(MAIL_PROOF.CODE_TRIES, MAIL_PROOF.CODE_TRIES.minus(1))
                .where(
                        MAIL_PROOF.COOP_ID.eq(coop.code()),
                        MAIL_PROOF.PROOF_ID.eq(proofId),
                        MAIL_PROOF.CODE_TRIES.gt(0))
                .execute();
    }

    /** Takes the single use; false when somebody was faster or it has expired. */
    boolean use(CoopId coop, UUID proofId, Instant now) {
        lockAllOfTheAddress(coop, proofId);
        var moment = now.atOffset(ZoneOffset.UTC);
        return sql.update(MAIL_PROOF)
                        .set(MAIL_PROOF.USED_AT, moment)
                        .where(
                                MAIL_PROOF.COOP_ID.eq(coop.code()),
                                MAIL_PROOF.PROOF_ID.eq(proofId),
                                MAIL_PROOF.USED_AT.isNull(),
                                MAIL_PROOF.EXPIRES_AT.gt(moment))
                        .execute()
                == 1;
    }

    /** In one order, so that two who use two mails of one address wait and do not deadlock. */
    private void lockAllOfTheAddress(CoopId coop, UUID proofId) {
        var other = MAIL_PROOF.as("other");
        sql.select(MAIL_PROOF.PROOF_ID)
                .from(MAIL_PROOF)
                .where(
                        MAIL_PROOF.COOP_ID.eq(coop.code()),
                        MAIL_PROOF.EMAIL_FOLDED.eq(
                                sql.select(other.EMAIL_FOLDED)
                                        .from(other)
                                        .where(
                                                other.COOP_ID.eq(coop.code()),
                                                other.PROOF_ID.eq(proofId))))
                .orderBy(MAIL_PROOF.PROOF_ID)
                .forUpdate()
                .of(MAIL_PROOF)
                .fetch();
    }

    /** Every other mail of this address for the same purpose is void from now on. */
    void useOthers(CoopId coop, MailProof used, Instant now) {
        sql.update(MAIL_PROOF)
                .set(MAIL_PROOF.USED_AT, now.atOffset(ZoneOffset.UTC))
                .where(
                        MAIL_PROOF.COOP_ID.eq(coop.code()),
                        MAIL_PROOF.PURPOSE.eq(used.purpose().code()),
                        MAIL_PROOF.EMAIL_FOLDED.eq(used.email().folded()),
                        MAIL_PROOF.USED_AT.isNull())
                .execute();
    }

    /** The mails of an account that still open something, the newest first. */
    List<MailProof> openOf(CoopId coop, UUID accountId, MailProof.Purpose purpose, Instant now) {
        return sql.selectFrom(MAIL_PROOF)
                .where(
                        MAIL_PROOF.COOP_ID.eq(coop.code()),
                        MAIL_PROOF.ACCOUNT_ID.eq(accountId),
                        MAIL_PROOF.PURPOSE.eq(purpose.code()),
                        MAIL_PROOF.USED_AT.isNull(),
                        MAIL_PROOF.EXPIRES_AT.gt(now.atOffset(ZoneOffset.UTC)))
                .orderBy(MAIL_PROOF.PROOF_ID.desc())
                .fetch(MailProofStore::proof);
    }

    /** Whatever was mailed for an account to this purpose opens nothing from now on. */
    void useAllOf(CoopId coop, UUID accountId, MailProof.Purpose purpose, Instant now) {
        sql.update(MAIL_PROOF)
                .set(MAIL_PROOF.USED_AT, now.atOffset(ZoneOffset.UTC))
                .where(
                        MAIL_PROOF.COOP_ID.eq(coop.code()),
                        MAIL_PROOF.ACCOUNT_ID.eq(accountId),
                        MAIL_PROOF.PURPOSE.eq(purpose.code()),
                        MAIL_PROOF.USED_AT.isNull())
                .execute();
    }

    void deleteOf(CoopId coop, UUID accountId) {
        sql.deleteFrom(MAIL_PROOF)
                .where(MAIL_PROOF.COOP_ID.eq(coop.code()), MAIL_PROOF.ACCOUNT_ID.eq(accountId))
                .execute();
    }

    /** All co-ops': a job of the whole installation. */
    void deleteExpiredBefore(Instant moment) {
        sql.deleteFrom(MAIL_PROOF)
                .where(MAIL_PROOF.EXPIRES_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private static MailProof proof(MailProofRecord row) {
        return new MailProof(
                row.getProofId(),
                MailProof.Purpose.of(row.getPurpose()),
                new EmailAddress(row.getEmail()),
                Optional.ofNullable(row.getAccountId()),
                row.getCreatedAt().toInstant(),
                row.getExpiresAt().toInstant(),
                row.getCodeTries(),
                row.getUsedAt() != null);
    }
}
