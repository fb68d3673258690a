package coop.kumiai.members;

import static coop.kumiai.members.db.Tables.REGISTRATION;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;

import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;
import java.util.UUID;

/** Registrations under way. */
@Repository
class RegistrationStore {
    private final DSLContext sql;
    private final JsonMapper json;

    RegistrationStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(CoopId coop, UUID proofId, Place place) {
        sql.insertInto(REGISTRATION)
                .set(REGISTRATION.COOP_ID, coop.code())
                .set(REGISTRATION.PROOF_ID, proofId)
                .set(REGISTRATION.PLACE, written(place))
                .execute();
    }

    /**
     * @throws NotFound when it has been completed meanwhile
     */
    Place place(CoopId coop, UUID proofId) {
        return sql.select(REGISTRATION.PLACE)
                .from(REGISTRATION)
                .where(REGISTRATION.COOP_ID.eq(coop.code()), REGISTRATION.PROOF_ID.eq(proofId))
                .fetchOptional(row -> read(row.value1(), Place.class))
                .orElseThrow(() -> new NotFound("registration"));
    }

    Optional<FilledIn> filledIn(CoopId coop, UUID proofId) {
        return sql.select(REGISTRATION.APPLICATION)
                .from(REGISTRATION)
                .where(REGISTRATION.COOP_ID.eq(coop.code()), REGISTRATION.PROOF_ID.eq(proofId))
                .fetchOptional(REGISTRATION.APPLICATION)
                .map(it -> read(it, FilledIn.class));
    }

    void fill(CoopId coop, UUID proofId, FilledIn filledIn) {
        var rows =
                sql.update(REGISTRATION)
                        .set(REGISTRATION.APPLICATION, written(filledIn))
                        .where(
                                REGISTRATION.COOP_ID.eq(coop.code()),
                                REGISTRATION.PROOF_ID.eq(proofId))
                        .execute();
        if (rows != 1) {
            throw new NotFound("registration");
        }
    }

    void delete(CoopId coop, UUID proofId) {
        var rows =
                sql.deleteFrom(REGISTRATION)
                        .where(
                                REGISTRATION.COOP_ID.eq(coop.code()),
                                REGISTRATION.PROOF_ID.eq(proofId))
                        .execute();
        if (rows != 1) {
            throw new IllegalStateException("a registration was not there");
        }
    }

    private JSONB written(Object value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }

    private <T> T read(JSONB value, Class<T> type) {
        return json.readValue(value.data(), type);
    }
}
