package coop.kumiai.wallet;

import static coop.kumiai.wallet.db.Tables.OPEN_ITEM;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.wallet.Written.Change;
import coop.kumiai.wallet.Written.Total;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Writes what a batch has decided: one statement for all of it, and one more for what is rare. How
 * many rows each part touched must be how many it was about, or nothing is written.
 */
@Repository
class PostingStore {
    /** A balance changes only from what the rules were shown to what they made of it. */
    private static final String WRITE =
            """
            with posted as (
                insert into wallet.posting (coop_id, wallet_id, posting_id, kind, request_key, request_digest,
                    refusal_code, refusal_sentence, refusal_field, about, shop, reason, lines, money_after_yen, points_after,
                    effective_on, recorded_at)
                select ?, p.wallet_id, p.posting_id, p.kind, p.request_key, p.request_digest, p.refusal_code,
                    p.refusal_sentence, p.refusal_field, p.about, p.shop, p.reason, p.lines::jsonb, p.money_after,
                    p.points_after, ?::date, ?::timestamptz
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) p (wallet_id, posting_id, kind, request_key,
                    request_digest, refusal_code, refusal_sentence, refusal_field, about, shop, reason, lines,
                    money_after, points_after)
                returning 1
            ), moved as (
                insert into wallet.transfer (coop_id, wallet_id, posting_id, line, debit, credit, amount_yen, note)
                select ?, t.* from unnest(?, ?, ?, ?, ?, ?, ?) t
                returning 1
            ), changed as (
                update wallet.balance b set amount_yen = c.after, spent_on = c.spent_on, spent_yen = c.spent
                from unnest(?, ?, ?, ?, ?, ?) c (wallet_id, account, before, after, spent_on, spent)
                where b.coop_id = ? and b.wallet_id = c.wallet_id and b.account = c.account and b.amount_yen = c.before
                returning 1
            ), added as (
                insert into wallet.balance (coop_id, wallet_id, account, amount_yen, expires_on, spent_on, spent_yen)
                select ?, a.* from unnest(?, ?, ?, ?, ?, ?) a
                returning 1
            ), summed as (
                insert into wallet.total as t (coop_id, account, day, stripe, debit_yen, credit_yen)
                select ?, s.account, ?::date, ?::smallint, s.debit, s.credit from unnest(?, ?, ?) s (account, debit, credit)
                order by s.account
                on conflict (coop_id, account, day, stripe) do update
                    set debit_yen = t.debit_yen + excluded.debit_yen, credit_yen = t.credit_yen + excluded.credit_yen
                returning 1
            )
            select (select count(*) from posted), (select count(*) from moved), (select count(*) from changed),
                (select count(*) from added), (select count(*) from summed)
            """;

    private static final String TURN =
            """
            update wallet.wallet w set state = t.state, points_from = t.points_from
            from unnest(?, ?, ?) t (wallet_id, state, points_from) where w.coop_id = ? and w.wallet_id = t.wallet_id
            """;

    private final DSLContext sql;
    private final JsonMapper json;

    PostingStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The rows of the wallets are held. */
    void write(CoopId coop, Written written) {
        var transfers = Line.of(written.entries());
        var row = sql.fetchSingle(WRITE, bindings(coop, written, transfers));
        require(row.get(0, Long.class), written.entries().size());
        require(row.get(1, Long.class), transfers.size());
        require(row.get(2, Long.class), written.changed().size());
        require(row.get(3, Long.class), written.added().size());
        require(row.get(4, Long.class), written.totals().size());
        turn(coop, written.turned());
        written.entries().forEach(it -> openAndClose(coop, it, written.terms()));
    }

    /** One transfer with its place. */
    private record Line(Entry entry, short number, Transfer transfer) {
        static List<Line> of(List<Entry> entries) {
            return entries.stream().flatMap(entry -> of(entry).stream()).toList();
        }

        private static List<Line> of(Entry entry) {
            var transfers = entry.posting().transfers();
            return java.util.stream.IntStream.range(0, transfers.size())
                    .mapToObj(at -> new Line(entry, (short) at, transfers.get(at)))
                    .toList();
        }
    }

    private Object[] bindings(CoopId coop, Written written, List<Line> lines) {
        var bindings = new Bindings();
        bindings.add(
                coop.code(), written.terms().day(), written.terms().now().atOffset(ZoneOffset.UTC));
        postings(bindings, written.entries());
        bindings.add(coop.code());
        transfers(bindings, lines);
        changed(bindings, written.changed());
        bindings.add(coop.code());
        bindings.add(coop.code());
        added(bindings, written.added());
        bindings.add(coop.code(), written.terms().day(), (short) written.stripe());
        totals(bindings, written.totals());
        return bindings.all();
    }

