package coop.kumiai.documents;

import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a paper says, as it was when it was made: nothing of it is looked up when it is printed.
 *
 * @param qualified whether it is the qualified invoice (適格請求書) of what stands on it, or a qualified
 *     return invoice (適格返還請求書)
 * @param addressee 宛名
 * @param suppliedOn 取引年月日: the day of the delivery, or of the return
 * @param deliveredTo お届け先, empty where it is of no matter
 * @param payment how it was paid
 * @param about the number of the paper that this one refers to, empty where there is none
 * @param aboutDay 取引年月日 of that paper, or of this one
 * @param lines goods, in the order of their lines
 * @param missing names of what was ordered and short (欠品)
 * @param shareCapital 出資金 collected with it: neither sale nor taxable, not in the totals
 * @param proviso 但し書き of a receipt, the reason of a return
 * @param stamp what a receipt says of 印紙税
 * @param stampYen the stamp that it bears on paper
 */
public record PaperContent(
        boolean qualified,
        PaperSeller seller,
        String addressee,
        LocalDate suppliedOn,
        String orderNumber,
        String store,
        String deliveredTo,
        String payment,
        String about,
        LocalDate aboutDay,
        List<PaperLine> lines,
        List<String> missing,
        List<PaperFee> fees,
        List<PaperAdjustment> adjustments,
        PaperTotals totals,
        Yen shareCapital,
        String proviso,
        String stamp,
        Yen stampYen) {

    public PaperContent {
        lines = List.copyOf(lines);
        missing = List.copyOf(missing);
        fees = List.copyOf(fees);
        adjustments = List.copyOf(adjustments);
    }

    /** 商品合計, tax included, before deductions. */
    public Yen goodsInTax() {
        return Yen.sum(
                PaperRules.rates(lines, List.of()).stream()
                        .map(rate -> PaperRules.goods(lines, rate))
                        .toList());
    }

    /** What changed hands in all: the goods with fees, and the share capital beside them. */
    public Yen collected() {
        return totals.total().plus(shareCapital);
    }

    public boolean hasReduced() {
        return Stream.concat(
                        lines.stream().map(PaperLine::rate),
                        totals.rates().stream().map(RateSum::rate))
                .anyMatch(PaperRate::reduced);
    }

    /** Whether prices of both modes stand on it, so that each says which it is. */
    public boolean hasBothModes() {
        return lines.stream().map(PaperLine::mode).distinct().count() > 1;
    }

    /** 金額（税抜）, 金額（税込）, or 金額 where the lines say it. */
    public String amountHead() {
        if (lines.isEmpty() || hasBothModes()) {
            return "";
        }
        return lines.getFirst().beforeTax() ? "（税抜）" : "（税込）";
    }

    public String suppliedOnLabel() {
        return JapaneseDates.fullDay(suppliedOn);
    }
}
