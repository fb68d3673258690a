package coop.kumiai.members;

import static coop.kumiai.members.db.Tables.MEMBER;

import static org.jooq.impl.DSL.any;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.members.db.tables.records.MemberRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Members. */
@Repository
class MemberStore {
    private final DSLContext sql;

    MemberStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Member> find(CoopId coop, UUID memberId) {
        return fetch(coop, MEMBER.MEMBER_ID.eq(memberId));
    }

    List<Member> find(CoopId coop, Collection<UUID> memberIds) {
        return sql.selectFrom(MEMBER)
                .where(
                        MEMBER.COOP_ID.eq(coop.code()),
                        MEMBER.MEMBER_ID.eq(any(memberIds.toArray(UUID[]::new))))
                .orderBy(MEMBER.MEMBER_ID)
                .fetch(MemberStore::member);
    }

    Map<UUID, PersonName> names(CoopId coop, Collection<UUID> memberIds) {
        return sql.selectFrom(MEMBER)
                .where(
                        MEMBER.COOP_ID.eq(coop.code()),
                        MEMBER.MEMBER_ID.eq(any(memberIds.toArray(UUID[]::new))))
                .fetchMap(MEMBER.MEMBER_ID, row -> member(row).name());
    }

    Map<String, UUID> idsByCode(CoopId coop, Collection<String> codes) {
        return sql.select(MEMBER.MEMBER_CODE, MEMBER.MEMBER_ID)
                .from(MEMBER)
                .where(
                        MEMBER.COOP_ID.eq(coop.code()),
                        MEMBER.MEMBER_CODE.eq(any(codes.toArray(String[]::new))))
                .fetchMap(MEMBER.MEMBER_CODE, MEMBER.MEMBER_ID);
    }

    List<UUID> withoutAccount(CoopId coop, Optional<UUID> after, int most) {
        return sql.select(MEMBER.MEMBER_ID)
                .from(MEMBER)
                .where(
                        MEMBER.COOP_ID.eq(coop.code()),
                        MEMBER.STATE.eq("joined"),
                        MEMBER.ACCOUNT_ID.isNull())
                .and(after.map(MEMBER.MEMBER_ID::gt).orElseGet(DSL::noCondition))
                .orderBy(MEMBER.MEMBER_ID)
                .limit(most)
                .fetch(MEMBER.MEMBER_ID);
    }

    /** How many they are. */
    int countWithoutAccount(CoopId coop) {
        return sql.fetchCount(
                MEMBER,
                MEMBER.COOP_ID.eq(coop.code()),
                MEMBER.STATE.eq("joined"),
                MEMBER.ACCOUNT_ID.isNull());
    }

    Optional<Member> byAccount(CoopId coop, UUID accountId) {
        return fetch(coop, MEMBER.ACCOUNT_ID.eq(accountId));
    }

    Optional<Member> byCode(CoopId coop, MemberCode code) {
        return fetch(coop, MEMBER.MEMBER_CODE.eq(code.digits()));
    }

    /** Holds the rows of several members until the transaction ends, in the order of their ids. */
    void lock(CoopId coop, Collection<UUID> memberIds) {
        sql.select(MEMBER.MEMBER_ID)
                .from(MEMBER)
                .where(
                        MEMBER.COOP_ID.eq(coop.code()),
                        MEMBER.MEMBER_ID.eq(any(memberIds.toArray(UUID[]::new))))
                .orderBy(MEMBER.MEMBER_ID)
                .forUpdate()
                .fetch();
    }

    /**
     * Holds a member's row until the transaction ends: their addresses and shares change one at a
     * time.
     */
    void lock(CoopId coop, UUID memberId) {
        var found =
                sql.select(MEMBER.MEMBER_ID)
                        .from(MEMBER)
                        .where(MEMBER.COOP_ID.eq(coop.code()), MEMBER.MEMBER_ID.eq(memberId))
                        .forUpdate()
                        .fetchOptional();
        if (found.isEmpty()) {
            throw new coop.kumiai.kernel.NotFound("member");
        }
    }

