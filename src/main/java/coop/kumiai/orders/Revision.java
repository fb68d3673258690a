package coop.kumiai.orders;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Short fingerprints by which a confirmation says what exactly it confirms: the same content has
 * the same one.
 */
final class Revision {
    private static final int BYTES = 12;

    private Revision() {}

    /** Of everything that a member sees before confirming a cart. */
    static String of(Optional<DeliveryChoice> delivery, List<CartLine> lines, OrderTotals totals) {
        var content = new StringBuilder();
        delivery.ifPresent(
                it ->
                        content.append(it.destination())
                                .append(it.store().id())
                                .append(it.slot().map(slot -> slot.id().toString()).orElse("")));
        lines.forEach(
                line ->
                        content.append('\n')
                                .append(line.product().jan())
                                .append(' ')
                                .append(line.quantity())
                                .append(line.price()));
        return of(content.append('\n').append(totals).toString());
    }

    static String of(String content) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
