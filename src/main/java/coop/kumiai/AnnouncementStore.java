package coop.kumiai;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The registry of Spring Modulith, as far as it has no words of its own for what we ask. */
@Repository
class AnnouncementStore {
    private final DSLContext sql;

    AnnouncementStore(DSLContext sql) {
        this.sql = sql;
    }

    /** How many are being heard at this moment, or wait in line for it. */
    int underWay() {
        return sql.fetchSingle(
                        """
                        select count(*)::int from events.event_publication
                        where status in ('PROCESSING', 'RESUBMITTED')
                        """)
                .get(0, int.class);
    }

    /** Puts aside what was announced before a moment and has failed to this day. */
    List<GivenUp> giveUp(Instant announcedBefore, Instant now) {
        return sql.fetch(
                        """
                        with gone as (
                            delete from events.event_publication
                            where status = 'FAILED' and publication_date < ?::timestamptz
                            returning *)
                        insert into events.given_up
                            (id, listener_id, event_type, serialized_event, publication_date, attempts, given_up_at)
                        select id, listener_id, event_type, serialized_event, publication_date,
                            coalesce(completion_attempts, 0), ?::timestamptz
                        from gone
                        returning id, listener_id, serialized_event, publication_date, attempts
                        """,
                        announcedBefore.atOffset(ZoneOffset.UTC),
                        now.atOffset(ZoneOffset.UTC))
                .map(AnnouncementStore::givenUp);
    }

    private static GivenUp givenUp(Record row) {
        return new GivenUp(
                row.get("id", UUID.class),
                row.get("listener_id", String.class),
                row.get("serialized_event", String.class),
                row.get("publication_date", OffsetDateTime.class).toInstant(),
                row.get("attempts", int.class));
    }

    /**
     * One announcement that one listener never heard.
     *
     * @param event ids and values only, as JSON
     */
    record GivenUp(UUID id, String listener, String event, Instant announcedAt, int attempts) {}
}
