package coop.kumiai.members;

import static coop.kumiai.members.db.Tables.MEMBER;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.db.tables.records.MemberRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Looks members up by what people say of them. */
@Repository
class MemberSearchStore {
    private final DSLContext sql;

    MemberSearchStore(DSLContext sql) {
        this.sql = sql;
    }

    List<Member> byName(CoopId coop, String folded, int most) {
        return named(coop, folded, most).fetch(MemberStore::member);
    }

    ResultQuery<MemberRecord> named(CoopId coop, String folded, int most) {
        return select(
                coop, hasSignsOf(coop, folded).and(MEMBER.NAME_SEARCH.contains(folded)), most);
    }

    List<Member> byDigits(CoopId coop, String digits, int most) {
        var those =
                MEMBER.MEMBER_CODE
                        .eq(digits)
                        .or(MEMBER.PHONE.eq(digits))
                        .or(MEMBER.PHONE.endsWith(digits))
                        .or(MEMBER.MEMBER_CODE.endsWith(digits));
        return select(coop, those, most).fetch(MemberStore::member);
    }

    List<Member> alike(
            CoopId coop, String foldedName, String phone, LocalDate birthDate, int most) {
        var sameName =
                hasSignsOf(coop, foldedName).and(MEMBER.NAME_SEARCH.startsWith(foldedName + " "));
        var those = sameName.or(MEMBER.PHONE.eq(phone)).or(MEMBER.BIRTH_DATE.eq(birthDate));
        return select(coop, those, most).fetch(MemberStore::member);
    }

    /**
     * The neighbours of a part of a name: the index finds them, the rest is compared. A single sign
     * has none; so many names have it that they are looked through.
     */
    private static Condition hasSignsOf(CoopId coop, String folded) {
        return DSL.condition(
                "members.name_grams({0}, {1}) @> {2}::text[]",
                MEMBER.COOP_ID, MEMBER.NAME_SEARCH, DSL.val(neighbours(coop, folded)));
    }

    private static String[] neighbours(CoopId coop, String folded) {
        var signs = folded.codePoints().toArray();
        return IntStream.range(0, signs.length - 1)
                .mapToObj(at -> coop.code() + ":" + new String(signs, at, 2))
                .toArray(String[]::new);
    }

    private ResultQuery<MemberRecord> select(CoopId coop, Condition condition, int most) {
        return sql.selectFrom(MEMBER)
                .where(MEMBER.COOP_ID.eq(coop.code()), condition)
                .orderBy(MEMBER.FAMILY_KANA, MEMBER.GIVEN_KANA, MEMBER.MEMBER_ID)
                .limit(most);
    }
}
