package coop.kumiai.membership;

import static coop.kumiai.membership.db.Tables.MAIL_CHOICE;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
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
