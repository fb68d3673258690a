package coop.kumiai.members;

import static coop.kumiai.members.db.Tables.SHARE_BALANCE;
import static coop.kumiai.members.db.Tables.SHARE_POSTING;
import static coop.kumiai.members.db.Tables.SHARE_TRANSFER;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.Yen;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The ledger of share capital: postings and transfers are only ever added, balances follow. */
@Repository
class ShareLedgerStore {
    private final DSLContext sql;
    private final Clock clock;

    ShareLedgerStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What was asked for under this key before, if anything. */
    Optional<String> content(CoopId coop, String requestKey) {
        return sql.select(SHARE_POSTING.REQUEST_CONTENT)
                .from(SHARE_POSTING)
                .where(
                        SHARE_POSTING.COOP_ID.eq(coop.code()),
                        SHARE_POSTING.REQUEST_KEY.eq(requestKey))
                .fetchOptional(SHARE_POSTING.REQUEST_CONTENT);
    }

    /**
     * Adds a posting; the caller holds the member's row.
     *
     * @return false when another request of this key came first
     */
    boolean post(CoopId coop, UUID memberId, ShareRequest request, List<ShareTransfer> transfers) {
        var postingId = Ids.next(clock);
        var rows =
                sql.insertInto(SHARE_POSTING)
                        .set(SHARE_POSTING.COOP_ID, coop.code())
                        .set(SHARE_POSTING.POSTING_ID, postingId)
                        .set(SHARE_POSTING.MEMBER_ID, memberId)
                        .set(SHARE_POSTING.KIND, request.kind().code())
                        .set(SHARE_POSTING.REQUEST_KEY, request.key())
                        .set(SHARE_POSTING.REQUEST_CONTENT, request.content(memberId))
                        .set(SHARE_POSTING.EFFECTIVE_ON, request.day())
                        .set(SHARE_POSTING.RECORDED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .set(SHARE_POSTING.ACTOR, request.actor().orElse(null))
                        .set(SHARE_POSTING.REF, request.ref())
                        .onConflict(SHARE_POSTING.COOP_ID, SHARE_POSTING.REQUEST_KEY)
                        .doNothing()
                        .execute();
        if (rows == 0) {
            return false;
        }
        short line = 1;
        for (var transfer : transfers) {
            insert(coop, postingId, line++, memberId, transfer);
        }
        ShareRules.changes(transfers)
                .forEach((account, change) -> move(coop, memberId, account, change));
        return true;
    }

    ShareHolding holding(CoopId coop, UUID memberId) {
        var balances = new EnumMap<ShareAccount, ShareAmount>(ShareAccount.class);
        sql.select(SHARE_BALANCE.ACCOUNT, SHARE_BALANCE.UNITS, SHARE_BALANCE.AMOUNT_YEN)
                .from(SHARE_BALANCE)
                .where(SHARE_BALANCE.COOP_ID.eq(coop.code()), SHARE_BALANCE.MEMBER_ID.eq(memberId))
                .forEach(
                        row ->
                                balances.put(
                                        ShareAccount.of(row.value1()),
                                        amount(row.value2(), row.value3())));
        return new ShareHolding(
                balances.getOrDefault(ShareAccount.CAPITAL, ShareAmount.NONE),
                balances.getOrDefault(ShareAccount.DUE, ShareAmount.NONE),
                balances.getOrDefault(ShareAccount.OWED, ShareAmount.NONE));
    }

    /** Everything that happened to the capital of a member, the oldest first. */
    List<SharePosting> history(CoopId coop, UUID memberId) {
        var transfers = transfers(coop, memberId);
        var history = new ArrayList<SharePosting>();
        var capital = ShareAmount.NONE;
        var rows =
                sql.selectFrom(SHARE_POSTING)
                        .where(
                                SHARE_POSTING.COOP_ID.eq(coop.code()),
                                SHARE_POSTING.MEMBER_ID.eq(memberId))
                        .orderBy(SHARE_POSTING.SEQ)
                        .fetch();
        for (var row : rows) {
            var moved = transfers.getOrDefault(row.getPostingId(), List.of());
            var change =
                    ShareRules.changes(moved).getOrDefault(ShareAccount.CAPITAL, ShareAmount.NONE);
            capital = capital.plus(change);
            history.add(
                    new SharePosting(
                            row.getPostingId(),
                            ShareKind.of(row.getKind()),
                            moved.getFirst().amount(),
                            row.getEffectiveOn(),
                            row.getRecordedAt().toInstant(),
                            row.getRef(),
                            capital));
        }
        return history;
    }

    private Map<UUID, List<ShareTransfer>> transfers(CoopId coop, UUID memberId) {
        return sql.selectFrom(SHARE_TRANSFER)
                .where(
                        SHARE_TRANSFER.COOP_ID.eq(coop.code()),
                        SHARE_TRANSFER.MEMBER_ID.eq(memberId))
                .orderBy(SHARE_TRANSFER.POSTING_ID, SHARE_TRANSFER.LINE)
                .fetchGroups(
                        SHARE_TRANSFER.POSTING_ID,
                        row ->
                                new ShareTransfer(
                                        ShareAccount.of(row.get(SHARE_TRANSFER.DEBIT)),
                                        ShareAccount.of(row.get(SHARE_TRANSFER.CREDIT)),
                                        amount(
                                                row.get(SHARE_TRANSFER.UNITS),
                                                row.get(SHARE_TRANSFER.AMOUNT_YEN))));
    }

    private void insert(
            CoopId coop, UUID postingId, short line, UUID memberId, ShareTransfer transfer) {
        sql.insertInto(SHARE_TRANSFER)
                .set(SHARE_TRANSFER.COOP_ID, coop.code())
                .set(SHARE_TRANSFER.POSTING_ID, postingId)
                .set(SHARE_TRANSFER.LINE, line)
                .set(SHARE_TRANSFER.MEMBER_ID, memberId)
                .set(SHARE_TRANSFER.DEBIT, transfer.debit().code())
                .set(SHARE_TRANSFER.CREDIT, transfer.credit().code())
                .set(SHARE_TRANSFER.UNITS, transfer.amount().units())
                .set(SHARE_TRANSFER.AMOUNT_YEN, transfer.amount().yen().amount())
                .execute();
    }

    /** A balance never goes below nought: the table refuses it, whatever was checked before. */
    private void move(CoopId coop, UUID memberId, ShareAccount account, ShareAmount by) {
        var rows =
                sql.update(SHARE_BALANCE)
                        .set(SHARE_BALANCE.UNITS, SHARE_BALANCE.UNITS.plus(by.units()))
                        .set(
                                SHARE_BALANCE.AMOUNT_YEN,
                                SHARE_BALANCE.AMOUNT_YEN.plus(by.yen().amount()))
                        .where(
                                SHARE_BALANCE.COOP_ID.eq(coop.code()),
                                SHARE_BALANCE.MEMBER_ID.eq(memberId),
                                SHARE_BALANCE.ACCOUNT.eq(account.code()))
                        .execute();
        if (rows == 0) {
            sql.insertInto(SHARE_BALANCE)
                    .values(coop.code(), memberId, account.code(), by.units(), by.yen().amount())
                    .execute();
        }
    }

    private static ShareAmount amount(long units, long yen) {
        return new ShareAmount(units, Yen.of(yen));
    }
}
