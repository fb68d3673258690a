package coop.kumiai.amendments;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.OrderTotals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What can be told about a change without asking anybody else, pure. */
final class ProposalRules {
    private static final int REVISION_BYTES = 12;

    private ProposalRules() {}

    /** Whether the draft is the order as it stands. */
    static boolean isNothing(Order order, Draft draft, List<ProposedLine> lines) {
        return draft.wanted().slot().equals(order.slot())
                && draft.wanted().payment() == order.current().payment()
                && lines.stream().allMatch(ProposedLine::isSame);
    }

    /**
     * What is wrong with single goods. An agreed product that the new day's store does not have
     * falls away and is shown so; one that is added must be there (N-CAT-1, N-ORD-7).
     */
    static Stream<Refusal> notSold(boolean isMoved, ProposedLine line) {
        var fallsAway = isMoved && line.before().isPresent();
        return line.isLost() && !fallsAway
                ? Stream.of(new AmendmentRefusal.NotSold(line.name()))
                : Stream.empty();
    }

    /**
     * What leaves the cart: only what the order gets more of. Goods of the cart that were made
     * fewer again in the change stay in it.
     */
    static Map<Jan, Integer> fromCart(Draft draft, List<ProposedLine> lines) {
        var taken = new LinkedHashMap<Jan, Integer>();
        for (var line : lines) {
            var more = line.quantityAfter() - line.quantityBefore();
            var pieces = Math.min(more, draft.fromCart().getOrDefault(line.jan(), 0));
            if (pieces > 0) {
                taken.put(line.jan(), pieces);
            }
        }
        return taken;
    }

    /** Says what exactly is accepted: the same draft at the same prices has the same one. */
    static String revision(Draft draft, List<OrderLine> after, OrderTotals totals) {
        var content =
                "%s %d %s %s\n%s\n%s"
                        .formatted(
                                draft.id(),
                                draft.baseVersion(),
                                draft.wanted().slot(),
                                draft.wanted().payment(),
                                after,
                                totals);
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, REVISION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
