package coop.kumiai.orders;

import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.PaymentMethod;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * One version (版) of an order: whole, unchangeable, what papers print.
 *
 * @param number from 1
 * @param madeBy the account of the member or of the member of staff
 * @param reason why, in a few words; empty when its kind says it all
 * @param cutoffAt 締切 of the slot
 * @param shareCapital 出資金 to collect at the door, apart from the goods (N-JOIN-2)
 */
public record OrderVersion(
        int number,
        Kind kind,
        Instant madeAt,
        UUID madeBy,
        String reason,
        Destination destination,
        Instant startsAt,
        Instant endsAt,
        Instant cutoffAt,
        PaymentMethod payment,
        Wishes wishes,
        OrderTotals totals,
        Yen shareCapital,
        List<OrderLine> lines) {

    public OrderVersion {
        lines = List.copyOf(lines);
    }

    /** How many pieces were ordered, which is what its slot counts (X-SLOT-3). */
    public int pieces() {
        return lines.stream().mapToInt(OrderLine::quantity).sum();
    }

    /** Whether any of its goods needs the age check at the door (N-ALC-1). */
    public boolean hasAlcohol() {
        return lines.stream().anyMatch(line -> line.alcohol() && line.quantity() > 0);
    }

    /** Whether its amount is an estimate, since something of it is sold by weight (N-PICK-4). */
    public boolean hasEstimate() {
        return lines.stream().anyMatch(OrderLine::isEstimate);
    }

    /** What comes after this version, the same but for what made it. */
    OrderVersion next(Kind nextKind, Instant at, UUID by) {
        return new OrderVersion(
                number + 1,
                nextKind,
                at,
                by,
                "",
                destination,
                startsAt,
                endsAt,
                cutoffAt,
                payment,
                wishes,
                totals,
                shareCapital,
                lines);
    }

    /** The same version with its reason. */
    OrderVersion because(String why) {
        return new OrderVersion(
                number,
                kind,
                madeAt,
                madeBy,
                why,
                destination,
                startsAt,
                endsAt,
                cutoffAt,
                payment,
                wishes,
                totals,
                shareCapital,
                lines);
    }

    /** The same version with what a change makes of it. */
    OrderVersion amended(Amendment amendment) {
        return new OrderVersion(
                number,
                kind,
                madeAt,
                madeBy,
                reason,
                destination,
                amendment.slot().startsAt(),
                amendment.slot().endsAt(),
                amendment.slot().cutoffAt(),
                amendment.payment(),
                wishes,
                amendment.totals(),
                shareCapital,
                amendment.lines());
    }

    /** The same version with other goods and money. */
    OrderVersion with(List<OrderLine> otherLines, OrderTotals otherTotals, Yen otherShare) {
        return new OrderVersion(
                number,
                kind,
                madeAt,
                madeBy,
                reason,
                destination,
                startsAt,
                endsAt,
                cutoffAt,
                payment,
                wishes,
                otherTotals,
                otherShare,
                otherLines);
    }

    /** What made the version. */
    public enum Kind {
        /** 注文確定. */
        PLACED,
        /** 注文変更. */
        AMENDED,
        /** 取り消し. */
        CANCELLED,
        /** ピッキング済み: what was found on the shelves. */
        PICKED;

        /** As it is stored and sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