    void insert(CoopId coop, UUID memberId, UUID accountId, Application application, Instant now) {
        var name = application.name();
        sql.insertInto(MEMBER)
                .set(MEMBER.COOP_ID, coop.code())
                .set(MEMBER.MEMBER_ID, memberId)
                .set(MEMBER.ACCOUNT_ID, accountId)
                .set(MEMBER.FAMILY_NAME, name.family())
                .set(MEMBER.GIVEN_NAME, name.given())
                .set(MEMBER.FAMILY_KANA, name.familyKana())
                .set(MEMBER.GIVEN_KANA, name.givenKana())
                .set(MEMBER.NAME_SEARCH, searched(name))
                .set(MEMBER.PHONE, application.phone())
                .set(MEMBER.BIRTH_DATE, application.birthDate())
                .set(MEMBER.JOINING, application.joining().code())
                .set(
                        MEMBER.CLAIMED_CODE,
                        application.claimedCode().map(MemberCode::digits).orElse(null))
                .set(MEMBER.STATE, "applied")
                .set(MEMBER.REGISTERED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Somebody who joins by the co-op's form: no account yet. */
    void insert(CoopId coop, UUID memberId, Joiner joiner, Instant now) {
        var name = joiner.name();
        sql.insertInto(MEMBER)
                .set(MEMBER.COOP_ID, coop.code())
                .set(MEMBER.MEMBER_ID, memberId)
                .set(MEMBER.FAMILY_NAME, name.family())
                .set(MEMBER.GIVEN_NAME, name.given())
                .set(MEMBER.FAMILY_KANA, name.familyKana())
                .set(MEMBER.GIVEN_KANA, name.givenKana())
                .set(MEMBER.NAME_SEARCH, searched(name))
                .set(MEMBER.PHONE, joiner.phone())
                .set(MEMBER.BIRTH_DATE, joiner.birthDate())
                .set(MEMBER.JOINING, Joining.DESK.code())
                .set(MEMBER.STATE, "applied")
                .set(MEMBER.REGISTERED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** False when the member has an account already. */
    boolean link(CoopId coop, UUID memberId, UUID accountId) {
        return sql.update(MEMBER)
                        .set(MEMBER.ACCOUNT_ID, accountId)
                        .where(
                                MEMBER.COOP_ID.eq(coop.code()),
                                MEMBER.MEMBER_ID.eq(memberId),
                                MEMBER.ACCOUNT_ID.isNull())
                        .execute()
                == 1;
    }

    void leave(CoopId coop, UUID memberId) {
        requireOne(
                sql.update(MEMBER)
                        .set(MEMBER.STATE, "left")
                        .where(
                                MEMBER.COOP_ID.eq(coop.code()),
                                MEMBER.MEMBER_ID.eq(memberId),
                                MEMBER.STATE.ne("left"))
                        .execute());
    }

    void change(CoopId coop, UUID memberId, Person person) {
        var name = person.name();
        var rows =
                sql.update(MEMBER)
                        .set(MEMBER.FAMILY_NAME, name.family())
                        .set(MEMBER.GIVEN_NAME, name.given())
                        .set(MEMBER.FAMILY_KANA, name.familyKana())
                        .set(MEMBER.GIVEN_KANA, name.givenKana())
                        .set(MEMBER.NAME_SEARCH, searched(name))
                        .set(MEMBER.PHONE, person.phone())
                        .where(MEMBER.COOP_ID.eq(coop.code()), MEMBER.MEMBER_ID.eq(memberId))
                        .execute();
        requireOne(rows);
    }

    /** The birth date of the youngest child, or that there is none to be told. */
    void setYoungestChild(CoopId coop, UUID memberId, Optional<LocalDate> birthDate) {
        requireOne(
                sql.update(MEMBER)
                        .set(MEMBER.YOUNGEST_CHILD, birthDate.orElse(null))
                        .where(MEMBER.COOP_ID.eq(coop.code()), MEMBER.MEMBER_ID.eq(memberId))
                        .execute());
    }

    /** Makes somebody who has applied a member. */
    void join(CoopId coop, UUID memberId, String code, Instant now) {
        var rows =
                sql.update(MEMBER)
                        .set(MEMBER.STATE, "joined")
                        .set(MEMBER.MEMBER_CODE, code)
                        .set(MEMBER.JOINED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(
                                MEMBER.COOP_ID.eq(coop.code()),
                                MEMBER.MEMBER_ID.eq(memberId),
                                MEMBER.STATE.eq("applied"))
                        .execute();
        requireOne(rows);
    }

    private Optional<Member> fetch(CoopId coop, Condition condition) {
        return sql.selectFrom(MEMBER)
                .where(MEMBER.COOP_ID.eq(coop.code()), condition)
                .fetchOptional(MemberStore::member);
    }

    static String searched(PersonName name) {
        return JapaneseText.fold(name.full()) + " " + JapaneseText.fold(name.fullKana());
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("a member did not change");
        }
    }

    static Member member(MemberRecord row) {
        return new Member(
                row.getMemberId(),
                Optional.ofNullable(row.getAccountId()),
                Optional.ofNullable(row.getMemberCode()).map(MemberCode::new),
                new PersonName(
                        row.getFamilyName(),
                        row.getGivenName(),
                        row.getFamilyKana(),
                        row.getGivenKana()),
                row.getPhone(),
                row.getBirthDate(),
                Joining.of(row.getJoining()),
                Member.State.of(row.getState()),
                Optional.ofNullable(row.getYoungestChild()));
    }
}
