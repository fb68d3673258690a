package coop.kumiai.wallet;

import static coop.kumiai.wallet.db.Tables.BALANCE;
import static coop.kumiai.wallet.db.Tables.POSTING;
import static coop.kumiai.wallet.db.Tables.PROOF;
import static coop.kumiai.wallet.db.Tables.TRANSFER;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.Yen;
import coop.kumiai.wallet.db.tables.records.ProofRecord;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Adds the ledger up anew, each sum by another way than the one that wrote it. */
@Repository
class WalletProofStore {
    private static final int MOST_FINDINGS = 100;

    /** Every transfer twice: what it credits and what it debits. */
    private static final String ENTRIES =
            """
            with entry as (
                select t.wallet_id, a.account, sum(a.debit)::bigint as debit, sum(a.credit)::bigint as credit
                from wallet.transfer t
                cross join lateral (values (t.debit, t.amount_yen, 0::bigint), (t.credit, 0::bigint, t.amount_yen))
                    a (account, debit, credit)
                where t.coop_id = ?
                group by 1, 2
            )
            """;

    private static final String BALANCES =
            ENTRIES
                    + """
                    , summed as (
                        select wallet_id, account,
                            case when account like 'debt:%' then debit - credit else credit - debit end as amount
                        from entry where account similar to '(money|points|held|debt):%'
                    ), kept as (select wallet_id, account, amount_yen as amount from wallet.balance where coop_id = ?)
                    select wallet_id::text, account, coalesce(s.amount, 0), coalesce(k.amount, 0)
                    from summed s full join kept k using (wallet_id, account)
                    where coalesce(s.amount, 0) <> coalesce(k.amount, 0) order by 1, 2 limit ?
                    """;

    private static final String TOTALS =
            ENTRIES
                    + """
                    , summed as (
                        select account, sum(debit)::bigint as debit, sum(credit)::bigint as credit
                        from entry where account not similar to '(money|points|held|debt):%' group by 1
                    ), kept as (
                        select account, sum(debit_yen)::bigint as debit, sum(credit_yen)::bigint as credit
                        from wallet.total where coop_id = ? group by 1
                    )
                    select account, coalesce(s.credit - s.debit, 0), coalesce(k.credit - k.debit, 0)
                    from summed s full join kept k using (account)
                    where (s.debit, s.credit) is distinct from (k.debit, k.credit) order by 1 limit ?
                    """;

    private static final String HOLDS =
            """
            with kept as (
                select wallet_id, amount_yen as amount from wallet.balance where coop_id = ? and account = 'held:'
            ), waiting as (
                select wallet_id, sum(amount_yen)::bigint as amount from wallet.open_item
                where coop_id = ? and kind = 'hold' and closed_at is null group by 1
            )
            select wallet_id::text, coalesce(w.amount, 0), coalesce(k.amount, 0)
            from waiting w full join kept k using (wallet_id)
            where coalesce(w.amount, 0) <> coalesce(k.amount, 0) order by 1 limit ?
            """;

    /** What the last answer said against what is there now. */
    private static final String LAST_ANSWERS =
            """
            with last as (
                select distinct on (wallet_id) wallet_id, money_after_yen as money, points_after as points
                from wallet.posting where coop_id = ? order by wallet_id, seq desc
            ), kept as (
                select wallet_id, sum(amount_yen) filter (where account like 'money:%')::bigint as money,
                    sum(amount_yen) filter (where account like 'points:%')::bigint as points
                from wallet.balance where coop_id = ? group by 1
            )
            select wallet_id::text, coalesce(l.money, 0) + coalesce(l.points, 0), coalesce(k.money, 0) + coalesce(k.points, 0)
            from last l full join kept k using (wallet_id)
            where (coalesce(l.money, 0), coalesce(l.points, 0)) is distinct from (coalesce(k.money, 0), coalesce(k.points, 0))
            order by 1 limit ?
            """;

