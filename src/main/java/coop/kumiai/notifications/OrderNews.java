package coop.kumiai.notifications;

import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.OrderVersion;

import java.util.List;
import java.util.Optional;

/**
 * What a letter about an order says.
 *
 * @param name of the member
 * @param number of the order (注文番号)
 * @param version the version that the letter is about
 * @param slot {@code 11/23(月) 2便 14時〜16時}
 * @param cutoff {@code 11/23(月) 10時}
 * @param link the page of the order
 * @param phone of the store
 * @param representative who placed it for the member (M-CARE-3), with 代理の方; or empty
 * @param maker the same of who made the version that the letter is about
 * @param before the version before it; empty for the first one
 * @param shortages what the picker did not find, once picked
 */
public record OrderNews(
        LetterFrame frame,
        String name,
        String number,
        OrderVersion version,
        String slot,
        String cutoff,
        String link,
        String phone,
        String representative,
        String maker,
        Optional<OrderVersion> before,
        List<ShortLine> shortages) {

    /** What was put in for short goods (N-PICK-2). */
    public List<OrderLine> substitutes() {
        return version.lines().stream().filter(it -> it.insteadOf().isPresent()).toList();
    }

    /** Whether the amount may still change with the weight of its goods. */
    public boolean isEstimate() {
        return version.hasEstimate();
    }
}
