package coop.kumiai.documents;

import coop.kumiai.catalog.Jan;
import coop.kumiai.catalog.Price;
import coop.kumiai.catalog.TaxRates;
import coop.kumiai.coupons.Basket;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Lines, deductions and papers for tests. */
final class PaperSamples {
    static final PaperRate STANDARD = new PaperRate(10, false);
    static final PaperRate REDUCED = new PaperRate(8, true);
    static final PaperFee FEE = new PaperFee("配達手数料", Yen.of(220), STANDARD);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private PaperSamples() {}

    static PaperLine included(int number, int quantity, long yen, PaperRate rate) {
        return line(number, quantity, PriceMode.INCLUDED, yen, rate);
    }

    static PaperLine excluded(int number, int quantity, long yen, PaperRate rate) {
        return line(number, quantity, PriceMode.EXCLUDED, yen, rate);
    }

    /** One to eight lines of any mode and rate. */
    static List<PaperLine> lines(Random random) {
        var lines = new ArrayList<PaperLine>();
        var count = 1 + random.nextInt(8);
        for (int number = 1; number <= count; number++) {
            lines.add(
                    line(
                            number,
                            1 + random.nextInt(6),
                            random.nextBoolean() ? PriceMode.INCLUDED : PriceMode.EXCLUDED,
                            1 + random.nextInt(1500),
                            random.nextInt(3) == 0 ? STANDARD : REDUCED));
        }
        return lines;
    }

    /** None to three deductions of any kind, some larger than what they are for. */
    static List<Adjustment> adjustments(Random random, List<PaperLine> lines) {
        var adjustments = new ArrayList<Adjustment>();
        var count = random.nextInt(4);
        for (int at = 0; at < count; at++) {
            var amount = Yen.of(random.nextInt(1200));
            adjustments.add(
                    switch (random.nextInt(3)) {
                        case 0 -> Adjustment.ofGoods("値引き" + at, amount);
                        case 1 -> Adjustment.ofLines("値引き" + at, amount, anyLines(lines, random));
                        default -> Adjustment.ofFees("値引き" + at, amount);
                    });
        }
        return adjustments;
    }

    static Jan jan(int line) {
        return IntStream.range(0, 10)
                .mapToObj(digit -> "45990000010" + line + digit)
                .flatMap(it -> Jan.read(it).stream())
                .findFirst()
                .orElseThrow();
    }

    /** The goods of a paper as coupons look at them. */
    static Basket basket(List<PaperLine> lines) {
        return new Basket(
                "shibuya",
                lines.stream()
                        .map(
                                it ->
                                        new Basket.Item(
                                                it.number(),
                                                jan(it.number()),
                                                "",
                                                it.rate().reduced()
                                                        ? TaxClass.REDUCED
                                                        : TaxClass.STANDARD,
                                                new Price(it.mode(), it.amount())))
                        .toList(),
                FEE.amount(),
                new TaxRates(10, 8));
    }

    private static List<Integer> anyLines(List<PaperLine> lines, Random random) {
        return lines.stream().map(PaperLine::number).filter(it -> random.nextInt(3) == 0).toList();
    }

    /** A delivery note of these lines with the usual fee. */
    static PaperContent note(List<PaperLine> lines, List<Adjustment> wished) {
        var adjustments = PaperRules.apply(wished, lines, List.of(FEE));
        return new PaperContent(
                true,
                new PaperSeller("みなと生活協同組合", "T8000000000001", "〒150-0001 東京都渋谷区神宮前1-1-1", "03"),
                "山田 花子",
                DAY,
                "0000-0001",
                "渋谷店",
                "山田 花子 様",
                "代金引換（現金）",
                "",
                DAY,
                lines,
                List.of(),
                List.of(FEE),
                adjustments,
                PaperRules.totals(lines, List.of(FEE), adjustments),
                Yen.ZERO,
                "",
                "",
                Yen.ZERO);
    }

    /** The same paper for somebody else on another day. */
    static PaperContent addressed(PaperContent content, String addressee, LocalDate suppliedOn) {
        return new PaperContent(
                content.qualified(),
                content.seller(),
                addressee,
                suppliedOn,
                content.orderNumber(),
                content.store(),
                content.deliveredTo(),
                content.payment(),
                content.about(),
                suppliedOn,
                content.lines(),
                content.missing(),
                content.fees(),
                content.adjustments(),
                content.totals(),
                content.shareCapital(),
                content.proviso(),
                content.stamp(),
                content.stampYen());
    }

    private static PaperLine line(
            int number, int quantity, PriceMode mode, long yen, PaperRate rate) {
        return new PaperLine(
                number,
                "品" + number,
                "1個",
                quantity,
                mode,
                Yen.of(yen),
                Yen.of(yen).times(quantity),
                rate,
                Optional.empty());
    }
}