    /** What campaigns have granted: to each wallet, and out of each budget (without a wallet). */
    private static final String CAMPAIGNS =
            """
            with moved as (
                select t.wallet_id, split_part(a.account, '/', 2) as code, sum(a.amount)::bigint as amount
                from wallet.transfer t
                cross join lateral (values (t.debit, t.amount_yen), (t.credit, -t.amount_yen)) a (account, amount)
                where t.coop_id = ? and a.account like 'granted:%/%'
                group by 1, 2
            ), summed as (
                select wallet_id::text as wallet, code, amount from moved
                union all
                select '', code, sum(m.amount)::bigint from moved m
                where exists (select from wallet.campaign c where c.coop_id = ? and c.code = m.code and c.budget_yen is not null)
                group by code
            ), kept as (
                select wallet_id::text as wallet, code, granted_yen as amount from wallet.campaign_share where coop_id = ?
                union all
                select '', code, granted_yen from wallet.campaign where coop_id = ? and budget_yen is not null
            )
            select code, wallet, coalesce(s.amount, 0), coalesce(k.amount, 0)
            from summed s full join kept k using (wallet, code)
            where coalesce(s.amount, 0) <> coalesce(k.amount, 0) or k.amount < 0 order by 1, 2 limit ?
            """;

    /** No shop has given back more of a payment than it took. */
    private static final String REFUNDS =
            """
            with given as (
                select p.wallet_id, p.about, sum(t.amount_yen)::bigint as amount
                from wallet.posting p join wallet.transfer t using (coop_id, wallet_id, posting_id)
                where p.coop_id = ? and t.debit like 'refunds:%' group by 1, 2
            )
            select g.wallet_id::text, coalesce(g.about::text, ''), g.amount, taken.amount
            from given g cross join lateral (
                select coalesce(sum(t.amount_yen), 0)::bigint as amount from wallet.transfer t
                where t.coop_id = ? and t.wallet_id = g.wallet_id and t.posting_id = g.about and t.credit like 'sales:%') taken
            where g.amount > taken.amount order by 1, 2 limit ?
            """;

    private static final String ORPHANS =
            """
            select (select count(*) from wallet.transfer t where t.coop_id = ? and not exists (
                    select from wallet.posting p where p.coop_id = t.coop_id and p.wallet_id = t.wallet_id
                        and p.posting_id = t.posting_id and p.refusal_code is null))
                + (select count(*) from wallet.posting p where p.coop_id = ? and not exists (
                    select from wallet.wallet w where w.coop_id = p.coop_id and w.wallet_id = p.wallet_id))
                + (select count(*) from wallet.balance b where b.coop_id = ? and not exists (
                    select from wallet.wallet w where w.coop_id = b.coop_id and w.wallet_id = b.wallet_id))
            """;

    private final DSLContext sql;
    private final Clock clock;

    WalletProofStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Everything that does not agree, in words. */
    List<String> findings(CoopId coop) {
        var id = coop.code();
        var findings = new ArrayList<String>();
        sql.fetch(BALANCES, id, id, MOST_FINDINGS)
                .forEach(
                        row ->
                                findings.add(
                                        "電子マネー %s の勘定 %s：仕訳の合計は%,d円、残高は%,d円です。"
                                                .formatted(row.intoArray())));
        sql.fetch(TOTALS, id, id, MOST_FINDINGS)
                .forEach(
                        row ->
                                findings.add(
                                        "勘定 %s：仕訳の合計は%,d円、集計は%,d円です。".formatted(row.intoArray())));
        sql.fetch(HOLDS, id, id, MOST_FINDINGS)
                .forEach(
                        row ->
                                findings.add(
                                        "電子マネー %s：終わっていない保留は%,d円、保留の残高は%,d円です。"
                                                .formatted(row.intoArray())));
        sql.fetch(LAST_ANSWERS, id, id, MOST_FINDINGS)
                .forEach(
                        row ->
                                findings.add(
                                        "電子マネー %s：最後の明細の残高とポイントは%,d円、いまは%,d円です。"
                                                .formatted(row.intoArray())));
        sql.fetch(CAMPAIGNS, id, id, id, id, MOST_FINDINGS)
                .forEach(
                        row ->
                                findings.add(
                                        "キャンペーン %s %s：仕訳の合計は%,dポイント、集計は%,dポイントです。"
                                                .formatted(row.intoArray())));
        sql.fetch(REFUNDS, id, id, MOST_FINDINGS)
                .forEach(
                        row ->
                                findings.add(
                                        "電子マネー %s の取引 %s：返金の合計は%,d円、お支払いは%,d円です。"
                                                .formatted(row.intoArray())));
        return findings;
    }

