package coop.kumiai.shop.checkout;

import coop.kumiai.kernel.Yen;
import coop.kumiai.orders.Cart;
import coop.kumiai.payments.PaymentMethod;
import coop.kumiai.shop.OrderWords;
import coop.kumiai.shop.SlotWords;
import coop.kumiai.stores.Slot;
import coop.kumiai.web.LetterLine;

import java.util.ArrayList;
import java.util.List;

/**
 * What a member confirms, as a letter.
 *
 * @param root of the co-op's pages, with a closing slash
 * @param shareDue 出資金 to be collected at the door, apart from the goods (N-JOIN-2)
 */
public record OrderLetter(
        String root, String memberName, Cart cart, CheckoutForm form, Yen shareDue) {

    public List<LetterLine> lines() {
        var lines = new ArrayList<LetterLine>();
        cart.delivery()
                .ifPresent(
                        delivery -> {
                            var slot = delivery.slot().map(SlotWords::slot).orElse("まだお選びではありません");
                            lines.add(LetterLine.of("お届け", slot, root + "slots"));
                            lines.add(
                                    LetterLine.of(
                                            "お届け先",
                                            OrderWords.address(delivery.destination()),
                                            root + "slots"));
                            lines.add(
                                    LetterLine.of(
                                            "お受け取り", delivery.destination().recipient() + " 様"));
                        });
        lines.addAll(
                OrderWords.wishes(
                        PaymentMethod.CASH_ON_DELIVERY, form.wishes(), root + "checkout"));
        if (!shareDue.isZero()) {
            lines.add(LetterLine.of("出資金", shareDue + "（代金とは別に、はじめのお届けのときにお預かりします）"));
        }
        return lines;
    }

    /** {@code 11/23(月) 10時}, empty while no slot is chosen. */
    public String cutoff() {
        return cart.delivery().flatMap(it -> it.slot()).map(Slot::cutoffLabel).orElse("");
    }

    public boolean hasAlcohol() {
        return cart.lines().stream().anyMatch(line -> line.product().alcohol());
    }
}
