package coop.kumiai.accounts;

import static coop.kumiai.accounts.db.Tables.ACCOUNT;
import static coop.kumiai.accounts.db.Tables.AUDIT;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The trail of what happened to accounts (監査記録): who, what, to whom, why. Insert only. */
@Repository
class AuditStore {
    private static final String STAFF = "staff";
    private final DSLContext sql;
    private final Clock clock;

    AuditStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void note(CoopId coop, UUID actor, String action, UUID subject, String reason) {
        insert(coop, actor, action, subject, reason);
    }

    /** Unless the same was written down since the given moment. */
    void noteOnce(
            CoopId coop, UUID actor, String action, UUID subject, String reason, Instant since) {
        var written =
                sql.fetchExists(
                        AUDIT,
                        AUDIT.COOP_ID.eq(coop.code()),
                        AUDIT.SUBJECT.eq(subject.toString()),
                        AUDIT.ACTOR.eq(actor.toString()),
                        AUDIT.ACTION.eq(action),
                        AUDIT.AT.ge(since.atOffset(ZoneOffset.UTC)));
        if (!written) {
            insert(coop, actor, action, subject, reason);
        }
    }

    /**
     * What staff, or who acts for them, did to any of these, the latest first, before the given
     * row.
     */
    List<AuditEntry> byStaff(
            CoopId coop, Collection<UUID> subjects, Optional<UUID> before, int most) {
        return sql.select(
                        AUDIT.AUDIT_ID,
                        AUDIT.AT,
                        AUDIT.ACTOR_NAME,
                        field(ACCOUNT.KIND.eq(STAFF)),
                        AUDIT.ACTION,
                        AUDIT.REASON)
                .from(AUDIT)
                .join(ACCOUNT)
                .on(
                        ACCOUNT.COOP_ID.eq(AUDIT.COOP_ID),
                        ACCOUNT.ACCOUNT_ID.cast(String.class).eq(AUDIT.ACTOR),
                        ACCOUNT.KIND.eq(STAFF).or(isOfARepresentative()))
                .where(
                        AUDIT.COOP_ID.eq(coop.code()),
                        AUDIT.SUBJECT.in(subjects.stream().map(UUID::toString).toList()))
                .and(before.map(AUDIT.AUDIT_ID::lt).orElseGet(DSL::noCondition))
                .orderBy(AUDIT.AUDIT_ID.desc())
                .limit(most)
                .fetch(
                        row ->
                                new AuditEntry(
                                        row.value1(),
                                        row.value2().toInstant(),
                                        row.value3(),
                                        row.value4(),
                                        row.value5(),
                                        row.value6()));
    }

    /** What they do for the member, and that they have taken it on or given it back. */
    private static Condition isOfARepresentative() {
        return AUDIT.ACTION
                .startsWith("acting.")
                .or(
                        AUDIT.ACTION
                                .in("representative.accepted", "representative.ended")
                                .and(AUDIT.ACTOR.ne(AUDIT.SUBJECT)));
    }

    /** With the name of whoever does it as it is now. */
    private void insert(CoopId coop, UUID actor, String action, UUID subject, String reason) {
        sql.insertInto(AUDIT)
                .set(AUDIT.COOP_ID, coop.code())
                .set(AUDIT.AUDIT_ID, Ids.next(clock))
                .set(AUDIT.AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(AUDIT.ACTOR, actor.toString())
                .set(
                        AUDIT.ACTOR_NAME,
                        coalesce(
                                field(
                                        select(ACCOUNT.DISPLAY_NAME)
                                                .from(ACCOUNT)
                                                .where(
                                                        ACCOUNT.COOP_ID.eq(coop.code()),
                                                        ACCOUNT.ACCOUNT_ID.eq(actor))),
                                ""))
                .set(AUDIT.ACTION, action)
                .set(AUDIT.SUBJECT, subject.toString())
                .set(AUDIT.REASON, reason)
                .execute();
    }
}
