package coop.kumiai.office;

import coop.kumiai.catalog.Category;
import coop.kumiai.catalog.Jan;
import coop.kumiai.coupons.Benefit;
import coop.kumiai.coupons.Coupon.Audience;
import coop.kumiai.coupons.NewCoupon;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Yen;
import coop.kumiai.stores.Store;
import coop.kumiai.web.Choice;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The form of a new coupon as it was typed, and what is wrong with it. */
public record CouponForm(
        MultiValueMap<String, String> typed,
        FormErrors errors,
        List<Category> categories,
        List<Store> stores) {
    private static final String AMOUNT = "amount";
    private static final String PERCENT = "percent";
    private static final String FEE = "fee";

    /** What cannot be read at all; what was read is judged by the module. */
    static FormErrors unreadable(MultiValueMap<String, String> typed) {
        var errors = FormErrors.NONE;
        for (var field : List.of("from", "until")) {
            if (day(typed, field) == null) {
                errors = errors.and(field, "日を入れてください。");
            }
        }
        for (var jan : texts(typed, "products")) {
            if (Jan.read(jan).isEmpty()) {
                errors = errors.and("products", "商品コード %s は読めません。".formatted(jan));
            }
        }
        return errors;
    }

    /** The coupon that was typed; its days must be readable. */
    static NewCoupon read(MultiValueMap<String, String> typed) {
        return new NewCoupon(
                JapaneseText.tidy(text(typed, "title")),
                benefit(typed),
                Yen.of(number(typed, "least")),
                chosen(typed, "stores"),
                audience(typed),
                Objects.requireNonNull(day(typed, "from")),
                Objects.requireNonNull(day(typed, "until")),
                text(typed, "mostUses").isBlank()
                        ? OptionalInt.empty()
                        : OptionalInt.of(number(typed, "mostUses")),
                number(typed, "mostOfMember"));
    }

    /** Without a choice the fewest: nobody gets what nobody meant to give. */
    private static Audience audience(MultiValueMap<String, String> typed) {
        return Arrays.stream(Audience.values())
                .filter(it -> it.name().equals(text(typed, "audience")))
                .findFirst()
                .orElse(Audience.GIVEN);
    }

    private static Benefit benefit(MultiValueMap<String, String> typed) {
        var target =
                new Benefit.Target(
                        texts(typed, "products").stream()
                                .flatMap(it -> Jan.read(it).stream())
                                .collect(Collectors.toSet()),
                        chosen(typed, "categories"));
        var amount = Yen.of(number(typed, AMOUNT));
        return switch (text(typed, "kind", AMOUNT)) {
            case PERCENT -> new Benefit.Percent(number(typed, PERCENT), amount, target);
            case FEE -> new Benefit.DeliveryFee();
            default -> new Benefit.Amount(amount, target);
        };
    }

    public Field title() {
        return field(Field.text("title", "クーポンの名前")).hint("組合員の画面と納品書に出ます。例：冬のごちそう応援");
    }

    public Choice kind() {
        return Choice.oneOf(
                        "kind",
                        "値引きの種類",
                        Option.of(AMOUNT, "金額", "決まった金額を、税込の価格から引きます。"),
                        Option.of(PERCENT, "割合", "税込の価格に割合をかけ、1円未満を切り捨てて引きます。上限を入れてください。"),
                        Option.of(FEE, "配達手数料", "配達手数料を無料にします。"))
                .chosen(text(typed, "kind", AMOUNT))
                .errors(errors);
    }

    public List<Field> numbers() {
        return List.of(
                field(Field.digits(PERCENT, "割合（%）")).hint("割合のときだけ").optional(),
                field(Field.digits(AMOUNT, "金額または上限（円）")).hint("配達手数料のときは空").optional(),
                field(Field.digits("least", "下限（円、税抜）")).hint("対象商品の税抜合計。なければ空").optional());
    }

    public Choice audience() {
        return Choice.oneOf(
                        "audience",
                        "使える方",
                        Option.of(Audience.ALL.name(), "どなたでも"),
                        Option.of(Audience.SUBSCRIBERS.name(), "お知らせメールをお受け取りの方"),
                        Option.of(Audience.GIVEN.name(), "お渡しした方だけ", "登録したあとで、組合員コードで一人ずつお渡しします。"))
                .chosen(text(typed, "audience", Audience.ALL.name()))
                .errors(errors);
    }

    public Choice targets() {
        return Choice.anyOf(
                        "categories",
                        "対象の売場",
                        categories.stream()
                                .map(it -> Option.of(it.code(), it.name()))
                                .toArray(Option[]::new))
                .hint("売場も商品も選ばないときは、すべての商品が対象です。")
                .chosen(chosen(typed, "categories"));
    }

    public Field products() {
        return field(Field.longText("products", "対象の商品コード"))
                .hint("13桁の商品コードを、空白か改行で区切って入れてください。")
                .optional();
    }

    public Choice where() {
        return Choice.anyOf(
                        "stores",
                        "使えるお店",
                        stores.stream()
                                .map(it -> Option.of(it.id(), it.name()))
                                .toArray(Option[]::new))
                .hint("選ばないときは、すべてのお店で使えます。")
                .chosen(chosen(typed, "stores"));
    }

    public List<Field> period() {
        return List.of(
                field(Field.of(Field.Kind.DATE, "from", "初日")),
                field(Field.of(Field.Kind.DATE, "until", "最終日")).hint("この日のご注文まで"));
    }

    public List<Field> counts() {
        return List.of(
                field(Field.digits("mostOfMember", "お一人の回数")),
                field(Field.digits("mostUses", "全体の回数")).hint("限らないときは空").optional());
    }

    public Field reason() {
        return field(Field.text("reason", "理由")).hint("例：冬の販促。監査の記録に残ります。");
    }

    private Field field(Field field) {
        return field.value(text(typed, field.name())).errors(errors);
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        return text(typed, name, "");
    }

    private static String text(MultiValueMap<String, String> typed, String name, String otherwise) {
        var value = typed.getFirst(name);
        return value == null ? otherwise : value;
    }

    private static List<String> texts(MultiValueMap<String, String> typed, String name) {
        return Arrays.stream(text(typed, name).split("[\\s、,　]+"))
                .filter(it -> !it.isBlank())
                .toList();
    }

    private static Set<String> chosen(MultiValueMap<String, String> typed, String name) {
        return Set.copyOf(typed.getOrDefault(name, List.of()));
    }

    /** What is no number is nought, which no field takes that asks for one. */
    private static int number(MultiValueMap<String, String> typed, String name) {
        var digits = JapaneseText.digits(text(typed, name)).replace(",", "");
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private static @Nullable LocalDate day(MultiValueMap<String, String> typed, String name) {
        try {
            return LocalDate.parse(text(typed, name));
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
