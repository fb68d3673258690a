package coop.kumiai.wallet;

import coop.kumiai.kernel.Yen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** お支払い: at once, or in two steps by a hold. */
final class PaymentRules {
    private PaymentRules() {}

    static Judgement pay(WalletFacts facts, Instruction.Pay pay, Terms terms, UUID id) {
        var purchase = pay.purchase();
        var shop = purchase.shop();
        var refusal =
                lines(purchase)
                        .or(
                                () ->
                                        SpendingRules.refusal(
                                                facts,
                                                terms,
                                                shop,
                                                purchase.amount(),
                                                pay.points()));
        if (refusal.isPresent()) {
            return new Judgement.No(refusal.get());
        }
        var sources = SpendingRules.sources(facts, terms, shop, purchase.amount(), pay.points());
        var posting = Posting.of(id, facts, PostingKind.PAY, List.of(), terms);
        return Judgement.of(sold(facts, posting, purchase, sources, terms));
    }

    static Judgement hold(WalletFacts facts, Instruction.Hold hold, Terms terms, UUID id) {
        var refusal =
                SpendingRules.refusal(facts, terms, hold.shop(), hold.amount(), hold.points());
        if (refusal.isPresent()) {
            return new Judgement.No(refusal.get());
        }
        var sources =
                SpendingRules.sources(facts, terms, hold.shop(), hold.amount(), hold.points());
        var until = terms.now().plus(terms.holds().valid());
        return Judgement.of(
                Posting.of(id, facts, PostingKind.HOLD, Source.to(Account.held(), sources), terms)
                        .at(hold.shop(), List.of())
                        .opening(new OpenItem(id, OpenItem.Kind.HOLD, "", hold.amount(), until)));
    }

    /**
     * Gives the hold back to where it came from and pays out of the same accounts, so that a later
     * refund finds a payment like any other. A suspended wallet still pays: the purchase was made
     * before.
     */
    static Judgement capture(WalletFacts facts, Instruction.Capture capture, Terms terms, UUID id) {
        var purchase = capture.purchase();
        var refusal =
                notHeld(facts, capture.hold(), terms)
                        .or(() -> heldElsewhere(facts, capture, terms))
                        .or(() -> lines(purchase))
                        .or(() -> beyondTheHold(facts, capture));
        if (refusal.isPresent()) {
            return new Judgement.No(refusal.get());
        }
        var held = held(facts, capture.hold());
        var all = held.stream().map(it -> new Source(it.debit(), it.amount())).toList();
        var posting =
                Posting.of(id, facts, PostingKind.CAPTURE, back(held), terms).about(capture.hold());
        var sources = Source.take(all, purchase.amount());
        return Judgement.of(sold(facts, posting, purchase, sources, terms));
    }

    static Judgement release(WalletFacts facts, Instruction.Release release, Terms terms, UUID id) {
        var refusal = notHeld(facts, release.hold(), terms);
        return refusal.isPresent()
                ? new Judgement.No(refusal.get())
                : Judgement.of(
                        Posting.of(
                                        id,
                                        facts,
                                        PostingKind.RELEASE,
                                        back(held(facts, release.hold())),
                                        terms)
                                .about(release.hold()));
    }

    /** What the shop takes, what lapses of what is left, and what the purchase earns. */
    private static Posting sold(
            WalletFacts facts,
            Posting posting,
            Purchase purchase,
            List<Source> sources,
            Terms terms) {
        var sales = Account.of(Account.Kind.SALES, purchase.shop());
        var taken = posting.and(Source.to(sales, sources)).at(purchase.shop(), purchase.lines());
        var over = PointRules.over(facts.after(taken), facts.pointsFrom(), terms);
        var money = Source.money(sources);
        var earned = new ArrayList<>(EarningRules.earned(purchase, money, terms));
        earned.addAll(CampaignRules.earned(facts, purchase, money, terms));
        return taken.and(over).and(PointRules.granted(facts, earned));
    }

    private static List<Transfer> back(List<Transfer> held) {
        var back = new ArrayList<Transfer>();
        held.forEach(it -> back.add(Transfer.of(Account.held(), it.debit(), it.amount())));
        return back;
    }

    private static List<Transfer> held(WalletFacts facts, UUID hold) {
        return Optional.ofNullable(facts.past().get(hold))
                .orElseThrow(() -> new IllegalStateException("an open hold without its posting"))
                .transfers();
    }

    private static Optional<WalletRefusal> notHeld(WalletFacts facts, UUID hold, Terms terms) {
        var item = facts.open().get(hold);
        return item != null && item.kind() == OpenItem.Kind.HOLD
                ? Optional.empty()
                : Optional.of(new WalletRefusal.NotWaiting(terms.holds().valid()));
    }

    /** What one shop has set aside is no other's. */
    private static Optional<WalletRefusal> heldElsewhere(
            WalletFacts facts, Instruction.Capture capture, Terms terms) {
        var past = facts.past().get(capture.hold());
        return past == null || past.shop().equals(capture.purchase().shop())
                ? Optional.empty()
                : Optional.of(new WalletRefusal.NotWaiting(terms.holds().valid()));
    }

    private static Optional<WalletRefusal> beyondTheHold(
            WalletFacts facts, Instruction.Capture capture) {
        var held = Yen.sum(held(facts, capture.hold()).stream().map(Transfer::amount).toList());
        var amount = capture.purchase().amount();
        if (amount.amount() <= 0) {
            return Optional.of(new WalletRefusal.NotAnAmount(Yen.of(1)));
        }
        return amount.isMoreThan(held)
                ? Optional.of(new WalletRefusal.MoreThanIsHeld(held, amount))
                : Optional.empty();
    }

    private static Optional<WalletRefusal> lines(Purchase purchase) {
        var sum = Yen.sum(purchase.lines().stream().map(ReceiptLine::amount).toList());
        return purchase.lines().isEmpty() || sum.equals(purchase.amount())
                ? Optional.empty()
                : Optional.of(new WalletRefusal.LinesDiffer(sum, purchase.amount()));
    }
}
