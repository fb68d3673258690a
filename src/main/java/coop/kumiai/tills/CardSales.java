package coop.kumiai.tills;

import coop.kumiai.cards.IcCardPayments;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.wallet.Channel;
import coop.kumiai.wallet.Instruction;
import coop.kumiai.wallet.PointUse;
import coop.kumiai.wallet.Purchase;
import coop.kumiai.wallet.Wallets;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.ArrayList;
import java.util.Optional;

/**
 * What tills ask by IC card (U-WAL-1). Claim, card and ledger are one transaction: the card's row
 * is held until the answer is on the disk, so that neither a suspension nor a second payment of the
 * same day's limit slips in between (U-WAL-5).
 */
@Component
class CardSales {
    private final TillClaims claims;
    private final IcCardPayments cards;
    private final Wallets wallets;

    CardSales(TillClaims claims, IcCardPayments cards, Wallets wallets) {
        this.claims = claims;
        this.cards = cards;
        this.wallets = wallets;
    }

    @Transactional(noRollbackFor = Refused.class)
    TillReceipt charge(CoopId coop, TillRequest request, String idm, Yen amount) {
        var claim =
                claims.byMember(
                        coop,
                        request,
                        TillEntryKind.CHARGE,
                        cards.mark(coop, idm),
                        () -> cards.holder(coop, request.tillId(), idm));
        var entry = claim.entry();
        var charge =
                new Instruction.Charge(
                        entry.ledgerKey(),
                        entry.wallet(),
                        Channel.CASH,
                        TillSales.BASE,
                        amount,
                        Optional.empty());
        return entry.answered(wallets.post(coop, charge), claim.repeated());
    }

    @Transactional(noRollbackFor = Refused.class)
    TillReceipt pay(
            CoopId coop, TillRequest request, String idm, Purchase purchase, PointUse points) {
        var payers = new ArrayList<IcCardPayments.Payer>();
        var claim =
                claims.byMember(
                        coop,
                        request,
                        TillEntryKind.PAYMENT,
                        cards.mark(coop, idm),
                        () -> {
                            var payer = cards.payer(coop, request.tillId(), idm, purchase.amount());
                            payers.add(payer);
                            return payer.memberId();
                        });
        var entry = claim.entry();
        var pay = new Instruction.Pay(entry.ledgerKey(), entry.wallet(), purchase, points);
        var receipt = wallets.post(coop, pay);
        payers.forEach(it -> cards.paid(coop, it));
        return entry.answered(receipt, claim.repeated());
    }
}
