package coop.kumiai.members;

import static coop.kumiai.members.db.Tables.SHARE_DUE;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The share capital that is due. */
@Repository
class ShareStore {
    private final DSLContext sql;

    ShareStore(DSLContext sql) {
        this.sql = sql;
    }

    void insert(CoopId coop, UUID memberId, ShareTerms terms, Joining joining, Instant now) {
        sql.insertInto(SHARE_DUE)
                .set(SHARE_DUE.COOP_ID, coop.code())
                .set(SHARE_DUE.MEMBER_ID, memberId)
                .set(SHARE_DUE.UNITS, terms.leastUnits())
                .set(SHARE_DUE.AMOUNT_YEN, terms.least().amount())
                .set(SHARE_DUE.WAY, joining == Joining.WEB ? "web" : "driver")
                .set(SHARE_DUE.DUE_SINCE, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<Yen> due(CoopId coop, UUID memberId) {
        return sql.select(SHARE_DUE.AMOUNT_YEN)
                .from(SHARE_DUE)
                .where(
                        SHARE_DUE.COOP_ID.eq(coop.code()),
                        SHARE_DUE.MEMBER_ID.eq(memberId),
                        SHARE_DUE.COLLECTED_AT.isNull())
                .fetchOptional(row -> Yen.of(row.value1()));
    }

    /** False when exactly this is not due, or no longer. */
    boolean collect(CoopId coop, UUID memberId, Yen amount, UUID staff, String ref, Instant now) {
        return sql.update(SHARE_DUE)
                        .set(SHARE_DUE.COLLECTED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(SHARE_DUE.COLLECTED_BY, staff)
                        .set(SHARE_DUE.COLLECTION_REF, ref)
                        .where(
                                SHARE_DUE.COOP_ID.eq(coop.code()),
                                SHARE_DUE.MEMBER_ID.eq(memberId),
                                SHARE_DUE.AMOUNT_YEN.eq(amount.amount()),
                                SHARE_DUE.COLLECTED_AT.isNull())
                        .execute()
                == 1;
    }

    boolean isCollectedBy(CoopId coop, UUID memberId, String ref) {
        return sql.fetchExists(
                SHARE_DUE,
                SHARE_DUE.COOP_ID.eq(coop.code()),
                SHARE_DUE.MEMBER_ID.eq(memberId),
                SHARE_DUE.COLLECTION_REF.eq(ref),
                SHARE_DUE.COLLECTED_AT.isNotNull());
    }
}
