package coop.kumiai.catalog;

import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A flyer price (チラシ価格) that somebody wants to enter for a store. */
public record FlyerLine(Jan jan, Price price, LocalDate from, LocalDate to) {
    /** As forms and files name what is in it. */
    static final List<String> COLUMNS =
            List.of("jan", "price_mode", "price_yen", "valid_from", "valid_to");

    /** In either width; a point would be lost on the way to a number. */
    private static final Pattern YEN = Pattern.compile("[1-9１-９][0-9０-９]{0,6}");

    /**
     * Reads what was typed, by the names of {@link #COLUMNS}.
     *
     * @throws Refused with all that cannot be read
     */
    public static FlyerLine read(UnaryOperator<String> cell) {
        var refusals = new ArrayList<FlyerRefusal>();
        var jan = Jan.read(cell.apply("jan"));
        var price = price(cell.apply("price_mode"), cell.apply("price_yen"));
        var from = day(cell.apply("valid_from"));
        var to = day(cell.apply("valid_to"));
        if (jan.isEmpty()) {
            refusals.add(new FlyerRefusal.NoProduct());
        }
        if (price.isEmpty()) {
            refusals.add(new FlyerRefusal.NoPrice());
        }
        if (from.isEmpty() || to.isEmpty()) {
            refusals.add(new FlyerRefusal.NoDays());
        }
        Refused.unless(refusals);
        return new FlyerLine(
                jan.orElseThrow(), price.orElseThrow(), from.orElseThrow(), to.orElseThrow());
    }

    private static Optional<Price> price(String mode, String typed) {
        var yen = typed.replaceAll("[,，円]", "");
        return isMode(mode) && YEN.matcher(yen).matches()
                ? Optional.of(new Price(PriceMode.of(mode), amount(yen)))
                : Optional.empty();
    }

    private static Yen amount(String digits) {
        return Yen.of(Long.parseLong(JapaneseText.digits(digits)));
    }

    private static boolean isMode(String code) {
        return code.equals(PriceMode.INCLUDED.code()) || code.equals(PriceMode.EXCLUDED.code());
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
