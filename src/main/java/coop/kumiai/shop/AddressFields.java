package coop.kumiai.shop;

import coop.kumiai.postal.Prefectures;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;

import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code parts/addressFields.jte} shows.
 *
 * @param places to choose from where a postal code means several, else empty
 * @param townNeeded no where the code means a whole municipality
 * @param lookupPath where 住所を入力 asks without leaving the page
 * @param focus where the reader goes on after an exchange
 */
public record AddressFields(
        AddressForm form,
        FormErrors errors,
        List<Option> places,
        boolean townNeeded,
        String lookupPath,
        Focus focus) {

    /** The field that the reader's next word belongs into. */
    public enum Focus {
        NONE,
        POSTAL_CODE,
        PLACE,
        STREET
    }

    public Field postalCode() {
        return focused(
                Field.digits("postalCode", "郵便番号")
                        .hint("全角・半角、ハイフンの有無はどちらでもかまいません。")
                        .with("autocomplete", "postal-code")
                        .value(form.postalCode()),
                Focus.POSTAL_CODE);
    }

    public Field place() {
        var choices = Stream.concat(Stream.of(Option.of("", "お選びください")), places.stream());
        return focused(
                Field.select("place", "あてはまる地域", choices.toList())
                        .hint("この郵便番号には%d件の地域があります。".formatted(places.size()))
                        .value(form.place()),
                Focus.PLACE);
    }

    public Field prefecture() {
        var choices =
                Stream.concat(
                        Stream.of(Option.of("", "お選びください")),
                        Prefectures.ALL.stream().map(it -> Option.of(it, it)));
        return focused(
                Field.select("prefecture", "都道府県", choices.toList())
                        .with("autocomplete", "address-level1")
                        .value(form.prefecture()),
                Focus.NONE);
    }

    public Field city() {
        return line("city", "市区町村", "address-level2", form.city());
    }

    public Field town() {
        var town = line("town", "町名", "address-level3", form.town());
        return townNeeded ? town : town.optional();
    }

    public Field street() {
        return focused(
                line("street", "丁目・番地", "address-line1", form.street())
                        .hint("番地のない所は「番地なし」と入れてください。"),
                Focus.STREET);
    }

    public Field building() {
        return line("building", "建物名・部屋番号", "address-line2", form.building()).optional();
    }

    private Field line(String name, String label, String autocomplete, String value) {
        return focused(
                Field.text(name, label).with("autocomplete", autocomplete).value(value),
                Focus.NONE);
    }

    private Field focused(Field field, Focus place) {
        var shown = field.errors(errors);
        return focus == place && place != Focus.NONE ? shown.with("autofocus", "true") : shown;
    }
}
