package coop.kumiai.wallet;

import static coop.kumiai.wallet.db.Tables.SEAL;

import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The chain of seals. A block begins after the last sealed row; it ends with rows that are old
 * enough for no transaction to be under way that might still add one before them. Should one come
 * after all, the count of its block would no longer fit.
 */
@Repository
class SealStore {
    /** Every word of a posting and of its transfers, each in its place, as one text. */
    private static final String ROWS =
            """
            select p.seq, p.recorded_at, jsonb_build_array(p.seq, p.wallet_id, p.posting_id, p.kind, p.request_key,
                p.request_digest, p.refusal_code, p.refusal_sentence, p.refusal_field, p.about, p.shop, p.reason, p.actor,
                p.lines, p.money_after_yen, p.points_after, p.effective_on, extract(epoch from p.recorded_at),
                (select jsonb_agg(jsonb_build_array(t.line, t.debit, t.credit, t.amount_yen, t.note) order by t.line)
                 from wallet.transfer t where t.coop_id = p.coop_id and t.wallet_id = p.wallet_id
                    and t.posting_id = p.posting_id))::text as words
            from wallet.posting p where p.coop_id = ?
            """;

    private static final String HASH =
            "encode(sha256(convert_to(concat(?::text, string_agg(words, chr(10) order by seq)),"
                    + " 'UTF8')), 'hex')";

    /**
     * Times do not rise with the numbers everywhere: nothing behind the first young row is sealed.
     */
    private static final String NEXT =
            "with following as ("
                    + ROWS
                    + " and p.seq > ? order by p.seq limit ?), block as (select * from following"
                    + " where seq < coalesce((select min(seq) from following where recorded_at >="
                    + " ?::timestamptz), 9223372036854775807))"
                    + " insert into wallet.seal select ?, ?::bigint, max(seq), count(*), ?, "
                    + HASH
                    + ", ?::timestamptz from block having count(*) > 0";

    private static final String BROKEN =
            "select s.number from wallet.seal s left join wallet.seal b on b.coop_id = s.coop_id"
                    + " and b.number = s.number - 1 where s.coop_id = ? and (s.previous_hash <>"
                    + " coalesce(b.hash, '') or (s.postings, s.hash) <> (select count(*), "
                    + HASH.replace("?::text", "s.previous_hash")
                    + " from ("
                    + ROWS
                    + " and p.seq > coalesce(b.up_to_seq, 0) and p.seq <= s.up_to_seq) r)) order by"
                    + " s.number";

    private final DSLContext sql;

    SealStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Seals the next block.
     *
     * @param before rows recorded later wait for another time
     * @return whether there was anything to seal
     */
    boolean sealNext(CoopId coop, Instant before, int most, Instant now) {
        var last =
                sql.selectFrom(SEAL)
                        .where(SEAL.COOP_ID.eq(coop.code()))
                        .orderBy(SEAL.NUMBER.desc())
                        .limit(1)
                        .fetchOptional();
        var hash = last.map(it -> it.getHash()).orElse("");
        var rows =
                sql.execute(
                        NEXT,
                        coop.code(),
                        last.map(it -> it.getUpToSeq()).orElse(0L),
                        most,
                        before.atOffset(ZoneOffset.UTC),
                        coop.code(),
                        last.map(it -> it.getNumber()).orElse(0L) + 1,
                        hash,
                        hash,
                        now.atOffset(ZoneOffset.UTC));
        return rows == 1;
    }

    /** Seals that do not fit their rows or the seal before them. */
    List<Long> broken(CoopId coop) {
        return sql.fetch(BROKEN, coop.code(), coop.code()).getValues(0, Long.class);
    }
}
