package coop.kumiai.newsletters;

import static coop.kumiai.newsletters.db.Tables.ISSUE;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.newsletters.Newsletter.State;
import coop.kumiai.newsletters.db.tables.records.IssueRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Issues of newsletters. */
@Repository
class NewsletterStore {
    private final DSLContext sql;

    NewsletterStore(DSLContext sql) {
        this.sql = sql;
    }

    /** How far the recipients of an issue are listed. */
    record Listing(Optional<UUID> until, boolean complete) {}

    List<Newsletter> latest(CoopId coop, int most) {
        return sql.selectFrom(ISSUE)
                .where(ISSUE.COOP_ID.eq(coop.code()))
                .orderBy(ISSUE.CHANGED_AT.desc(), ISSUE.ISSUE_ID.desc())
                .limit(most)
                .fetch(NewsletterStore::issue);
    }

    Optional<Newsletter> find(CoopId coop, UUID issueId) {
        return sql.selectFrom(ISSUE).where(is(coop, issueId)).fetchOptional(NewsletterStore::issue);
    }

    List<UUID> sending(CoopId coop) {
        return sql.select(ISSUE.ISSUE_ID)
                .from(ISSUE)
                .where(ISSUE.COOP_ID.eq(coop.code()), ISSUE.STATE.eq(State.SENDING.code()))
                .orderBy(ISSUE.SEND_AT, ISSUE.ISSUE_ID)
                .fetch(ISSUE.ISSUE_ID);
    }

    void insert(CoopId coop, UUID issueId, String subject, String body, UUID staff, Instant now) {
        sql.insertInto(ISSUE)
                .set(ISSUE.COOP_ID, coop.code())
                .set(ISSUE.ISSUE_ID, issueId)
                .set(ISSUE.SUBJECT, subject)
                .set(ISSUE.BODY, body)
                .set(ISSUE.STATE, State.DRAFT.code())
                .set(ISSUE.CHANGED_BY, staff)
                .set(ISSUE.CHANGED_AT, moment(now))
                .execute();
    }

    /** False when it is no draft any more. */
    boolean rewrite(
            CoopId coop, UUID issueId, String subject, String body, UUID staff, Instant now) {
        return sql.update(ISSUE)
                        .set(ISSUE.SUBJECT, subject)
                        .set(ISSUE.BODY, body)
                        .set(ISSUE.CHANGED_BY, staff)
                        .set(ISSUE.CHANGED_AT, moment(now))
                        .where(is(coop, issueId), ISSUE.STATE.eq(State.DRAFT.code()))
                        .execute()
                == 1;
    }

    /** A draft goes out at a moment, or, without one, is a draft again; false when it is not. */
    boolean plan(CoopId coop, UUID issueId, @Nullable Instant sendAt, UUID staff, Instant now) {
        var from = sendAt == null ? State.PLANNED : State.DRAFT;
        var to = sendAt == null ? State.DRAFT : State.PLANNED;
        return sql.update(ISSUE)
                        .set(ISSUE.STATE, to.code())
                        .set(ISSUE.SEND_AT, sendAt == null ? null : moment(sendAt))
                        .set(ISSUE.CHANGED_BY, staff)
                        .set(ISSUE.CHANGED_AT, moment(now))
                        .where(is(coop, issueId), ISSUE.STATE.eq(from.code()))
                        .execute()
                == 1;
    }

    /** Whatever is due begins. */
    void begin(CoopId coop, Instant now) {
        sql.update(ISSUE)
                .set(ISSUE.STATE, State.SENDING.code())
                .set(ISSUE.BEGUN_AT, moment(now))
                .where(
                        ISSUE.COOP_ID.eq(coop.code()),
                        ISSUE.STATE.eq(State.PLANNED.code()),
                        ISSUE.SEND_AT.le(moment(now)))
                .execute();
    }

    /** False when it is in another state. */
    boolean turn(CoopId coop, UUID issueId, State from, State to, UUID staff, Instant now) {
        return sql.update(ISSUE)
                        .set(ISSUE.STATE, to.code())
                        .set(ISSUE.CHANGED_BY, staff)
                        .set(ISSUE.CHANGED_AT, moment(now))
                        .where(is(coop, issueId), ISSUE.STATE.eq(from.code()))
                        .execute()
                == 1;
    }

    /** Held until the transaction ends: of two nodes one lists. */
    Listing lockListing(CoopId coop, UUID issueId) {
        return sql.selectFrom(ISSUE)
                .where(is(coop, issueId))
                .forUpdate()
                .fetchSingle(
                        row ->
                                new Listing(
                                        Optional.ofNullable(row.getListedUntil()),
                                        row.getListed()));
    }

    void noteListing(CoopId coop, UUID issueId, Listing listing) {
        requireOne(
                sql.update(ISSUE)
                        .set(ISSUE.LISTED_UNTIL, listing.until().orElse(null))
                        .set(ISSUE.LISTED, listing.complete())
                        .where(is(coop, issueId))
                        .execute());
    }

    /** Nothing when somebody stopped it in the same moment. */
    void end(CoopId coop, UUID issueId, Instant now) {
        sql.update(ISSUE)
                .set(ISSUE.STATE, State.SENT.code())
                .set(ISSUE.ENDED_AT, moment(now))
                .where(
                        is(coop, issueId),
                        ISSUE.STATE.eq(State.SENDING.code()),
                        ISSUE.LISTED.isTrue())
                .execute();
    }

    private static Condition is(CoopId coop, UUID issueId) {
        return ISSUE.COOP_ID.eq(coop.code()).and(ISSUE.ISSUE_ID.eq(issueId));
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime moment) {
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("an issue did not change");
        }
    }

    private static Newsletter issue(IssueRecord row) {
        return new Newsletter(
                row.getIssueId(),
                row.getSubject(),
                row.getBody(),
                State.of(row.getState()),
                row.getChangedAt().toInstant(),
                instant(row.getSendAt()),
                instant(row.getBegunAt()),
                instant(row.getEndedAt()));
    }
}
