package coop.kumiai.members;

import static coop.kumiai.members.db.Tables.CODE_SERIES;
import static coop.kumiai.members.db.Tables.MEMBER;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The codes that members are given (組合員コード): each co-op counts its own. */
@Repository
class MemberCodeStore {
    static final long FIRST_CODE = 1_000_000_001L;
    private final DSLContext sql;

    MemberCodeStore(DSLContext sql) {
        this.sql = sql;
    }

    /** The next code of the series that nobody has: codes of an older register may lie ahead. */
    String next(CoopId coop) {
        var code = codeOfSeries(coop);
        while (isTaken(coop, code)) {
            code = codeOfSeries(coop);
        }
        return code;
    }

    private boolean isTaken(CoopId coop, String code) {
        return sql.fetchExists(MEMBER, MEMBER.COOP_ID.eq(coop.code()), MEMBER.MEMBER_CODE.eq(code));
    }

    private String codeOfSeries(CoopId coop) {
        return sql.insertInto(CODE_SERIES)
                .set(CODE_SERIES.COOP_ID, coop.code())
                .set(CODE_SERIES.LAST_CODE, FIRST_CODE)
                .onConflict(CODE_SERIES.COOP_ID)
                .doUpdate()
                .set(CODE_SERIES.LAST_CODE, CODE_SERIES.LAST_CODE.plus(1))
                .returning(CODE_SERIES.LAST_CODE)
                .fetchSingle(row -> Long.toString(row.getLastCode()));
    }
}
