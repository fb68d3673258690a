package coop.kumiai.shop.checkout;

import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Cart;
import coop.kumiai.orders.OrderTotals;
import coop.kumiai.payments.CardTerms;
import coop.kumiai.shop.OrderWords;
import coop.kumiai.shop.SlotWords;
import coop.kumiai.stores.Slot;
import coop.kumiai.web.LetterLine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a member confirms, as a letter.
 *
 * @param root of the co-op's pages, with a closing slash
 * @param payment how it is paid, in words
 * @param shareDue 出資金 to be collected at the door, apart from the goods (N-JOIN-2)
 */
public record OrderLetter(
        String root,
        String memberName,
        Cart cart,
        CheckoutForm form,
        String payment,
        Yen shareDue) {

    public List<LetterLine> lines() {
        var lines = new ArrayList<LetterLine>();
        cart.delivery()
                .ifPresent(
                        delivery -> {
                            var slot = delivery.slot().map(SlotWords::slot).orElse("まだお選びではありません");
                            lines.add(
                                    LetterLine.of(
                                            delivery.isDriveThrough() ? "お受け取りの便" : "お届け",
                                            slot,
                                            root + "slots"));
                            lines.add(
                                    LetterLine.of(
                                            delivery.isDriveThrough() ? "お渡し場所" : "お届け先",
                                            OrderWords.address(delivery.destination()),
                                            root + "slots"));
                            lines.add(
                                    LetterLine.of(
                                            "お受け取り", delivery.destination().recipient() + " 様"));
                        });
        lines.addAll(OrderWords.wishes(payment, form.wishes(), root + "checkout"));
        if (!shareDue.isZero()) {
            lines.add(LetterLine.of("出資金", shareDue + "（代金とは別に、はじめにお渡しするときにお預かりします）"));
        }
        return lines;
    }

    /** {@code 11/23(月) 10時}, empty while no slot is chosen. */
    public String cutoff() {
        return cart.delivery().flatMap(it -> it.slot()).map(Slot::cutoffLabel).orElse("");
    }

    /** What it comes to, paid in this way. */
    public OrderTotals totals() {
        return cart.totals(form.method());
    }

    /** What the card is asked for at most, where that is more than the amount (X-PICK-2). */
    public Optional<Yen> ceiling(CardTerms terms) {
        return form.byCard()
                ? Optional.of(cart.ceiling(form.wishes(), terms))
                        .filter(it -> it.isMoreThan(totals().total()))
                : Optional.empty();
    }

    public boolean hasAlcohol() {
        return cart.lines().stream().anyMatch(line -> line.product().alcohol());
    }
}
