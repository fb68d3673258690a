package coop.kumiai.wallet;

import static coop.kumiai.wallet.db.Tables.BALANCE;
import static coop.kumiai.wallet.db.Tables.OPEN_ITEM;
import static coop.kumiai.wallet.db.Tables.POSTING;
import static coop.kumiai.wallet.db.Tables.TRANSFER;
import static coop.kumiai.wallet.db.Tables.WALLET_;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.wallet.db.tables.records.BalanceRecord;
import coop.kumiai.wallet.db.tables.records.PostingRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads what rules need of the wallets of a batch. Their rows are held first, all of them and in
 * the order of their ids: whoever writes to wallets does so in this order, so that no two wait for
 * each other. What is read afterwards is what the last holder has left.
 */
@Repository
class LedgerStore {
    private static final UUID NOTHING = new UUID(0, 0);
    private final DSLContext sql;

    LedgerStore(DSLContext sql) {
        this.sql = sql;
    }

    /** The row of a wallet itself. */
    record Own(WalletState state, LocalDate pointsFrom) {}

    /** Holds the rows of wallets until the end of the transaction. */
    Map<UUID, Own> hold(CoopId coop, Collection<UUID> walletIds) {
        return sql.select(WALLET_.WALLET_ID, WALLET_.STATE, WALLET_.POINTS_FROM)
                .from(WALLET_)
                .where(WALLET_.COOP_ID.eq(coop.code()), WALLET_.WALLET_ID.eq(any(ids(walletIds))))
                .orderBy(WALLET_.WALLET_ID)
                .forUpdate()
                .fetchMap(
                        WALLET_.WALLET_ID,
                        row ->
                                new Own(
                                        WalletState.of(row.get(WALLET_.STATE)),
                                        row.get(WALLET_.POINTS_FROM)));
    }

    Map<UUID, Map<Account, Balance>> balances(CoopId coop, Collection<UUID> walletIds) {
        var balances = new HashMap<UUID, Map<Account, Balance>>();
        sql.selectFrom(BALANCE)
                .where(BALANCE.COOP_ID.eq(coop.code()), BALANCE.WALLET_ID.eq(any(ids(walletIds))))
                .forEach(
                        row ->
                                balances.computeIfAbsent(row.getWalletId(), any -> new HashMap<>())
                                        .put(Account.parse(row.getAccount()), balance(row)));
        return balances;
    }

    /**
     * Earlier postings by wallet, with what came of each since. Nobody refunds the payment of
     * another wallet: it is not among one's own.
     */
    Map<UUID, Map<UUID, Past>> past(
            CoopId coop, Collection<UUID> walletIds, Collection<UUID> postingIds) {
        var rows =
                sql.selectFrom(POSTING)
                        .where(
                                POSTING.COOP_ID.eq(coop.code()),
                                POSTING.WALLET_ID.eq(any(ids(walletIds))),
                                POSTING.REFUSAL_CODE.isNull(),
                                POSTING.POSTING_ID
                                        .eq(any(ids(postingIds)))
                                        .or(POSTING.ABOUT.eq(any(ids(postingIds)))))
                        .fetch();
        var transfers = transfers(coop, walletIds, rows.getValues(POSTING.POSTING_ID));
        var past = new HashMap<UUID, Map<UUID, Past>>();
        rows.forEach(
                row ->
                        past.computeIfAbsent(row.getWalletId(), any -> new HashMap<>())
                                .put(row.getPostingId(), past(row, transfers)));
        rows.forEach(
                row ->
                        past.getOrDefault(row.getWalletId(), new HashMap<>())
                                .computeIfPresent(
                                        Optional.ofNullable(row.getAbout()).orElse(NOTHING),
                                        (any, it) ->
                                                it.with(
                                                        transfers.getOrDefault(
                                                                row.getPostingId(), List.of()))));
        return past;
    }

    /** What waits for its second step, by wallet. */
    Map<UUID, Map<UUID, OpenItem>> open(CoopId coop, Collection<UUID> walletIds) {
        var open = new HashMap<UUID, Map<UUID, OpenItem>>();
        sql.selectFrom(OPEN_ITEM)
                .where(
                        OPEN_ITEM.COOP_ID.eq(coop.code()),
                        OPEN_ITEM.WALLET_ID.eq(any(ids(walletIds))),
                        OPEN_ITEM.CLOSED_AT.isNull())
                .forEach(
                        row ->
                                open.computeIfAbsent(row.getWalletId(), any -> new HashMap<>())
                                        .put(
                                                row.getItemId(),
                                                new OpenItem(
                                                        row.getItemId(),
                                                        OpenItem.Kind.of(row.getKind()),
                                                        Optional.ofNullable(row.getChannel())
                                                                .orElse(""),
                                                        Yen.of(row.getAmountYen()),
                                                        row.getExpiresAt().toInstant())));
        return open;
    }

