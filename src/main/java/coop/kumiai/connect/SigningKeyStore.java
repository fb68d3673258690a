package coop.kumiai.connect;

import static coop.kumiai.connect.db.Tables.SIGNING_KEY;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Signing keys of co-ops. */
@Repository
class SigningKeyStore {
    private final DSLContext sql;

    SigningKeyStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A key as it is kept.
     *
     * @param publicKey as services read it
     */
    record Kept(UUID keyId, String publicKey, byte[] sealed, Instant madeAt) {}

    void insert(CoopId coop, Kept key) {
        sql.insertInto(SIGNING_KEY)
                .set(SIGNING_KEY.COOP_ID, coop.code())
                .set(SIGNING_KEY.KEY_ID, key.keyId())
                .set(SIGNING_KEY.PUBLIC_KEY, key.publicKey())
                .set(SIGNING_KEY.SEALED, key.sealed())
                .set(SIGNING_KEY.MADE_AT, key.madeAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The newest first. */
    List<Kept> all(CoopId coop) {
        return sql.selectFrom(SIGNING_KEY)
                .where(SIGNING_KEY.COOP_ID.eq(coop.code()))
                .orderBy(SIGNING_KEY.MADE_AT.desc(), SIGNING_KEY.KEY_ID.desc())
                .fetch(
                        row ->
                                new Kept(
                                        row.getKeyId(),
                                        row.getPublicKey(),
                                        row.getSealed(),
                                        row.getMadeAt().toInstant()));
    }

    void deleteMadeBefore(CoopId coop, Instant moment) {
        sql.deleteFrom(SIGNING_KEY)
                .where(
                        SIGNING_KEY.COOP_ID.eq(coop.code()),
                        SIGNING_KEY.MADE_AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .execute();
    }
}
