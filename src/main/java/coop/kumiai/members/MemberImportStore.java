package coop.kumiai.members;

import static coop.kumiai.members.db.Tables.CODE_SERIES;
import static coop.kumiai.members.db.Tables.MEMBER;

import com.fasterxml.jackson.annotation.JsonProperty;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.Yen;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes many members at once. */
@Repository
class MemberImportStore {
    /** Codes above are not followed: hardly any would be left to give out. */
    private static final long LAST_FOLLOWED = 9_900_000_000L;

    /** One statement for a batch: its lines are read once and go to every table. */
    private static final String INSERT =
            """
            with r as materialized (
                select ? as coop, x.* from jsonb_to_recordset(?::jsonb) x (member uuid, address uuid, posting uuid,
                    code text, family text, given text, family_kana text, given_kana text, search text, phone text,
                    birth date, postal text, prefecture text, city text, town text, street text, building text,
                    joined timestamptz, joined_on date, units bigint, yen bigint)
            ), m as (
                insert into members.member (coop_id, member_id, member_code, family_name, given_name, family_kana,
                    given_kana, name_search, phone, birth_date, joining, state, registered_at, joined_at)
                select coop, member, code, family, given, family_kana, given_kana, search, phone, birth, 'desk',
                    'joined', joined, joined from r
            ), a as (
                insert into members.address (coop_id, address_id, member_id, label, recipient, phone, postal_code,
                    prefecture, city, town, street, building, position, created_at)
                select coop, address, member, 'ご自宅', family || ' ' || given, phone, postal, prefecture, city, town,
                    street, building, 0, joined from r
            ), p as (
                insert into members.share_posting (coop_id, posting_id, member_id, kind, request_key,
                    request_content, effective_on, recorded_at, ref)
                select coop, posting, member, 'opening', 'opening:' || code,
                    'opening:' || member || ':' || units || ':' || yen, joined_on, ?::timestamptz, '名簿の移行'
                from r where units > 0
            ), t as (
                insert into members.share_transfer (coop_id, posting_id, line, member_id, debit, credit, units,
                    amount_yen)
                select coop, posting, 1, member, 'opening', 'capital', units, yen from r where units > 0
            )
            insert into members.share_balance (coop_id, member_id, account, units, amount_yen)
            select coop, member, 'capital', units, yen from r where units > 0
            """;

    private final DSLContext sql;
    private final JsonMapper json;
    private final Clock clock;

    MemberImportStore(DSLContext sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** One import of a co-op at a time: the other waits, and then finds what the first wrote. */
    void lock(CoopId coop) {
        sql.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "members:" + coop);
    }

    /** Which of these codes somebody has. */
    Set<String> known(CoopId coop, List<String> codes) {
        return new HashSet<>(
                sql.select(MEMBER.MEMBER_CODE)
                        .from(MEMBER)
                        .where(
                                MEMBER.COOP_ID.eq(coop.code()),
                                MEMBER.MEMBER_CODE.eq(DSL.any(codes.toArray(String[]::new))))
                        .fetch(MEMBER.MEMBER_CODE));
    }

    void insert(CoopId coop, List<MemberLine> lines, Yen unitPrice) {
        var rows = json.writeValueAsString(lines.stream().map(it -> row(it, unitPrice)).toList());
        sql.execute(INSERT, coop.code(), rows, clock.instant().atOffset(ZoneOffset.UTC));
    }

    /**
     * Lets the database see how large its tables have become: plans of its key checks that were
     * made while they were nearly empty read them whole for every row.
     */
    void analyse() {
        sql.execute("analyze members.member, members.share_posting");
    }

    /** The next code that is given out follows the highest that came in. */
    void continueCodesAfter(CoopId coop, List<MemberLine> lines) {
        var highest =
                lines.stream()
                        .mapToLong(it -> Long.parseLong(it.code().digits()))
                        .filter(it -> it >= MemberCodeStore.FIRST_CODE && it < LAST_FOLLOWED)
                        .max();
        highest.ifPresent(
                last ->
                        sql.insertInto(CODE_SERIES)
                                .set(CODE_SERIES.COOP_ID, coop.code())
                                .set(CODE_SERIES.LAST_CODE, last)
                                .onConflict(CODE_SERIES.COOP_ID)
                                .doUpdate()
                                .set(
                                        CODE_SERIES.LAST_CODE,
                                        DSL.greatest(CODE_SERIES.LAST_CODE, DSL.val(last)))
                                .execute());
    }

    private Row row(MemberLine line, Yen unitPrice) {
        var person = line.person();
        var joined = line.joinedOn().atStartOfDay(BusinessClock.JAPAN).toInstant();
        return new Row(
                line.memberId().toString(),
                Ids.next(clock).toString(),
                Ids.next(clock).toString(),
                line.code().digits(),
                person.name().family(),
                person.name().given(),
                person.name().familyKana(),
                person.name().givenKana(),
                MemberStore.searched(person.name()),
                person.phone(),
                person.birthDate().toString(),
                person.place().postalCode().digits(),
                person.place().prefecture(),
                person.place().city(),
                person.place().town(),
                person.street(),
                person.building(),
                joined.atOffset(ZoneOffset.UTC).toString(),
                line.joinedOn().toString(),
                line.units(),
                unitPrice.times(line.units()).amount());
    }

    /** A line as the statements read it. */
    private record Row(
            String member,
            String address,
            String posting,
            String code,
            String family,
            String given,
            @JsonProperty("family_kana") String familyKana,
            @JsonProperty("given_kana") String givenKana,
            String search,
            String phone,
            String birth,
            String postal,
            String prefecture,
            String city,
            String town,
            String street,
            String building,
            String joined,
            @JsonProperty("joined_on") String joinedOn,
            int units,
            long yen) {}
}
