package coop.kumiai.membership;

import static coop.kumiai.membership.db.Tables.MAIL_CHOICE;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What members want to be mailed. */
@Repository
class MailChoiceStore {
    private final DSLContext sql;

    MailChoiceStore(DSLContext sql) {
        this.sql = sql;
    }

    boolean newsletter(CoopId coop, UUID memberId) {
        return sql.fetchExists(
                MAIL_CHOICE,
                MAIL_CHOICE.COOP_ID.eq(coop.code()),
                MAIL_CHOICE.MEMBER_ID.eq(memberId),
                MAIL_CHOICE.NEWSLETTER.isTrue());
    }

    /** Since when a member wants it; nothing when they do not. */
    Optional<Instant> newsletterSince(CoopId coop, UUID memberId) {
        return sql.select(MAIL_CHOICE.CHANGED_AT)
                .from(MAIL_CHOICE)
                .where(
                        MAIL_CHOICE.COOP_ID.eq(coop.code()),
                        MAIL_CHOICE.MEMBER_ID.eq(memberId),
                        MAIL_CHOICE.NEWSLETTER.isTrue())
                .fetchOptional(row -> row.value1().toInstant());
    }

    /** The next who want it, in the order of their ids. */
    List<UUID> subscribers(CoopId coop, Optional<UUID> after, int most) {
        return sql.select(MAIL_CHOICE.MEMBER_ID)
                .from(MAIL_CHOICE)
                .where(MAIL_CHOICE.COOP_ID.eq(coop.code()), MAIL_CHOICE.NEWSLETTER.isTrue())
                .and(after.map(MAIL_CHOICE.MEMBER_ID::gt).orElseGet(DSL::noCondition))
                .orderBy(MAIL_CHOICE.MEMBER_ID)
                .limit(most)
                .fetch(MAIL_CHOICE.MEMBER_ID);
    }

    int countSubscribers(CoopId coop) {
        return sql.fetchCount(
                MAIL_CHOICE, MAIL_CHOICE.COOP_ID.eq(coop.code()), MAIL_CHOICE.NEWSLETTER.isTrue());
    }

    void choose(CoopId coop, UUID memberId, boolean newsletter, Instant now) {
        var at = now.atOffset(ZoneOffset.UTC);
        sql.insertInto(MAIL_CHOICE)
                .set(MAIL_CHOICE.COOP_ID, coop.code())
                .set(MAIL_CHOICE.MEMBER_ID, memberId)
                .set(MAIL_CHOICE.NEWSLETTER, newsletter)
                .set(MAIL_CHOICE.CHANGED_AT, at)
                .onConflict(MAIL_CHOICE.COOP_ID, MAIL_CHOICE.MEMBER_ID)
                .doUpdate()
                .set(MAIL_CHOICE.NEWSLETTER, newsletter)
                .set(MAIL_CHOICE.CHANGED_AT, at)
                .execute();
    }
}
