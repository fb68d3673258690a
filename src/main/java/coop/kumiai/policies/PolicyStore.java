package coop.kumiai.policies;

import static coop.kumiai.policies.db.Tables.VALUE;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;

@Repository
class PolicyStore {
    private final DSLContext sql;
    private final JsonMapper json;

    PolicyStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    <P extends Policy> List<DatedPolicy<P>> rows(CoopId coop, String name, Class<P> type) {
        return sql.selectFrom(VALUE)
                .where(VALUE.COOP_ID.eq(coop.code()), VALUE.NAME.eq(name))
                .orderBy(VALUE.SCOPE, VALUE.VALID_FROM)
                .fetch(
                        row ->
                                new DatedPolicy<>(
                                        row.getScope(),
                                        row.getValidFrom(),
                                        json.readValue(row.getValue().data(), type),
                                        row.getDecidedBy(),
                                        row.getReason()));
    }

    void insert(CoopId coop, String name, DatedPolicy<?> decision, Instant at) {
        sql.insertInto(VALUE)
                .set(VALUE.COOP_ID, coop.code())
                .set(VALUE.NAME, name)
                .set(VALUE.SCOPE, decision.scope())
                .set(VALUE.VALID_FROM, decision.validFrom())
                .set(VALUE.VALUE_, JSONB.valueOf(json.writeValueAsString(decision.value())))
                .set(VALUE.DECIDED_BY, decision.decidedBy())
                .set(VALUE.REASON, decision.reason())
                .set(VALUE.RECORDED_AT, at.atOffset(java.time.ZoneOffset.UTC))
                .execute();
    }
}
