package coop.kumiai.tills;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.wallet.Channel;
import coop.kumiai.wallet.Instruction;
import coop.kumiai.wallet.PointUse;
import coop.kumiai.wallet.Purchase;
import coop.kumiai.wallet.ReceiptLine;
import coop.kumiai.wallet.Wallets;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 電子マネー at a till. Every request has a key of the till's: sent again, after an answer that was
 * lost, it is answered as before and nothing happens twice. First it is settled whose wallet it is,
 * then the ledger is asked; a till that stops between the two goes on by sending again.
 */
@Service
public class TillSales {
    /** The money that tills charge. */
    private static final String BASE = "base";

    private final TillClaims claims;
    private final TillEntryStore store;
    private final Wallets wallets;

    TillSales(TillClaims claims, TillEntryStore store, Wallets wallets) {
        this.claims = claims;
        this.store = store;
        this.wallets = wallets;
    }

    /**
     * Cash has come in (U-WAL-2).
     *
     * @param code that the member shows
     * @throws Refused now and at every repetition
     */
    public TillReceipt charge(CoopId coop, TillRequest request, String code, Yen amount) {
        var claim = claims.byCode(coop, request, TillEntryKind.CHARGE, code);
        var entry = claim.entry();
        return done(
                coop,
                claim,
                new Instruction.Charge(
                        entry.ledgerKey(),
                        entry.wallet(),
                        Channel.CASH,
                        BASE,
                        amount,
                        Optional.empty()));
    }

    /**
     * お支払い by the member's one-time code (U-WAL-1).
     *
     * @param lines of the receipt, in sum the amount; none where the till does not know them
     * @throws Refused now and at every repetition
     */
    public TillReceipt pay(
            CoopId coop,
            TillRequest request,
            String code,
            Yen amount,
            List<ReceiptLine> lines,
            PointUse points) {
        var claim = claims.byCode(coop, request, TillEntryKind.PAYMENT, code);
        var entry = claim.entry();
        return done(
                coop,
                claim,
                new Instruction.Pay(
                        entry.ledgerKey(),
                        entry.wallet(),
                        new Purchase(entry.storeId(), amount, lines),
                        points));
    }

    /**
     * 返金, and 取消 when it is whole (X-WAL-1): at any till of the store that took the payment.
     *
     * @param transaction of the payment
     * @param amount empty: all that is left of it
     * @throws Refused now and at every repetition
     */
    public TillReceipt refund(
            CoopId coop,
            TillRequest request,
            UUID transaction,
            Optional<Yen> amount,
            String reason) {
        var claim = claims.byPayment(coop, request, transaction);
        var entry = claim.entry();
        return done(
                coop,
                claim,
                new Instruction.Refund(
                        entry.ledgerKey(),
                        entry.wallet(),
                        posting(coop, transaction),
                        amount,
                        reason));
    }

    /**
     * What came of a request whose answer was lost.
     *
     * @throws Refused when it was refused, with the same words
     * @throws NotFound when nothing has happened: the till may send it again under the same key
     */
    public TillReceipt find(CoopId coop, UUID tillId, String key) {
        var entry = store.byKey(coop, tillId, key).orElseThrow(() -> new NotFound("transaction"));
        entry.refusal()
                .ifPresent(
                        why -> {
                            throw Refused.because(why);
                        });
        return wallets.answer(coop, entry.ledgerKey())
                .map(it -> entry.answered(it, true))
                .orElseThrow(() -> new NotFound("transaction"));
    }

    private TillReceipt done(CoopId coop, TillClaims.Claim claim, Instruction instruction) {
        return claim.entry().answered(wallets.post(coop, instruction), claim.repeated());
    }

    /** A payment that was refused or never came to the ledger cannot be refunded. */
    private UUID posting(CoopId coop, UUID transaction) {
        return store.find(coop, transaction)
                .flatMap(it -> wallets.find(coop, it.ledgerKey()))
                .orElseThrow(() -> Refused.because(new TillRefusal.NoSuchPayment()))
                .postingId();
    }
}
