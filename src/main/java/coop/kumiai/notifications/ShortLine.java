package coop.kumiai.notifications;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.orders.OrderLine;
import coop.kumiai.orders.OrderVersion;

import java.util.List;

/** A product that the store did not have enough of (欠品). */
public record ShortLine(String name, int ordered, int found) {

    /** What a picked version has less of than the one before it; nothing for any other version. */
    static List<ShortLine> between(OrderVersion before, OrderVersion picked) {
        if (picked.kind() != OrderVersion.Kind.PICKED) {
            return List.of();
        }
        var found = picked.lines().stream().collect(toMap(OrderLine::number, OrderLine::quantity));
        return before.lines().stream()
                .map(
                        line ->
                                new ShortLine(
                                        line.name(),
                                        line.quantity(),
                                        found.getOrDefault(line.number(), 0)))
                .filter(line -> line.found() < line.ordered())
                .toList();
    }
}
