package coop.kumiai.wallet;

import static coop.kumiai.wallet.db.Tables.BALANCE;
import static coop.kumiai.wallet.db.Tables.OPEN_ITEM;
import static coop.kumiai.wallet.db.Tables.POSTING;
import static coop.kumiai.wallet.db.Tables.WALLET_;

import static org.jooq.impl.DSL.noCondition;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.wallet.db.tables.records.PostingRecord;
import coop.kumiai.wallet.db.tables.records.WalletRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Wallets as pages and jobs see them. */
@Repository
class WalletStore {
    private static final TypeReference<List<ReceiptLine>> LINES = new TypeReference<>() {};
    private final DSLContext sql;
    private final LedgerStore ledger;
    private final JsonMapper json;

    WalletStore(DSLContext sql, LedgerStore ledger, JsonMapper json) {
        this.sql = sql;
        this.ledger = ledger;
        this.json = json;
    }

    /** Nothing when the member has one already. */
    void insert(
            CoopId coop,
            UUID walletId,
            UUID memberId,
            WalletState state,
            LocalDate day,
            Instant now) {
        sql.insertInto(WALLET_)
                .set(WALLET_.COOP_ID, coop.code())
                .set(WALLET_.WALLET_ID, walletId)
                .set(WALLET_.MEMBER_ID, memberId)
                .set(WALLET_.STATE, state.code())
                .set(WALLET_.POINTS_FROM, day)
                .set(WALLET_.OPENED_AT, now.atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    Optional<Wallet> of(CoopId coop, UUID memberId) {
        return find(coop, WALLET_.MEMBER_ID.eq(memberId));
    }

    Optional<Wallet> find(CoopId coop, UUID walletId) {
        return find(coop, WALLET_.WALLET_ID.eq(walletId));
    }

    Optional<Receipt> answer(CoopId coop, String key) {
        return outcome(coop, key)
                .filter(Outcome.Done.class::isInstance)
                .map(it -> ((Outcome.Done) it).receipt());
    }

    Optional<Outcome> outcome(CoopId coop, String key) {
        return ledger.answers(coop, List.of(key)).values().stream()
                .map(Answer::outcome)
                .findFirst();
    }

    Map<String, Optional<Receipt>> answers(CoopId coop, Collection<String> keys) {
        var answers = new HashMap<String, Optional<Receipt>>();
        ledger.answers(coop, keys).forEach((key, it) -> answers.put(key, receipt(it.outcome())));
        return answers;
    }

    private static Optional<Receipt> receipt(Outcome outcome) {
        return outcome instanceof Outcome.Done(var receipt)
                ? Optional.of(receipt)
                : Optional.empty();
    }

    /** What happened, the newest first; refusals are left out. */
    List<Receipt> history(CoopId coop, UUID walletId, Optional<UUID> before, int most) {
        return movements(coop, walletId, before, most).stream().map(Movement::receipt).toList();
    }

    /** The same with the lines of receipts: two readings, however many there are. */
    List<Movement> movements(CoopId coop, UUID walletId, Optional<UUID> before, int most) {
        var rows = page(coop, walletId, before, most).fetch();
        var transfers =
                ledger.transfers(coop, List.of(walletId), rows.getValues(POSTING.POSTING_ID));
        return rows.map(
                row ->
                        new Movement(
                                LedgerStore.receipt(row, transfers),
                                Optional.ofNullable(row.getReason()).orElse(""),
                                lines(row)));
    }

    /** By the primary key alone, read backwards. */
    ResultQuery<PostingRecord> page(CoopId coop, UUID walletId, Optional<UUID> before, int most) {
        var older = before.map(POSTING.POSTING_ID::lt).map(Condition.class::cast);
        return sql.selectFrom(POSTING)
                .where(
                        POSTING.COOP_ID.eq(coop.code()),
                        POSTING.WALLET_ID.eq(walletId),
                        POSTING.REFUSAL_CODE.isNull(),
                        older.orElse(noCondition()))
                .orderBy(POSTING.POSTING_ID.desc())
                .limit(most);
    }

    private List<ReceiptLine> lines(PostingRecord row) {
        var kept = row.getLines();
        return kept == null ? List.of() : json.readValue(kept.data(), LINES);
    }

    /** Wallets with points whose own last day is over. */
    List<UUID> withLotsEndedBefore(CoopId coop, LocalDate day) {
        return sql.selectDistinct(BALANCE.WALLET_ID)
                .from(BALANCE)
                .where(
                        BALANCE.COOP_ID.eq(coop.code()),
                        BALANCE.EXPIRES_ON.lt(day),
                        BALANCE.AMOUNT_YEN.gt(0L))
                .fetch(BALANCE.WALLET_ID);
    }

    /** Wallets with points that purchases keep, whose last one is as long ago. */
    List<UUID> withPointsSince(CoopId coop, LocalDate lastPurchaseBefore) {
        return sql.selectDistinct(BALANCE.WALLET_ID)
                .from(BALANCE)
                .join(WALLET_)
                .using(BALANCE.COOP_ID, BALANCE.WALLET_ID)
                .where(
                        BALANCE.COOP_ID.eq(coop.code()),
                        BALANCE.EXPIRES_ON.eq(Account.NO_DAY),
                        BALANCE.AMOUNT_YEN.gt(0L),
                        WALLET_.POINTS_FROM.lt(lastPurchaseBefore))
                .fetch(BALANCE.WALLET_ID);
    }

    /** What waits for its second step. */
    List<OpenItem> open(CoopId coop, UUID walletId) {
        return List.copyOf(
                ledger.open(coop, List.of(walletId)).getOrDefault(walletId, Map.of()).values());
    }

    /** What has waited too long, by wallet. */
    Map<UUID, List<UUID>> overdue(CoopId coop, OpenItem.Kind kind, Instant now) {
        return sql.select(OPEN_ITEM.WALLET_ID, OPEN_ITEM.ITEM_ID)
                .from(OPEN_ITEM)
                .where(
                        OPEN_ITEM.COOP_ID.eq(coop.code()),
                        OPEN_ITEM.KIND.eq(kind.code()),
                        OPEN_ITEM.CLOSED_AT.isNull(),
                        OPEN_ITEM.EXPIRES_AT.lt(now.atOffset(ZoneOffset.UTC)))
                .fetchGroups(OPEN_ITEM.WALLET_ID, OPEN_ITEM.ITEM_ID);
    }

    private Optional<Wallet> find(CoopId coop, Condition which) {
        return sql.selectFrom(WALLET_)
                .where(WALLET_.COOP_ID.eq(coop.code()), which)
                .fetchOptional(row -> wallet(coop, row));
    }

    private Wallet wallet(CoopId coop, WalletRecord row) {
        var balances =
                ledger.balances(coop, List.of(row.getWalletId()))
                        .getOrDefault(row.getWalletId(), Map.of());
        var facts =
                new WalletFacts(
                        row.getWalletId(),
                        WalletState.of(row.getState()),
                        row.getPointsFrom(),
                        balances,
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of());
        var moneys = new HashMap<String, Yen>();
        balances.forEach(
                (account, balance) -> {
                    if (account.is(Account.Kind.MONEY)) {
                        moneys.put(account.name(), balance.amount());
                    }
                });
        return new Wallet(
                row.getWalletId(),
                row.getMemberId(),
                facts.state(),
                moneys,
                facts.lots(),
                facts.held(),
                facts.balance(Account.debt()).amount().amount(),
                facts.pointsFrom());
    }
}