    private void postings(Bindings bindings, List<Entry> entries) {
        bindings.column(entries, UUID[]::new, it -> it.posting().walletId());
        bindings.column(entries, UUID[]::new, Entry::postingId);
        bindings.column(entries, String[]::new, it -> it.posting().kind().code());
        bindings.column(entries, String[]::new, Entry::key);
        bindings.column(entries, String[]::new, Entry::digest);
        bindings.column(
                entries, String[]::new, it -> it.refusal().map(WalletRefusal::code).orElse(null));
        bindings.column(
                entries,
                String[]::new,
                it -> it.refusal().map(WalletRefusal::sentence).orElse(null));
        bindings.column(
                entries, String[]::new, it -> it.refusal().map(WalletRefusal::field).orElse(null));
        bindings.column(entries, UUID[]::new, it -> it.posting().about().orElse(null));
        bindings.column(entries, String[]::new, it -> it.posting().shop());
        bindings.column(entries, String[]::new, it -> it.posting().reason());
        bindings.column(entries, String[]::new, it -> json(it.posting().lines()));
        bindings.column(entries, Long[]::new, it -> it.moneyAfter().amount());
        bindings.column(entries, Long[]::new, it -> it.pointsAfter().amount());
    }

    private static void transfers(Bindings bindings, List<Line> lines) {
        bindings.column(lines, UUID[]::new, it -> it.entry().posting().walletId());
        bindings.column(lines, UUID[]::new, it -> it.entry().postingId());
        bindings.column(lines, Short[]::new, Line::number);
        bindings.column(lines, String[]::new, it -> it.transfer().debit().code());
        bindings.column(lines, String[]::new, it -> it.transfer().credit().code());
        bindings.column(lines, Long[]::new, it -> it.transfer().amount().amount());
        bindings.column(lines, String[]::new, it -> it.transfer().note());
    }

    private static void changed(Bindings bindings, List<Change> changes) {
        bindings.column(changes, UUID[]::new, Change::walletId);
        bindings.column(changes, String[]::new, it -> it.account().code());
        bindings.column(changes, Long[]::new, it -> it.before().amount().amount());
        bindings.column(changes, Long[]::new, it -> it.after().amount().amount());
        bindings.column(changes, LocalDate[]::new, it -> it.after().spentOn());
        bindings.column(changes, Long[]::new, it -> it.after().spent().amount());
    }

    private static void added(Bindings bindings, List<Change> changes) {
        bindings.column(changes, UUID[]::new, Change::walletId);
        bindings.column(changes, String[]::new, it -> it.account().code());
        bindings.column(changes, Long[]::new, it -> it.after().amount().amount());
        bindings.column(changes, LocalDate[]::new, it -> it.account().expiry().orElse(null));
        bindings.column(changes, LocalDate[]::new, it -> it.after().spentOn());
        bindings.column(changes, Long[]::new, it -> it.after().spent().amount());
    }

    private static void totals(Bindings bindings, List<Total> totals) {
        bindings.column(totals, String[]::new, Total::account);
        bindings.column(totals, Long[]::new, it -> it.debit().amount());
        bindings.column(totals, Long[]::new, it -> it.credit().amount());
    }

    private @Nullable String json(List<ReceiptLine> lines) {
        return lines.isEmpty() ? null : json.writeValueAsString(lines);
    }

    /** On the first purchases of a day these are many: one statement for all of them. */
    private void turn(CoopId coop, List<WalletFacts> turned) {
        if (!turned.isEmpty()) {
            var bindings = new Bindings();
            bindings.column(turned, UUID[]::new, WalletFacts::walletId);
            bindings.column(turned, String[]::new, it -> it.state().code());
            bindings.column(turned, LocalDate[]::new, WalletFacts::pointsFrom);
            bindings.add(coop.code());
            require(sql.execute(TURN, bindings.all()), turned.size());
        }
    }

    private void openAndClose(CoopId coop, Entry entry, Terms terms) {
        var posting = entry.posting();
        posting.opened().ifPresent(it -> open(coop, posting.walletId(), it));
        if (entry.refusal().isEmpty() && posting.closesItsOpenItem()) {
            posting.about().ifPresent(it -> close(coop, posting.walletId(), it, terms));
        }
    }

    private void open(CoopId coop, UUID walletId, OpenItem item) {
        sql.insertInto(OPEN_ITEM)
                .set(OPEN_ITEM.COOP_ID, coop.code())
                .set(OPEN_ITEM.WALLET_ID, walletId)
                .set(OPEN_ITEM.ITEM_ID, item.itemId())
                .set(OPEN_ITEM.KIND, item.kind().code())
                .set(OPEN_ITEM.CHANNEL, item.channel())
                .set(OPEN_ITEM.AMOUNT_YEN, item.amount().amount())
                .set(OPEN_ITEM.EXPIRES_AT, item.expiresAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private void close(CoopId coop, UUID walletId, UUID itemId, Terms terms) {
        require(
                sql.update(OPEN_ITEM)
                        .set(OPEN_ITEM.CLOSED_AT, terms.now().atOffset(ZoneOffset.UTC))
                        .where(
                                OPEN_ITEM.COOP_ID.eq(coop.code()),
                                OPEN_ITEM.WALLET_ID.eq(walletId),
                                OPEN_ITEM.ITEM_ID.eq(itemId),
                                OPEN_ITEM.CLOSED_AT.isNull())
                        .execute(),
                1);
    }

    private static void require(long touched, long expected) {
        if (touched != expected) {
            throw new IllegalStateException(
                    "%d rows touched of %d: nothing is written".formatted(touched, expected));
        }
    }
}
