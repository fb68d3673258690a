package coop.kumiai.newsletters;

import static coop.kumiai.newsletters.db.Tables.DEAD_ADDRESS;
import static coop.kumiai.newsletters.db.Tables.ISSUE;
import static coop.kumiai.newsletters.db.Tables.RECIPIENT;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import coop.kumiai.accounts.EmailAddress;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.newsletters.db.tables.records.RecipientRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who gets an issue, how far each mail is, and which addresses take none. */
@Repository
class RecipientStore {
    static final String WAITING = "waiting";
    static final String TAKEN = "taken";
    static final String REFUSED = "refused";
    static final String SKIPPED = "skipped";
    private static final String HANDING = "handing";

    private final DSLContext sql;

    RecipientStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A mail that is being handed over by whoever took it.
     *
     * @param tries this one counted
     */
    record Taken(UUID memberId, int tries) {}

    /** Whoever is listed already stays as they are. */
    void list(CoopId coop, UUID issueId, Collection<UUID> memberIds, Instant now) {
        var rows = memberIds.stream().map(it -> waiting(coop, issueId, it, now)).toList();
        sql.insertInto(RECIPIENT).set(rows).onConflictDoNothing().execute();
    }

    /**
     * Takes the next mail to hand over: one that waits, or one that somebody took who has not been
     * heard of for long. None once the issue was stopped.
     */
    Optional<Taken> takeNext(CoopId coop, UUID issueId, Instant now, Duration silence) {
        var open =
                RECIPIENT
                        .STATE
                        .eq(WAITING)
                        .and(RECIPIENT.DUE_AT.le(moment(now)))
                        .or(
                                RECIPIENT
                                        .STATE
                                        .eq(HANDING)
                                        .and(RECIPIENT.DUE_AT.le(moment(now.minus(silence)))));
        var next =
                select(RECIPIENT.MEMBER_ID)
                        .from(RECIPIENT)
                        .where(of(coop, issueId), RECIPIENT.STATE.in(WAITING, HANDING), open)
                        .orderBy(RECIPIENT.DUE_AT, RECIPIENT.MEMBER_ID)
                        .limit(1)
                        .forUpdate()
                        .skipLocked();
        return sql.update(RECIPIENT)
                .set(RECIPIENT.STATE, HANDING)
                .set(RECIPIENT.DUE_AT, moment(now))
                .set(RECIPIENT.TRIES, RECIPIENT.TRIES.plus(1))
                .where(of(coop, issueId), RECIPIENT.MEMBER_ID.eq(next), exists(sent(coop, issueId)))
                .returning(RECIPIENT.MEMBER_ID, RECIPIENT.TRIES)
                .fetchOptional(row -> new Taken(row.getMemberId(), row.getTries()));
    }

    void end(
            CoopId coop,
            UUID issueId,
            UUID memberId,
            String state,
            String email,
            String answer,
            Instant now) {
        requireOne(
                sql.update(RECIPIENT)
                        .set(RECIPIENT.STATE, state)
                        .set(RECIPIENT.HANDED_AT, moment(now))
                        .set(RECIPIENT.EMAIL, email)
                        .set(RECIPIENT.ANSWER, answer)
                        .where(handing(coop, issueId, memberId))
                        .execute());
    }

    /** Puts a mail back that could not be handed over now. */
    void putBack(CoopId coop, UUID issueId, Taken mail, Instant dueAt, boolean counts) {
        requireOne(
                sql.update(RECIPIENT)
                        .set(RECIPIENT.STATE, WAITING)
                        .set(RECIPIENT.DUE_AT, moment(dueAt))
                        .set(RECIPIENT.TRIES, counts ? mail.tries() : mail.tries() - 1)
                        .where(handing(coop, issueId, mail.memberId()))
                        .execute());
    }

