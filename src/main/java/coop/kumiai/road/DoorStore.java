package coop.kumiai.road;

import static coop.kumiai.road.db.Tables.DOOR_PHOTO;
import static coop.kumiai.road.db.Tables.TOLD;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** What drivers' phones told, and the photos of what was left at doors. */
@Repository
class DoorStore {
    private final DSLContext sql;

    DoorStore(DSLContext sql) {
        this.sql = sql;
    }

    /** False when this key is there: whoever tells the same at the same moment waits for it. */
    boolean tell(CoopId coop, Message message, String what, UUID by, Instant now) {
        var toldAt = message.toldAt();
        return sql.insertInto(TOLD)
                        .set(TOLD.COOP_ID, coop.code())
                        .set(TOLD.TOLD_KEY, message.key())
                        .set(TOLD.ORDER_ID, message.orderId())
                        .set(TOLD.WHAT, what)
                        .set(TOLD.TOLD_AT, toldAt == null ? null : toldAt.atOffset(ZoneOffset.UTC))
                        .set(TOLD.ARRIVED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(TOLD.TOLD_BY, by)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Whether the key stands for this very message. */
    boolean wasTold(CoopId coop, Message message, String what) {
        return sql.fetchExists(
                TOLD,
                TOLD.COOP_ID.eq(coop.code()),
                TOLD.TOLD_KEY.eq(message.key()),
                TOLD.ORDER_ID.eq(message.orderId()),
                TOLD.WHAT.eq(what));
    }

    void keepPhoto(
            CoopId coop, UUID orderId, DoorImage image, UUID by, Instant now, LocalDate until) {
        sql.insertInto(DOOR_PHOTO)
                .set(DOOR_PHOTO.COOP_ID, coop.code())
                .set(DOOR_PHOTO.ORDER_ID, orderId)
                .set(DOOR_PHOTO.JPEG, image.jpeg())
                .set(DOOR_PHOTO.WIDTH, image.width())
                .set(DOOR_PHOTO.HEIGHT, image.height())
                .set(DOOR_PHOTO.TAKEN_AT, now.atOffset(ZoneOffset.UTC))
                .set(DOOR_PHOTO.TAKEN_BY, by)
                .set(DOOR_PHOTO.KEPT_UNTIL, until)
                .onConflictDoNothing()
                .execute();
    }

    Optional<byte[]> photo(CoopId coop, UUID orderId) {
        return sql.select(DOOR_PHOTO.JPEG)
                .from(DOOR_PHOTO)
                .where(DOOR_PHOTO.COOP_ID.eq(coop.code()), DOOR_PHOTO.ORDER_ID.eq(orderId))
                .fetchOptional(DOOR_PHOTO.JPEG);
    }

    boolean hasPhoto(CoopId coop, UUID orderId) {
        return sql.fetchExists(
                DOOR_PHOTO, DOOR_PHOTO.COOP_ID.eq(coop.code()), DOOR_PHOTO.ORDER_ID.eq(orderId));
    }

    /** What is kept until a day is there all that day. */
    int forgetPhotos(CoopId coop, LocalDate today) {
        return sql.deleteFrom(DOOR_PHOTO)
                .where(DOOR_PHOTO.COOP_ID.eq(coop.code()), DOOR_PHOTO.KEPT_UNTIL.lt(today))
                .execute();
    }
}
