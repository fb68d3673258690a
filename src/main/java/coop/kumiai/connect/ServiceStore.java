package coop.kumiai.connect;

import static coop.kumiai.connect.db.Tables.SERVICE;

import coop.kumiai.connect.db.tables.records.ServiceRecord;
import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Services and the hashes of their secrets. */
@Repository
class ServiceStore {
    private final DSLContext sql;

    ServiceStore(DSLContext sql) {
        this.sql = sql;
    }

    void insert(CoopId coop, ConnectedService service, @Nullable String secretHash, UUID staff) {
        sql.insertInto(SERVICE)
                .set(SERVICE.COOP_ID, coop.code())
                .set(SERVICE.SERVICE_ID, service.serviceId())
                .set(SERVICE.NAME, service.name())
                .set(SERVICE.PURPOSE, service.purpose())
                .set(SERVICE.SCOPES, Scope.codes(service.scopes()))
                .set(SERVICE.REDIRECTS, service.redirects().toArray(String[]::new))
                .set(SERVICE.RETURNS, service.returns().toArray(String[]::new))
                .set(SERVICE.SECRET_HASH, secretHash)
                .set(SERVICE.REGISTERED_AT, service.registeredAt().atOffset(ZoneOffset.UTC))
                .set(SERVICE.REGISTERED_BY, staff)
                .execute();
    }

    /** Those in use first, the newest first. */
    List<ConnectedService> all(CoopId coop) {
        return sql.selectFrom(SERVICE)
                .where(SERVICE.COOP_ID.eq(coop.code()))
                .orderBy(SERVICE.ENDED_AT.desc().nullsFirst(), SERVICE.SERVICE_ID.desc())
                .fetch(ServiceStore::service);
    }

    Optional<ConnectedService> find(CoopId coop, UUID serviceId) {
        return sql.selectFrom(SERVICE)
                .where(SERVICE.COOP_ID.eq(coop.code()), SERVICE.SERVICE_ID.eq(serviceId))
                .fetchOptional(ServiceStore::service);
    }

    boolean hasSecret(CoopId coop, UUID serviceId, String secretHash) {
        return sql.fetchExists(
                SERVICE,
                SERVICE.COOP_ID.eq(coop.code()),
                SERVICE.SERVICE_ID.eq(serviceId),
                SERVICE.SECRET_HASH.eq(secretHash));
    }

    /** False when it has ended, or keeps no secret. */
    boolean replaceSecret(CoopId coop, UUID serviceId, String secretHash) {
        return sql.update(SERVICE)
                        .set(SERVICE.SECRET_HASH, secretHash)
                        .where(
                                SERVICE.COOP_ID.eq(coop.code()),
                                SERVICE.SERVICE_ID.eq(serviceId),
                                SERVICE.SECRET_HASH.isNotNull(),
                                SERVICE.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    /** False when it had ended already. */
    boolean end(CoopId coop, UUID serviceId, Instant now) {
        return sql.update(SERVICE)
                        .set(SERVICE.ENDED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(
                                SERVICE.COOP_ID.eq(coop.code()),
                                SERVICE.SERVICE_ID.eq(serviceId),
                                SERVICE.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    static ConnectedService service(ServiceRecord row) {
        return new ConnectedService(
                row.getServiceId(),
                row.getName(),
                row.getPurpose(),
                Scope.all(Arrays.asList(row.getScopes())),
                List.of(row.getRedirects()),
                List.of(row.getReturns()),
                row.getSecretHash() != null,
                row.getRegisteredAt().toInstant(),
                Optional.ofNullable(row.getEndedAt()).map(OffsetDateTime::toInstant));
    }
}
