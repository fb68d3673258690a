package coop.kumiai.connect;

import static coop.kumiai.connect.db.Tables.ACCESS_GRANT;
import static coop.kumiai.connect.db.Tables.CONSENT;
import static coop.kumiai.connect.db.Tables.SERVICE;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What members agreed to. */
@Repository
class ConsentStore {
    private final DSLContext sql;

    ConsentStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Set<Scope>> find(CoopId coop, UUID accountId, UUID serviceId) {
        return sql.select(CONSENT.SCOPES)
                .from(CONSENT)
                .where(
                        CONSENT.COOP_ID.eq(coop.code()),
                        CONSENT.ACCOUNT_ID.eq(accountId),
                        CONSENT.SERVICE_ID.eq(serviceId),
                        CONSENT.ENDED_AT.isNull())
                .fetchOptional(row -> Scope.all(Arrays.asList(row.value1())));
    }

    /** Those that stand, at services in use, the latest first. */
    List<ServiceAccess> of(CoopId coop, UUID accountId) {
        return sql.select(CONSENT.SCOPES, CONSENT.GIVEN_AT)
                .select(SERVICE.fields())
                .from(CONSENT)
                .join(SERVICE)
                .on(SERVICE.COOP_ID.eq(CONSENT.COOP_ID), SERVICE.SERVICE_ID.eq(CONSENT.SERVICE_ID))
                .where(
                        CONSENT.COOP_ID.eq(coop.code()),
                        CONSENT.ACCOUNT_ID.eq(accountId),
                        CONSENT.ENDED_AT.isNull(),
                        SERVICE.ENDED_AT.isNull())
                .orderBy(CONSENT.GIVEN_AT.desc(), CONSENT.SERVICE_ID)
                .fetch(
                        row ->
                                new ServiceAccess(
                                        ServiceStore.service(row.into(SERVICE)),
                                        Scope.all(Arrays.asList(row.get(CONSENT.SCOPES))),
                                        row.get(CONSENT.GIVEN_AT).toInstant()));
    }

    /** Given anew, it keeps the subject by which the service knows the member. */
    void give(
            CoopId coop,
            UUID accountId,
            UUID serviceId,
            UUID subject,
            Set<Scope> all,
            Instant now) {
        sql.insertInto(CONSENT)
                .set(CONSENT.COOP_ID, coop.code())
                .set(CONSENT.ACCOUNT_ID, accountId)
                .set(CONSENT.SERVICE_ID, serviceId)
                .set(CONSENT.SUBJECT, subject)
                .set(CONSENT.SCOPES, Scope.codes(all))
                .set(CONSENT.GIVEN_AT, now.atOffset(ZoneOffset.UTC))
                .onConflict(CONSENT.COOP_ID, CONSENT.ACCOUNT_ID, CONSENT.SERVICE_ID)
                .doUpdate()
                .set(CONSENT.SCOPES, Scope.codes(all))
                .set(CONSENT.GIVEN_AT, now.atOffset(ZoneOffset.UTC))
                .setNull(CONSENT.ENDED_AT)
                .execute();
    }

    /** Ends it, and every sign-in that the service holds; false when it stood no more. */
    boolean end(CoopId coop, UUID accountId, UUID serviceId, Instant now) {
        var moment = now.atOffset(ZoneOffset.UTC);
        sql.update(ACCESS_GRANT)
                .set(ACCESS_GRANT.ENDED_AT, moment)
                .where(
                        ACCESS_GRANT.COOP_ID.eq(coop.code()),
                        ACCESS_GRANT.ACCOUNT_ID.eq(accountId),
                        ACCESS_GRANT.SERVICE_ID.eq(serviceId),
                        ACCESS_GRANT.ENDED_AT.isNull())
                .execute();
        return sql.update(CONSENT)
                        .set(CONSENT.ENDED_AT, moment)
                        .where(
                                CONSENT.COOP_ID.eq(coop.code()),
                                CONSENT.ACCOUNT_ID.eq(accountId),
                                CONSENT.SERVICE_ID.eq(serviceId),
                                CONSENT.ENDED_AT.isNull())
                        .execute()
                == 1;
    }
}
