package coop.kumiai.billing;

import static coop.kumiai.billing.db.Tables.DUE;
import static coop.kumiai.billing.db.Tables.PAYER;
import static coop.kumiai.billing.db.Tables.STATEMENT;

import static org.jooq.impl.DSL.noCondition;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Yen;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements, which never change, with what has settled them. */
@Repository
class StatementStore {
    private final DSLContext sql;

    StatementStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * @throws NotFound when the member has none of this day
     */
    Statement get(CoopId coop, UUID memberId, LocalDate closedOn) {
        return fetch(coop, memberId, STATEMENT.CLOSED_ON.eq(closedOn), 1).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("statement"));
    }

    /** Some of a member's, the latest first, from before the given day. */
    List<Statement> of(CoopId coop, UUID memberId, Optional<LocalDate> before, int most) {
        var older = before.map(STATEMENT.CLOSED_ON::lt).orElse(noCondition());
        return fetch(coop, memberId, older, most);
    }

    private List<Statement> fetch(CoopId coop, UUID memberId, Condition which, int most) {
        return sql.select(STATEMENT.fields())
                .select(PAYER.PAYER_NUMBER, DUE.SETTLED_YEN)
                .from(STATEMENT)
                .join(PAYER)
                .on(PAYER.COOP_ID.eq(STATEMENT.COOP_ID), PAYER.MEMBER_ID.eq(STATEMENT.MEMBER_ID))
                .join(DUE)
                .on(
                        DUE.COOP_ID.eq(STATEMENT.COOP_ID),
                        DUE.MEMBER_ID.eq(STATEMENT.MEMBER_ID),
                        DUE.CLOSED_ON.eq(STATEMENT.CLOSED_ON))
                .where(STATEMENT.COOP_ID.eq(coop.code()), STATEMENT.MEMBER_ID.eq(memberId), which)
                .orderBy(STATEMENT.CLOSED_ON.desc())
                .limit(most)
                .fetch(StatementStore::statement);
    }

    private static Statement statement(Record row) {
        return new Statement(
                row.get(STATEMENT.MEMBER_ID),
                row.get(STATEMENT.CLOSED_ON),
                row.get(STATEMENT.PAY_BY),
                row.get(PAYER.PAYER_NUMBER),
                row.get(STATEMENT.PAYER_NAME),
                row.get(STATEMENT.LINES),
                Yen.of(row.get(STATEMENT.TOTAL_YEN)),
                Yen.of(row.get(DUE.SETTLED_YEN)),
                row.get(STATEMENT.ISSUED_AT).toInstant());
    }
}