    int handedSince(CoopId coop, Instant since) {
        return sql.fetchCount(
                RECIPIENT,
                RECIPIENT.COOP_ID.eq(coop.code()),
                RECIPIENT.HANDED_AT.gt(moment(since)),
                RECIPIENT.STATE.ne(SKIPPED));
    }

    boolean hasOpen(CoopId coop, UUID issueId) {
        return sql.fetchExists(RECIPIENT, of(coop, issueId), RECIPIENT.STATE.in(WAITING, HANDING));
    }

    Progress progress(CoopId coop, UUID issueId) {
        var counts =
                sql.select(RECIPIENT.STATE, count())
                        .from(RECIPIENT)
                        .where(of(coop, issueId))
                        .groupBy(RECIPIENT.STATE)
                        .fetchMap(row -> row.value1(), row -> (long) row.value2());
        return new Progress(
                counts.getOrDefault(WAITING, 0L) + counts.getOrDefault(HANDING, 0L),
                counts.getOrDefault(TAKEN, 0L),
                counts.getOrDefault(REFUSED, 0L),
                counts.getOrDefault(SKIPPED, 0L));
    }

    List<Undelivered> undelivered(CoopId coop, UUID issueId, int most) {
        return sql.selectFrom(RECIPIENT)
                .where(of(coop, issueId), RECIPIENT.STATE.eq(REFUSED))
                .orderBy(RECIPIENT.MEMBER_ID)
                .limit(most)
                .fetch(row -> new Undelivered(row.getEmail(), row.getAnswer()));
    }

    void noteDead(CoopId coop, EmailAddress email, String answer, Instant now) {
        sql.insertInto(DEAD_ADDRESS)
                .set(DEAD_ADDRESS.COOP_ID, coop.code())
                .set(DEAD_ADDRESS.EMAIL_FOLDED, email.folded())
                .set(DEAD_ADDRESS.NOTED_AT, moment(now))
                .set(DEAD_ADDRESS.ANSWER, answer)
                .onConflict(DEAD_ADDRESS.COOP_ID, DEAD_ADDRESS.EMAIL_FOLDED)
                .doUpdate()
                .set(DEAD_ADDRESS.NOTED_AT, moment(now))
                .set(DEAD_ADDRESS.ANSWER, answer)
                .execute();
    }

    /** When it was last noted that an address takes no mail. */
    Optional<Instant> deadSince(CoopId coop, EmailAddress email) {
        return sql.select(DEAD_ADDRESS.NOTED_AT)
                .from(DEAD_ADDRESS)
                .where(
                        DEAD_ADDRESS.COOP_ID.eq(coop.code()),
                        DEAD_ADDRESS.EMAIL_FOLDED.eq(email.folded()))
                .fetchOptional(row -> row.value1().toInstant());
    }

    private static RecipientRecord waiting(CoopId coop, UUID issueId, UUID memberId, Instant now) {
        var row = new RecipientRecord();
        row.setCoopId(coop.code());
        row.setIssueId(issueId);
        row.setMemberId(memberId);
        row.setState(WAITING);
        row.setDueAt(moment(now));
        return row;
    }

    private static org.jooq.Select<?> sent(CoopId coop, UUID issueId) {
        return selectOne()
                .from(ISSUE)
                .where(
                        ISSUE.COOP_ID.eq(coop.code()),
                        ISSUE.ISSUE_ID.eq(issueId),
                        ISSUE.STATE.eq(Newsletter.State.SENDING.code()));
    }

    private static Condition of(CoopId coop, UUID issueId) {
        return RECIPIENT.COOP_ID.eq(coop.code()).and(RECIPIENT.ISSUE_ID.eq(issueId));
    }

    private static Condition handing(CoopId coop, UUID issueId, UUID memberId) {
        return of(coop, issueId)
                .and(RECIPIENT.MEMBER_ID.eq(memberId))
                .and(RECIPIENT.STATE.eq(HANDING));
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("a mail of an issue did not change");
        }
    }
}
