package coop.kumiai.shop.register;

import coop.kumiai.kernel.JapaneseText;

import org.jspecify.annotations.Nullable;

/**
 * Where a visitor lives, as it was typed.
 *
 * @param postalCode in any writing
 * @param place the choice among several places of one code, as it was listed
 */
public record AreaForm(String postalCode, String place) {
    public AreaForm(@Nullable String postalCode, @Nullable String place) {
        this.postalCode = postalCode == null ? "" : JapaneseText.tidy(postalCode);
        this.place = place == null ? "" : JapaneseText.tidy(place);
    }
}
