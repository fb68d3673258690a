package coop.kumiai.documents;

import coop.kumiai.kernel.Yen;

import java.util.List;

/** The money of a paper, each rate apart; a rate under which nothing falls is not there. */
public record PaperTotals(List<RateSum> rates) {
    public PaperTotals {
        rates = List.copyOf(rates);
    }

    /** 合計, tax included. */
    public Yen total() {
        return Yen.sum(rates.stream().map(RateSum::inTax).toList());
    }

    public Yen tax() {
        return Yen.sum(rates.stream().map(RateSum::tax).toList());
    }

    public Yen exTax() {
        return total().minus(tax());
    }

    /** What falls under a rate; nothing where it is not there. */
    Yen inTax(PaperRate rate) {
        return Yen.sum(
                rates.stream().filter(it -> it.rate().equals(rate)).map(RateSum::inTax).toList());
    }

    /** The tax of a rate; nothing where it is not there. */
    Yen tax(PaperRate rate) {
        return Yen.sum(
                rates.stream().filter(it -> it.rate().equals(rate)).map(RateSum::tax).toList());
    }
}