    /** What a day's charges brought and still bring, by wallet and channel. */
    Map<UUID, Map<String, Yen>> charged(CoopId coop, Collection<UUID> walletIds, LocalDate day) {
        var charge = POSTING.as("charge");
        var back = POSTING.as("back");
        // in line, so that the index of charges alone is used
        var ofTheDay =
                charge.COOP_ID
                        .eq(coop.code())
                        .and(charge.WALLET_ID.eq(any(ids(walletIds))))
                        .and(charge.KIND.eq(inline(PostingKind.CHARGE.code())))
                        .and(charge.EFFECTIVE_ON.eq(day));
        var charged = new HashMap<UUID, Map<String, Yen>>();
        sql.select(charge.WALLET_ID, TRANSFER.DEBIT, sum(TRANSFER.AMOUNT_YEN))
                .from(charge)
                .join(TRANSFER)
                .on(isOf(charge))
                .where(ofTheDay)
                .groupBy(charge.WALLET_ID, TRANSFER.DEBIT)
                .forEach(row -> add(charged, row.value1(), row.value2(), yen(row.value3())));
        sql.select(back.WALLET_ID, TRANSFER.CREDIT, sum(TRANSFER.AMOUNT_YEN))
                .from(charge)
                .join(back)
                .on(
                        back.COOP_ID.eq(charge.COOP_ID),
                        back.WALLET_ID.eq(charge.WALLET_ID),
                        back.ABOUT.eq(charge.POSTING_ID),
                        back.KIND.eq(PostingKind.VOID_CHARGE.code()))
                .join(TRANSFER)
                .on(isOf(back))
                .where(ofTheDay)
                .groupBy(back.WALLET_ID, TRANSFER.CREDIT)
                .forEach(
                        row ->
                                add(
                                        charged,
                                        row.value1(),
                                        row.value2(),
                                        Yen.ZERO.minus(yen(row.value3()))));
        return charged;
    }

    private static Condition isOf(coop.kumiai.wallet.db.tables.Posting posting) {
        return TRANSFER.COOP_ID
                .eq(posting.COOP_ID)
                .and(TRANSFER.WALLET_ID.eq(posting.WALLET_ID))
                .and(TRANSFER.POSTING_ID.eq(posting.POSTING_ID));
    }

    private static void add(
            Map<UUID, Map<String, Yen>> charged, UUID walletId, String account, Yen amount) {
        charged.computeIfAbsent(walletId, any -> new HashMap<>())
                .merge(Account.parse(account).name(), amount, Yen::plus);
    }

    /** What was answered under these keys before. */
    Map<String, Answer> answers(CoopId coop, Collection<String> keys) {
        var rows =
                sql.selectFrom(POSTING)
                        .where(
                                POSTING.COOP_ID.eq(coop.code()),
                                POSTING.REQUEST_KEY.eq(any(keys.toArray(String[]::new))))
                        .fetch();
        var answers = new HashMap<String, Answer>();
        if (rows.isNotEmpty()) {
            var transfers =
                    transfers(
                            coop,
                            rows.getValues(POSTING.WALLET_ID),
                            rows.getValues(POSTING.POSTING_ID));
            rows.forEach(row -> answers.put(row.getRequestKey(), answer(row, transfers)));
        }
        return answers;
    }

    /** Transfers by posting, in the order in which they were decided. */
    Map<UUID, List<Transfer>> transfers(
            CoopId coop, Collection<UUID> walletIds, Collection<UUID> postingIds) {
        return sql.selectFrom(TRANSFER)
                .where(
                        TRANSFER.COOP_ID.eq(coop.code()),
                        TRANSFER.WALLET_ID.eq(any(ids(walletIds))),
                        TRANSFER.POSTING_ID.eq(any(ids(postingIds))))
                .orderBy(TRANSFER.POSTING_ID, TRANSFER.LINE)
                .fetchGroups(
                        TRANSFER.POSTING_ID,
                        row ->
                                new Transfer(
                                        Account.parse(row.get(TRANSFER.DEBIT)),
                                        Account.parse(row.get(TRANSFER.CREDIT)),
                                        Yen.of(row.get(TRANSFER.AMOUNT_YEN)),
                                        Optional.ofNullable(row.get(TRANSFER.NOTE)).orElse("")));
    }

    static Receipt receipt(PostingRecord row, Map<UUID, List<Transfer>> transfers) {
        return new Receipt(
                row.getPostingId(),
                row.getWalletId(),
                PostingKind.of(row.getKind()),
                Optional.ofNullable(row.getShop()).orElse(""),
                row.getRecordedAt().toInstant(),
                transfers.getOrDefault(row.getPostingId(), List.of()),
                Yen.of(row.getMoneyAfterYen()),
                row.getPointsAfter());
    }

    private static Answer answer(PostingRecord row, Map<UUID, List<Transfer>> transfers) {
        var outcome =
                row.getRefusalCode() == null
                        ? new Outcome.Done(receipt(row, transfers))
                        : new Outcome.No(
                                new WalletRefusal.AsBefore(
                                        row.getRefusalCode(),
                                        row.getRefusalSentence(),
                                        row.getRefusalField()));
        return new Answer(row.getRequestDigest(), outcome);
    }

    private static Past past(PostingRecord row, Map<UUID, List<Transfer>> transfers) {
        return new Past(
                PostingKind.of(row.getKind()),
                Optional.ofNullable(row.getShop()).orElse(""),
                row.getEffectiveOn(),
                transfers.getOrDefault(row.getPostingId(), List.of()),
                List.of());
    }

    private static Balance balance(BalanceRecord row) {
        return new Balance(
                Yen.of(row.getAmountYen()),
                Optional.ofNullable(row.getSpentOn()).orElse(LocalDate.EPOCH),
                Yen.of(row.getSpentYen()));
    }

    private static Yen yen(BigDecimal sum) {
        return Yen.of(sum.longValueExact());
    }

    private static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
