package coop.kumiai.documents;

import coop.kumiai.documents.StampDuty.Duty;
import coop.kumiai.kernel.Yen;

import java.util.List;

/**
 * What papers say that follow from a delivery note, pure: nothing on them is reckoned otherwise.
 */
final class Contents {
    private Contents() {}

    /**
     * 領収書: all that the note comes to, never a part (N-RCPT-2).
     *
     * @param paidFor the totals of the note, or what was left of it at the door, as far as they
     *     were paid
     * @param qualified whether it takes the place of the note as the qualified invoice
     */
    static PaperContent receipt(
            Paper note,
            PaperTotals paidFor,
            String addressee,
            String payment,
            boolean qualified,
            Duty duty,
            Yen stamp) {
        var sold = note.content();
        return new PaperContent(
                qualified && sold.qualified(),
                sold.seller(),
                addressee,
                sold.suppliedOn(),
                sold.orderNumber(),
                sold.store(),
                "",
                payment,
                note.number(),
                sold.suppliedOn(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                paidFor,
                Yen.ZERO,
                "お品代（ご注文 %s）として".formatted(sold.orderNumber()),
                duty.words(),
                stamp);
    }

    /** 返還請求書: goods at the rates of their sale, tax once per rate of this paper. */
    static PaperContent returned(
            Paper note, Return returned, List<PaperLine> lines, List<PaperFee> fees) {
        var sold = note.content();
        return new PaperContent(
                sold.qualified(),
                sold.seller(),
                sold.addressee(),
                returned.on(),
                sold.orderNumber(),
                sold.store(),
                "",
                sold.payment(),
                note.number(),
                sold.suppliedOn(),
                lines,
                List.of(),
                fees,
                List.of(),
                PaperRules.totals(lines, fees, List.of()),
                Yen.ZERO,
                returned.reason(),
                "",
                Yen.ZERO);
    }
}
