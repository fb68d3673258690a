package coop.kumiai.web;

import coop.kumiai.kernel.Yen;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What an order comes to: its lines, the sum to pay, and the tax in it by rate. */
public record TotalBox(
        List<Line> lines,
        String totalLabel,
        Yen total,
        List<TaxLine> taxes,
        @Nullable String note) {

    public TotalBox {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    /** One line above the total, such as 商品の小計 or 配達料. */
    public record Line(String label, Yen amount) {}

    /** What is taxed at one rate, and the tax in it; the reduced rate carries ※. */
    public record TaxLine(int percent, boolean reducedRate, Yen taxedExTax, Yen tax) {}
}
