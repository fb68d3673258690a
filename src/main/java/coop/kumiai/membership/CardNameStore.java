package coop.kumiai.membership;

import static coop.kumiai.membership.db.Tables.NAME_CHANGE;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.PersonName;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Changed names, and from when the card shows them. */
@Repository
class CardNameStore {
    private final DSLContext sql;

    CardNameStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A name that the card shows until a day. */
    record Until(String name, String kana, LocalDate cardFrom) {}

    void insert(
            CoopId coop,
            UUID changeId,
            UUID memberId,
            PersonName before,
            LocalDate cardFrom,
            Instant now) {
        sql.insertInto(NAME_CHANGE)
                .set(NAME_CHANGE.COOP_ID, coop.code())
                .set(NAME_CHANGE.CHANGE_ID, changeId)
                .set(NAME_CHANGE.MEMBER_ID, memberId)
                .set(NAME_CHANGE.CHANGED_AT, now.atOffset(ZoneOffset.UTC))
                .set(NAME_CHANGE.BEFORE_NAME, before.full())
                .set(NAME_CHANGE.BEFORE_KANA, before.fullKana())
                .set(NAME_CHANGE.CARD_FROM, cardFrom)
                .execute();
    }

    /** The name before the first change that the card does not show yet. */
    Optional<Until> stillShown(CoopId coop, UUID memberId, LocalDate today) {
        return sql.selectFrom(NAME_CHANGE)
                .where(
                        NAME_CHANGE.COOP_ID.eq(coop.code()),
                        NAME_CHANGE.MEMBER_ID.eq(memberId),
                        NAME_CHANGE.CARD_FROM.gt(today))
                .orderBy(NAME_CHANGE.CARD_FROM, NAME_CHANGE.CHANGE_ID)
                .limit(1)
                .fetchOptional(
                        row ->
                                new Until(
                                        row.getBeforeName(),
                                        row.getBeforeKana(),
                                        row.getCardFrom()));
    }
}
