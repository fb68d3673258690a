package coop.kumiai.office;

import coop.kumiai.fulfilment.Denomination;
import coop.kumiai.fulfilment.Tender;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Yen;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Cash counted in a form: one field for each kind of note and coin. */
final class CashForm {
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,4}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,7}");

    private CashForm() {}

    /** The field of a kind, such as {@code cash-COIN_500}. */
    static String field(String what, Denomination kind) {
        return what + "-" + kind;
    }

    /** What was counted; a field that says nothing, or nothing sensible, counts as none. */
    static Tender counted(String what, Map<String, String> fields) {
        var counts = new EnumMap<Denomination, Integer>(Denomination.class);
        for (var kind : Denomination.values()) {
            var typed = JapaneseText.digits(fields.getOrDefault(field(what, kind), ""));
            if (COUNT.matcher(typed).matches() && Integer.parseInt(typed) > 0) {
                counts.put(kind, Integer.parseInt(typed));
            }
        }
        return new Tender(counts);
    }

    /** An amount in any writing; nought when it is none. */
    static Yen amount(String typed) {
        var digits = JapaneseText.digits(typed).replace(",", "").replace("円", "");
        return AMOUNT.matcher(digits).matches() ? Yen.of(Long.parseLong(digits)) : Yen.ZERO;
    }
}
