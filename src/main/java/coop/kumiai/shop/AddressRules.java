package coop.kumiai.shop;

import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.postal.PostalCodeAnswer;
import coop.kumiai.postal.PostalCodeAnswer.Foreign;
import coop.kumiai.postal.PostalCodeAnswer.Malformed;
import coop.kumiai.postal.PostalCodeAnswer.Towns;
import coop.kumiai.postal.PostalCodeAnswer.Unknown;
import coop.kumiai.postal.Prefectures;
import coop.kumiai.postal.Town;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a typed address must hold, and how it is filled from its postal code. */
final class AddressRules {
    /** As much as fits on a delivery label. */
    static final int MOST_CHARACTERS = 60;

    private AddressRules() {}

    /** The place that was chosen from the list, or the only one there is. */
    static Optional<Town> chosen(AddressForm form, List<Town> towns) {
        return towns.size() == 1
                ? Optional.of(towns.getFirst())
                : towns.stream().filter(town -> town.label().equals(form.place())).findFirst();
    }

    /** The places of a code to choose from; what all of them begin with is left out. */
    static List<Option> choices(List<Town> towns) {
        var city = common(towns, Town::city);
        var shared = city.isEmpty() ? "" : common(towns, Town::prefecture) + city;
        return towns.stream()
                .map(Town::label)
                .map(
                        label ->
                                Option.of(
                                        label,
                                        label.equals(shared) ? label : withoutStart(label, shared)))
                .toList();
    }

    private static String withoutStart(String label, String shared) {
        return label.startsWith(shared) ? label.substring(shared.length()) : label;
    }

    /** The form after 住所を入力: the chosen place, or what all places of the code have in common. */
    static AddressForm filled(AddressForm form, List<Town> towns) {
        return chosen(form, towns)
                .map(town -> withOffice(form.at(town.prefecture(), town.city(), town.town()), town))
                .orElseGet(
                        () ->
                                form.at(
                                        common(towns, Town::prefecture),
                                        common(towns, Town::city),
                                        ""));
    }

    /**
     * Blank lines are filled from the chosen place, and a town is written as the table writes it.
     */
    static AddressForm putRight(AddressForm form, List<Town> towns) {
        var filled =
                chosen(form, towns)
                        .map(
                                town ->
                                        form.at(
                                                orElse(form.prefecture(), town.prefecture()),
                                                orElse(form.city(), town.city()),
                                                orElse(form.town(), town.town())))
                        .orElse(form);
        return towns.stream()
                .filter(town -> isIn(filled, town))
                .filter(
                        town ->
                                JapaneseText.fold(town.town())
                                        .equals(JapaneseText.fold(filled.town())))
                .findFirst()
                .map(town -> filled.at(town.prefecture(), town.city(), town.town()))
                .orElse(filled);
    }

    static FormErrors errors(AddressForm form, PostalCodeAnswer answer) {
        return all(
                postalCode(form, answer),
                prefecture(form),
                line("city", form.city(), "市区町村を入れてください。"),
                town(form, answer),
                line("street", form.street(), "丁目・番地を入れてください。番地のない所は「番地なし」と入れてください。"),
                tooLong("building", form.building()));
    }

    private static FormErrors postalCode(AddressForm form, PostalCodeAnswer answer) {
        return switch (answer) {
            case Malformed malformed -> FormErrors.of(List.of(malformed));
            case Foreign foreign -> FormErrors.of(List.of(foreign));
            case Unknown _ -> FormErrors.NONE;
            case Towns(var code, var towns) ->
                    form.prefecture().isEmpty()
                                    || form.city().isEmpty()
                                    || towns.stream().anyMatch(it -> isIn(form, it))
                            ? FormErrors.NONE
                            : FormErrors.of(
                                    "postalCode",
                                    "郵便番号 %s は%s%sのものです。郵便番号とご住所のどちらかをお直しください。"
                                            .formatted(
                                                    code,
                                                    towns.getFirst().prefecture(),
                                                    towns.getFirst().city()));
        };
    }

    private static FormErrors prefecture(AddressForm form) {
        return Prefectures.ALL.contains(form.prefecture())
                ? FormErrors.NONE
                : FormErrors.of("prefecture", "都道府県をお選びください。");
    }

    /** A code that has towns needs one: it may decide the store that delivers. */
    private static FormErrors town(AddressForm form, PostalCodeAnswer answer) {
        var needed =
                answer instanceof Towns(_, var towns)
                        && towns.stream()
                                .filter(it -> isIn(form, it))
                                .noneMatch(it -> it.town().isEmpty());
        return needed && !form.city().isEmpty()
                ? line("town", form.town(), "町名を入れてください。郵便番号のあとの「住所を入力」でも入ります。")
                : tooLong("town", form.town());
    }

    private static FormErrors line(String field, String text, String missing) {
        return text.isEmpty() ? FormErrors.of(field, missing) : tooLong(field, text);
    }

    private static FormErrors tooLong(String field, String text) {
        var length = JapaneseText.length(text);
        return length <= MOST_CHARACTERS
                ? FormErrors.NONE
                : FormErrors.of(
                        field, "%d文字までにおまとめください（いまは%,d文字です）。".formatted(MOST_CHARACTERS, length));
    }

    private static boolean isIn(AddressForm form, Town town) {
        return town.prefecture().equals(form.prefecture())
                && JapaneseText.fold(town.city()).equals(JapaneseText.fold(form.city()));
    }

    /** An office's own code tells its street and name as well. */
    private static AddressForm withOffice(AddressForm form, Town town) {
        var office = town.office();
        return office == null
                ? form
                : form.house(
                        orElse(form.street(), office.street()),
                        orElse(form.building(), office.name()));
    }

    private static String common(List<Town> towns, Function<Town, String> part) {
        var parts = towns.stream().map(part).distinct().toList();
        return parts.size() == 1 ? parts.getFirst() : "";
    }

    private static String orElse(String typed, String known) {
        return typed.isEmpty() ? known : typed;
    }

    private static FormErrors all(FormErrors... errors) {
        return new FormErrors(
                List.of(errors).stream().flatMap(each -> each.list().stream()).toList());
    }
}
