package coop.kumiai.catalog;

import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.PriceMode;
import coop.kumiai.kernel.TaxClass;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** What a line of a product file must be like, and what it then means. */
final class ProductLineRules {
    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_SHELF = 20;
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern PRICE = Pattern.compile("[1-9][0-9]{0,6}");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern WEIGHT = Pattern.compile("約?[0-9]{1,5}g");
    private static final Set<String> FLAGS = Set.of("0", "1");

    private ProductLineRules() {}

    /**
     * What a line may refer to.
     *
     * @param categories codes of the co-op's categories
     * @param stores codes of its stores and {@code *}
     */
    record Known(Set<String> categories, Set<String> stores) {}

    /** Everything that is wrong with a line, in Japanese; nothing when it can be taken. */
    static List<String> reasons(ProductCells line, Known known) {
        var reasons = new ArrayList<String>();
        addProductReasons(reasons, line, known);
        addPriceReasons(reasons, line, known);
        addKindReasons(reasons, line);
        return reasons;
    }

    /** The meaning of a line that has no reason against it. */
    static ProductLine read(long number, ProductCells line, LabelCells label, Pictures pictures) {
        return new ProductLine(
                number,
                product(line, pictures),
                LabelRules.read(label),
                line.store(),
                LocalDate.parse(line.validFrom()),
                line.validTo().isEmpty() ? null : LocalDate.parse(line.validTo()),
                PriceMode.of(line.priceMode()),
                Long.parseLong(line.priceYen()));
    }

    private static void addProductReasons(List<String> reasons, ProductCells line, Known known) {
        need(
                reasons,
                Jan.read(line.jan()).isPresent(),
                "jan「%s」は、検査数字の合う13桁の番号にしてください",
                line.jan());
        need(reasons, isText(line.name()), emptyOrLong("name（商品名）", LONGEST_TEXT));
        need(
                reasons,
                isText(line.reading()) && JapaneseText.isKana(JapaneseText.kana(line.reading())),
                "reading（よみ）「%s」は、カタカナで書いてください",
                line.reading());
        need(
                reasons,
                line.maker().length() <= LONGEST_TEXT,
                "maker（製造者）は、%d文字までで書いてください".formatted(LONGEST_TEXT));
        need(
                reasons,
                known.categories().contains(line.category()),
                "category「%s」という売場は登録されていません",
                line.category());
        need(reasons, isText(line.unit()), emptyOrLong("unit（規格）", LONGEST_TEXT));
        need(
                reasons,
                !line.shelf().isBlank() && line.shelf().length() <= LONGEST_SHELF,
                emptyOrLong("shelf（棚）", LONGEST_SHELF));
    }

    private static void addPriceReasons(List<String> reasons, ProductCells line, Known known) {
        need(
                reasons,
                isOneOf(line.priceMode(), "incl", "excl"),
                "price_mode「%s」は、incl（税込）か excl（税抜）にしてください",
                line.priceMode());
        need(
                reasons,
                PRICE.matcher(line.priceYen()).matches(),
                "price_yen「%s」は、1以上の整数にしてください",
                line.priceYen());
        need(
                reasons,
                known.stores().contains(line.store()),
                "store「%s」という店舗は登録されていません。全店のときは * にしてください",
                line.store());
        boolean begins = isDate(line.validFrom());
        boolean ends = isDate(line.validTo());
        need(reasons, begins, "valid_from「%s」は、2026-04-01のような日付にしてください", line.validFrom());
        need(
                reasons,
                ends || line.validTo().isEmpty(),
                "valid_to「%s」は、2026-04-30のような日付にするか、空にしてください",
                line.validTo());
        need(
                reasons,
                !begins || !ends || line.validFrom().compareTo(line.validTo()) <= 0,
                "valid_to「%s」が valid_from より前です",
                line.validTo());
    }

    private static void addKindReasons(List<String> reasons, ProductCells line) {
        need(
                reasons,
                isOneOf(line.taxClass(), "standard", "reduced"),
                "tax_class「%s」は、standard（標準税率）か reduced（軽減税率）にしてください",
                line.taxClass());
        need(
                reasons,
                line.maxPerOrder().isEmpty() || COUNT.matcher(line.maxPerOrder()).matches(),
                "max_per_order「%s」は、1以上の整数にするか、空にしてください",
                line.maxPerOrder());
        need(
                reasons,
                FLAGS.contains(line.soldByWeight()),
                "sold_by_weight「%s」は、1（量り売り）か 0 にしてください",
                line.soldByWeight());
        need(
                reasons,
                FLAGS.contains(line.alcohol()),
                "alcohol「%s」は、1（酒類）か 0 にしてください",
                line.alcohol());
        need(
                reasons,
                !line.alcohol().equals("1") || !line.taxClass().equals("reduced"),
                "酒類（alcohol が 1）に軽減税率は使えません");
        need(
                reasons,
                !line.soldByWeight().equals("1") || WEIGHT.matcher(line.unit()).matches(),
                "量り売り（sold_by_weight が 1）の unit「%s」は、約300gのような目安の重さにしてください",
                line.unit());
    }

    private static Product product(ProductCells line, Pictures pictures) {
        return new Product(
                Jan.read(line.jan()).orElseThrow(),
                JapaneseText.tidy(line.name()),
                JapaneseText.kana(line.reading()),
                JapaneseText.tidy(line.maker()),
                line.category(),
                JapaneseText.tidy(line.unit()),
                TaxClass.of(line.taxClass()),
                line.maxPerOrder().isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(Integer.parseInt(line.maxPerOrder())),
                line.soldByWeight().equals("1"),
                line.alcohol().equals("1"),
                line.shelf(),
                pictures.of(line.category(), line.name()));
    }

    private static void need(List<String> reasons, boolean holds, String reason, String... found) {
        if (!holds) {
            reasons.add(reason.formatted((Object[]) found));
        }
    }

    private static String emptyOrLong(String column, int longest) {
        return "%sは、空にせず%d文字までで書いてください".formatted(column, longest);
    }

    private static boolean isText(String cell) {
        return !cell.isBlank() && JapaneseText.length(cell) <= LONGEST_TEXT;
    }

    private static boolean isOneOf(String cell, String first, String second) {
        return cell.equals(first) || cell.equals(second);
    }

    private static boolean isDate(String cell) {
        try {
            return DATE.matcher(cell).matches() && LocalDate.parse(cell).getYear() > 0;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
