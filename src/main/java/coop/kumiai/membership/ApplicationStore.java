package coop.kumiai.membership;

import static coop.kumiai.membership.db.Tables.APPLICATION;

import coop.kumiai.accounts.EmailAddress;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.PostalCode;
import coop.kumiai.members.Joiner;
import coop.kumiai.members.PersonName;
import coop.kumiai.members.Place;
import coop.kumiai.membership.JoinApplication.State;
import coop.kumiai.membership.db.tables.records.ApplicationRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Applications to join. */
@Repository
class ApplicationStore {
    private final DSLContext sql;

    ApplicationStore(DSLContext sql) {
        this.sql = sql;
    }

    /** False when the number is taken, or this form was sent before. */
    boolean insert(CoopId coop, JoinApplication application, String requestKey) {
        var form = application.form();
        var joiner = form.joiner();
        return sql.insertInto(APPLICATION)
                        .set(name(joiner.name()))
                        .set(place(joiner))
                        .set(APPLICATION.COOP_ID, coop.code())
                        .set(APPLICATION.APPLICATION_ID, application.applicationId())
                        .set(APPLICATION.NUMBER, application.number())
                        .set(APPLICATION.REQUEST_KEY, requestKey)
                        .set(APPLICATION.PHONE, joiner.phone())
                        .set(APPLICATION.BIRTH_DATE, joiner.birthDate())
                        .set(APPLICATION.EMAIL, form.email().address())
                        .set(APPLICATION.WORKPLACE, form.workplace())
                        .set(APPLICATION.UNITS, form.units())
                        .set(APPLICATION.TAKEN_BY, application.takenBy().orElse(null))
                        .set(
                                APPLICATION.RECEIVED_AT,
                                application.receivedAt().atOffset(ZoneOffset.UTC))
                        .set(APPLICATION.STATE, State.RECEIVED.code())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<JoinApplication> byKey(CoopId coop, String requestKey) {
        return one(coop, APPLICATION.REQUEST_KEY.eq(requestKey));
    }

    Optional<JoinApplication> find(CoopId coop, UUID applicationId) {
        return one(coop, APPLICATION.APPLICATION_ID.eq(applicationId));
    }

    Optional<JoinApplication> ofMember(CoopId coop, UUID memberId) {
        return one(coop, APPLICATION.MEMBER_ID.eq(memberId));
    }

    /** The oldest first while they wait, the newest first afterwards. */
    List<JoinApplication> all(CoopId coop, State state, int most) {
        var received = APPLICATION.RECEIVED_AT;
        return sql.selectFrom(APPLICATION)
                .where(APPLICATION.COOP_ID.eq(coop.code()), APPLICATION.STATE.eq(state.code()))
                .orderBy(
                        state == State.RECEIVED ? received.asc() : received.desc(),
                        APPLICATION.APPLICATION_ID)
                .limit(most)
                .fetch(ApplicationStore::application);
    }

    /** False when it was decided meanwhile. */
    boolean decide(
            CoopId coop,
            UUID applicationId,
            State state,
            UUID staff,
            String reason,
            @Nullable UUID memberId,
            Instant now) {
        return sql.update(APPLICATION)
                        .set(APPLICATION.STATE, state.code())
                        .set(APPLICATION.DECIDED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(APPLICATION.DECIDED_BY, staff)
                        .set(APPLICATION.REASON, reason)
                        .set(APPLICATION.MEMBER_ID, memberId)
                        .where(
                                APPLICATION.COOP_ID.eq(coop.code()),
                                APPLICATION.APPLICATION_ID.eq(applicationId),
                                APPLICATION.STATE.eq(State.RECEIVED.code()))
                        .execute()
                == 1;
    }

    /** Holds an application until the transaction ends. */
    Optional<JoinApplication> lock(CoopId coop, UUID applicationId) {
        return sql.selectFrom(APPLICATION)
                .where(
                        APPLICATION.COOP_ID.eq(coop.code()),
                        APPLICATION.APPLICATION_ID.eq(applicationId))
                .forUpdate()
                .fetchOptional(ApplicationStore::application);
    }

    private Optional<JoinApplication> one(CoopId coop, Condition condition) {
        return sql.selectFrom(APPLICATION)
                .where(APPLICATION.COOP_ID.eq(coop.code()), condition)
                .fetchOptional(ApplicationStore::application);
    }

    private static ApplicationRecord name(PersonName name) {
        return new ApplicationRecord()
                .setFamilyName(name.family())
                .setGivenName(name.given())
                .setFamilyKana(name.familyKana())
                .setGivenKana(name.givenKana());
    }

    private static ApplicationRecord place(Joiner joiner) {
        return new ApplicationRecord()
                .setPostalCode(joiner.place().postalCode().digits())
                .setPrefecture(joiner.place().prefecture())
                .setCity(joiner.place().city())
                .setTown(joiner.place().town())
                .setStreet(joiner.street())
                .setBuilding(joiner.building());
    }

    private static JoinApplication application(ApplicationRecord row) {
        return new JoinApplication(
                row.getApplicationId(),
                row.getNumber(),
                new JoinForm(
                        joiner(row),
                        EmailAddress.require(row.getEmail()),
                        row.getWorkplace(),
                        row.getUnits()),
                Optional.ofNullable(row.getTakenBy()),
                row.getReceivedAt().toInstant(),
                State.of(row.getState()),
                row.getReason(),
                Optional.ofNullable(row.getMemberId()));
    }

    private static Joiner joiner(ApplicationRecord row) {
        return new Joiner(
                new PersonName(
                        row.getFamilyName(),
                        row.getGivenName(),
                        row.getFamilyKana(),
                        row.getGivenKana()),
                row.getPhone(),
                row.getBirthDate(),
                new Place(
                        new PostalCode(row.getPostalCode()),
                        row.getPrefecture(),
                        row.getCity(),
                        row.getTown()),
                row.getStreet(),
                row.getBuilding());
    }
}
