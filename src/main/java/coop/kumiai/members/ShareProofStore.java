package coop.kumiai.members;

import static coop.kumiai.members.db.Tables.SHARE_POSTING;
import static coop.kumiai.members.db.Tables.SHARE_PROOF;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.db.tables.records.ShareProofRecord;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Adds the ledger of share capital up anew, and keeps what came out. */
@Repository
class ShareProofStore {
    private static final int MOST_FINDINGS = 100;

    /** Every transfer twice, once for each of its accounts, with the sign that it has there. */
    private static final String ENTRIES =
            """
            with entry as (
                select t.member_id, a.account,
                    t.units * a.sign * case when a.account in ('due', 'cash', 'bank', 'opening') then 1 else -1 end as units,
                    t.amount_yen * a.sign * case when a.account in ('due', 'cash', 'bank', 'opening') then 1 else -1 end as amount_yen
                from members.share_transfer t
                cross join lateral (values (t.debit, 1), (t.credit, -1)) a (account, sign)
                where t.coop_id = ?
            )
            """;

    private static final String TOTALS =
            ENTRIES
                    + "select account, sum(units)::bigint, sum(amount_yen)::bigint from entry group"
                    + " by account";

    private static final String DIFFERENCES =
            ENTRIES
                    + """
                    , summed as (
                        select member_id, account, sum(units) as units, sum(amount_yen) as amount_yen
                        from entry where account in ('due', 'subscribed', 'capital', 'owed') group by 1, 2
                    ), kept as (
                        select member_id, account, units, amount_yen from members.share_balance where coop_id = ?
                    )
                    select member_id::text, account,
                        coalesce(summed.units, 0)::bigint, coalesce(summed.amount_yen, 0)::bigint,
                        coalesce(kept.units, 0)::bigint, coalesce(kept.amount_yen, 0)::bigint
                    from summed full join kept using (member_id, account)
                    where (coalesce(summed.units, 0), coalesce(summed.amount_yen, 0))
                        is distinct from (coalesce(kept.units, 0), coalesce(kept.amount_yen, 0))
                    order by 1, 2 limit ?
                    """;

    private static final String EMPTY_POSTINGS =
            """
            select count(*) from members.share_posting p where p.coop_id = ? and not exists (
                select 1 from members.share_transfer t where t.coop_id = p.coop_id and t.posting_id = p.posting_id)
            """;

    private final DSLContext sql;
    private final Clock clock;

    ShareProofStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What all transfers make of each account. */
    Map<ShareAccount, ShareAmount> totals(CoopId coop) {
        var totals = new EnumMap<ShareAccount, ShareAmount>(ShareAccount.class);
        sql.fetch(TOTALS, coop.code())
                .forEach(
                        row ->
                                totals.put(
                                        ShareAccount.of(row.get(0, String.class)),
                                        new ShareAmount(
                                                row.get(1, Long.class),
                                                Yen.of(row.get(2, Long.class)))));
        return totals;
    }

    /** Balances that are not what their transfers add up to. */
    List<String> differences(CoopId coop) {
        return sql.fetch(DIFFERENCES, coop.code(), coop.code(), MOST_FINDINGS)
                .map(
                        row ->
                                "組合員 %s の勘定 %s：仕訳の合計は%,d口 %,d円、残高は%,d口 %,d円です。"
                                        .formatted(
                                                row.get(0, String.class),
                                                row.get(1, String.class),
                                                row.get(2, Long.class),
                                                row.get(3, Long.class),
                                                row.get(4, Long.class),
                                                row.get(5, Long.class)));
    }

    /** Postings that moved nothing. */
    long emptyPostings(CoopId coop) {
        return sql.fetchSingle(EMPTY_POSTINGS, coop.code()).get(0, Long.class);
    }

    long postings(CoopId coop) {
        return sql.fetchCount(SHARE_POSTING, SHARE_POSTING.COOP_ID.eq(coop.code()));
    }

    void insert(CoopId coop, ShareProof proof) {
        sql.insertInto(SHARE_PROOF)
                .set(SHARE_PROOF.COOP_ID, coop.code())
                .set(SHARE_PROOF.PROOF_ID, Ids.next(clock))
                .set(SHARE_PROOF.DAY, proof.day())
                .set(SHARE_PROOF.RUN_AT, proof.runAt().atOffset(ZoneOffset.UTC))
                .set(SHARE_PROOF.POSTINGS, proof.postings())
                .set(SHARE_PROOF.CAPITAL_YEN, proof.capital().amount())
                .set(SHARE_PROOF.DUE_YEN, proof.due().amount())
                .set(SHARE_PROOF.OWED_YEN, proof.owed().amount())
                .set(SHARE_PROOF.FINDINGS, proof.findings().toArray(String[]::new))
                .execute();
    }

    /** The last proofs, the newest first. */
    List<ShareProof> since(CoopId coop, LocalDate day) {
        return sql.selectFrom(SHARE_PROOF)
                .where(SHARE_PROOF.COOP_ID.eq(coop.code()), SHARE_PROOF.DAY.ge(day))
                .orderBy(SHARE_PROOF.RUN_AT.desc(), SHARE_PROOF.PROOF_ID.desc())
                .fetch(ShareProofStore::proof);
    }

    private static ShareProof proof(ShareProofRecord row) {
        return new ShareProof(
                row.getDay(),
                row.getRunAt().toInstant(),
                row.getPostings(),
                Yen.of(row.getCapitalYen()),
                Yen.of(row.getDueYen()),
                Yen.of(row.getOwedYen()),
                Arrays.asList(row.getFindings()));
    }
}
