package coop.kumiai.policies;

import static coop.kumiai.policies.db.Tables.COOP;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.db.tables.records.CoopRecord;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.util.List;
import java.util.Optional;

@Repository
class CoopStore {
    private final DSLContext sql;

    CoopStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Coop> find(String code) {
        return sql.selectFrom(COOP).where(COOP.COOP_ID.eq(code)).fetchOptional(CoopStore::coop);
    }

    List<Coop> all() {
        return sql.selectFrom(COOP).orderBy(COOP.COOP_ID).fetch(CoopStore::coop);
    }

    void insertIfMissing(Coop coop) {
        sql.insertInto(COOP)
                .values(coop.id().code(), coop.name(), coop.shortName(), coop.accent())
                .onConflictDoNothing()
                .execute();
    }

    private static Coop coop(CoopRecord row) {
        return new Coop(
                new CoopId(row.getCoopId()), row.getName(), row.getShortName(), row.getAccent());
    }
}
