package coop.kumiai.documents;

import coop.kumiai.documents.Adjustment.Scope;
import coop.kumiai.kernel.Yen;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A deduction as it was taken off, split over the rates of what it is for.
 *
 * @param byLine what was taken off each line, where it is for single ones
 */
public record PaperAdjustment(
        String wording, Scope scope, Map<Integer, Yen> byLine, List<Share> shares) {

    /** Its part of one rate, tax included. */
    public record Share(PaperRate rate, Yen amount) {}

    public PaperAdjustment {
        byLine = Map.copyOf(byLine);
        shares = List.copyOf(shares);
    }

    public Yen amount() {
        return Yen.sum(shares.stream().map(Share::amount).toList());
    }

    /** How it was split, where it was: {@code 10%対象 40円、8%※対象 60円}. */
    public String split() {
        return shares.size() < 2
                ? ""
                : shares.stream()
                        .map(it -> it.rate().label() + "対象 " + it.amount())
                        .collect(Collectors.joining("、"));
    }

    Yen amount(PaperRate rate) {
        return Yen.sum(
                shares.stream().filter(it -> it.rate().equals(rate)).map(Share::amount).toList());
    }
}
