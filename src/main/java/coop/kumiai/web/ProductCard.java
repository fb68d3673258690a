package coop.kumiai.web;

import coop.kumiai.kernel.Yen;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A product as a list shows it. Without a stepper it cannot be bought now, and {@code state} says
 * why.
 */
public record ProductCard(
        String name,
        String about,
        String href,
        String picture,
        Yen inTax,
        Yen exTax,
        boolean reducedRate,
        @Nullable String unitPrice,
        List<String> marks,
        @Nullable String state,
        @Nullable Stepper stepper) {

    public ProductCard {
        marks = List.copyOf(marks);
    }
}
