package coop.kumiai.accounts;

import static coop.kumiai.accounts.db.Tables.AUDIT;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

/** The trail of what happened to accounts (監査記録): who, what, to whom, why. Insert only. */
@Repository
class AuditStore {
    private final DSLContext sql;
    private final Clock clock;

    AuditStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void note(CoopId coop, UUID actor, String action, UUID subject, String reason) {
        sql.insertInto(AUDIT)
                .set(AUDIT.COOP_ID, coop.code())
                .set(AUDIT.AUDIT_ID, Ids.next(clock))
                .set(AUDIT.AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(AUDIT.ACTOR, actor.toString())
                .set(AUDIT.ACTION, action)
                .set(AUDIT.SUBJECT, subject.toString())
                .set(AUDIT.REASON, reason)
                .execute();
    }
}
