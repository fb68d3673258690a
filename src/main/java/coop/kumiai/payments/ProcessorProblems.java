package coop.kumiai.payments;

import coop.kumiai.payments.PaymentRefusal.OfCard;

import java.util.Map;

/** The processor's error codes, as data, in words for members. */
final class ProcessorProblems {
    private static final Map<String, OfCard> MEANING =
            Map.ofEntries(
                    Map.entry("42G020000", OfCard.OVER_LIMIT),
                    Map.entry("42G030000", OfCard.OVER_LIMIT),
                    Map.entry("42G040000", OfCard.OVER_LIMIT),
                    Map.entry("42G050000", OfCard.OVER_LIMIT),
                    Map.entry("42G550000", OfCard.OVER_LIMIT),
                    Map.entry("42G830000", OfCard.EXPIRED),
                    Map.entry("E01180003", OfCard.TOKEN_IS_OVER),
                    Map.entry("E61020001", OfCard.BRAND_NOT_TAKEN),
                    Map.entry("E21010201", OfCard.NOT_PROVEN),
                    Map.entry("E21010202", OfCard.NOT_FINISHED));

    private ProcessorProblems() {}

    static OfCard meaning(String code) {
        return MEANING.getOrDefault(code, OfCard.DECLINED);
    }
}
