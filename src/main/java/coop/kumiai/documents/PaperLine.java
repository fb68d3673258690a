package coop.kumiai.documents;

import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.Yen;

import java.util.Optional;

/**
 * Goods on a paper (明細).
 *
 * @param number of the line in its order
 * @param amount of the line in its own mode, as it is summed
 * @param weighing what was weighed, of goods sold by weight once they were
 */
public record PaperLine(
        int number,
        String name,
        String unit,
        int quantity,
        PriceMode mode,
        Yen unitPrice,
        Yen amount,
        PaperRate rate,
        Optional<Weighing> weighing) {

    /**
     * 量り売り: what decided the price (N-PICK-4).
     *
     * @param per100g unit price in the line's mode
     */
    public record Weighing(int grams, Yen per100g) {}

    /** The same at another worth. */
    PaperLine worth(Yen worth) {
        return new PaperLine(number, name, unit, quantity, mode, unitPrice, worth, rate, weighing);
    }

    /** Its unit where the name does not say it already. */
    public String unitBesideName() {
        return name.contains(unit) ? "" : unit;
    }

    /** {@code 313g × 100gあたり 158円}; empty where nothing was weighed. */
    public String weighingWords() {
        return weighing.map(it -> "%,dg × 100gあたり %s".formatted(it.grams(), it.per100g()))
                .orElse("");
    }

    /** Whether its amount has tax in it, in a word. */
    public String modeLabel() {
        return beforeTax() ? "税抜" : "税込";
    }

    /** Whether its amount has no tax in it yet. */
    public boolean beforeTax() {
        return mode == PriceMode.EXCLUDED;
    }
}
