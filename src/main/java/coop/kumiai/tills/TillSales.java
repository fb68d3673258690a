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
    static final String BASE = "base";

    private final TillClaims claims;
    private final CardSales cardSales;
    private final TillEntryStore store;
    private final Wallets wallets;

    TillSales(TillClaims claims, CardSales cardSales, TillEntryStore store, Wallets wallets) {
        this.claims = claims;
        this.cardSales = cardSales;
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
        var claim = claims.byCode(coop, request, TillEntryKind.CHARGE, code, "" + amount.amount());
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
        var asked = amount.amount() + "\n" + lines + "\n" + points;
        var claim = claims.byCode(coop, request, TillEntryKind.PAYMENT, code, asked);
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
     * Cash has come in for the holder of an IC card.
     *
     * @param idm of its chip
     * @throws Refused now and at every repetition
     */
    public TillReceipt chargeByCard(CoopId coop, TillRequest request, String idm, Yen amount) {
        return cardSales.charge(coop, request, idm, amount);
    }

    /**
     * お支払い by IC card, within the card's own limits (U-WAL-1, U-WAL-5).
     *
     * @param idm of its chip
     * @throws Refused now and at every repetition
     */
    public TillReceipt payByCard(
            CoopId coop,
            TillRequest request,
            String idm,
            Yen amount,
            List<ReceiptLine> lines,
            PointUse points) {
        var purchase = new Purchase(request.storeId(), amount, lines);
        return cardSales.pay(coop, request, idm, purchase, points);
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
        var claim = claims.byPayment(coop, request, transaction, amount + "\n" + reason);
        var entry = claim.entry();
        return done(
                coop,
                claim,
                new Instruction.Refund(
                        entry.ledgerKey(),
                        entry.wallet(),
                        posting(coop, transaction, new TillRefusal.NoSuchPayment()),
                        amount,
                        reason));
    }

    /**
     * チャージの取消: the amount was mistyped. As much of it as has not been spent, at the same till on
     * the same day.
     *
     * @param transaction of the charge
     * @param amount empty: all that is left of it
     * @throws Refused now and at every repetition
     */
    public TillReceipt takeBack(
            CoopId coop,
            TillRequest request,
            UUID transaction,
            Optional<Yen> amount,
            String reason) {
        var claim = claims.byCharge(coop, request, transaction, amount + "\n" + reason);
        var entry = claim.entry();
        return done(
                coop,
                claim,
                new Instruction.VoidCharge(
                        entry.ledgerKey(),
                        entry.wallet(),
                        posting(coop, transaction, new TillRefusal.NoSuchCharge()),
                        amount,
                        reason));
    }

    /**
     * What came of a request whose answer was lost.
     *
     * @throws Refused when it was refused, with the same words, or while it is not known yet
     * @throws NotFound when no such request has come
     */
    public TillReceipt find(CoopId coop, UUID tillId, String key) {
        var entry = store.byKey(coop, tillId, key).orElseThrow(() -> new NotFound("transaction"));
        entry.refusal()
                .ifPresent(
                        why -> {
                            throw Refused.because(why);
                        });
        if (entry.walletId().isEmpty()) {
            throw new NotFound(
                    "transaction"); // a code that nobody has paid by: asked for under /codes
        }
        return wallets.answer(coop, entry.ledgerKey())
                .map(it -> entry.answered(it, true))
                .orElseThrow(() -> Refused.because(new TillRefusal.UnderWay()));
    }

    private TillReceipt done(CoopId coop, TillClaims.Claim claim, Instruction instruction) {
        return claim.entry().answered(wallets.post(coop, instruction), claim.repeated());
    }

    /** What was refused or never came to the ledger cannot be taken back. */
    private UUID posting(CoopId coop, UUID transaction, TillRefusal otherwise) {
        return store.find(coop, transaction)
                .flatMap(it -> wallets.find(coop, it.ledgerKey()))
                .orElseThrow(() -> Refused.because(otherwise))
                .postingId();
    }
}