    /** Rows without the wallet or the posting that they belong to. */
    long orphans(CoopId coop) {
        return sql.fetchSingle(ORPHANS, coop.code(), coop.code(), coop.code()).get(0, Long.class);
    }

    /** What all wallets hold in accounts of a kind. */
    Yen held(CoopId coop, Account.Kind kind) {
        var sum = org.jooq.impl.DSL.sum(BALANCE.AMOUNT_YEN);
        return sql.select(sum)
                .from(BALANCE)
                .where(
                        BALANCE.COOP_ID.eq(coop.code()),
                        BALANCE.ACCOUNT.startsWith(Account.of(kind, "").code()))
                .fetchOptional(sum)
                .map(it -> Yen.of(it.longValueExact()))
                .orElse(Yen.ZERO);
    }

    /** Credits less debits of an account of the co-op, over all days and stripes. */
    Yen total(CoopId coop, Account.Kind kind) {
        var row =
                sql.fetchSingle(
                        "select coalesce(sum(credit_yen - debit_yen), 0)::bigint from wallet.total"
                                + " where coop_id = ? and account like ?",
                        coop.code(),
                        Account.of(kind, "%").code());
        return Yen.of(row.get(0, Long.class));
    }

    long postings(CoopId coop) {
        return sql.fetchCount(POSTING, POSTING.COOP_ID.eq(coop.code()));
    }

    long transfers(CoopId coop) {
        return sql.fetchCount(TRANSFER, TRANSFER.COOP_ID.eq(coop.code()));
    }

    void insert(CoopId coop, WalletProof proof) {
        sql.insertInto(PROOF)
                .set(PROOF.COOP_ID, coop.code())
                .set(PROOF.PROOF_ID, Ids.next(clock))
                .set(PROOF.DAY, proof.day())
                .set(PROOF.RUN_AT, proof.runAt().atOffset(ZoneOffset.UTC))
                .set(PROOF.POSTINGS, proof.postings())
                .set(PROOF.TRANSFERS, proof.transfers())
                .set(PROOF.MONEY_YEN, proof.money().amount())
                .set(PROOF.POINTS, proof.points())
                .set(PROOF.HELD_YEN, proof.held().amount())
                .set(PROOF.POINT_DEBT, proof.pointDebt())
                .set(PROOF.FINDINGS, proof.findings().toArray(String[]::new))
                .execute();
    }

    /** The last proofs, the newest first. */
    List<WalletProof> since(CoopId coop, LocalDate day) {
        return sql.selectFrom(PROOF)
                .where(PROOF.COOP_ID.eq(coop.code()), PROOF.DAY.ge(day))
                .orderBy(PROOF.RUN_AT.desc(), PROOF.PROOF_ID.desc())
                .fetch(WalletProofStore::proof);
    }

    private static WalletProof proof(ProofRecord row) {
        return new WalletProof(
                row.getDay(),
                row.getRunAt().toInstant(),
                row.getPostings(),
                row.getTransfers(),
                Yen.of(row.getMoneyYen()),
                row.getPoints(),
                Yen.of(row.getHeldYen()),
                row.getPointDebt(),
                Arrays.asList(row.getFindings()));
    }
}
