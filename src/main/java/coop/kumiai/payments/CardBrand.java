package coop.kumiai.payments;

import java.util.Locale;
import java.util.Optional;

/** The brands of cards that are taken (N-PAY-1), with what the processor can do for each. */
public enum CardBrand {
    JCB("JCB", new CardCapability(true, true)),
    VISA("VISA", new CardCapability(true, true)),
    MASTERCARD("Mastercard", new CardCapability(true, true));

    private final String label;
    private final CardCapability capability;

    CardBrand(String label, CardCapability capability) {
        this.label = label;
        this.capability = capability;
    }

    /** As members know it. */
    public String label() {
        return label;
    }

    CardCapability capability() {
        return capability;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what the processor calls it; empty for a brand that is not taken. */
    public static Optional<CardBrand> of(String code) {
        for (var brand : values()) {
            if (brand.name().equalsIgnoreCase(code)) {
                return Optional.of(brand);
            }
        }
        return Optional.empty();
    }
}
