package coop.kumiai.shop.profile;

import coop.kumiai.members.Member;
import coop.kumiai.members.PhoneNumber;
import coop.kumiai.members.TypedPerson;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;

import org.jspecify.annotations.Nullable;

/** Name and phone number as they were typed. */
public record NameForm(
        String family, String given, String familyKana, String givenKana, String phone) {
    public NameForm(
            @Nullable String family,
            @Nullable String given,
            @Nullable String familyKana,
            @Nullable String givenKana,
            @Nullable String phone) {
        this.family = orEmpty(family);
        this.given = orEmpty(given);
        this.familyKana = orEmpty(familyKana);
        this.givenKana = orEmpty(givenKana);
        this.phone = orEmpty(phone);
    }

    static NameForm of(Member member) {
        var name = member.name();
        return new NameForm(
                name.family(),
                name.given(),
                name.familyKana(),
                name.givenKana(),
                PhoneNumber.print(member.phone()));
    }

    TypedPerson typed() {
        return new TypedPerson(family, given, familyKana, givenKana, phone);
    }

    public Field familyField(FormErrors errors) {
        return text("family", "姓", family, "family-name", errors);
    }

    public Field givenField(FormErrors errors) {
        return text("given", "名", given, "given-name", errors);
    }

    public Field familyKanaField(FormErrors errors) {
        return text("familyKana", "せい（ふりがな）", familyKana, "off", errors);
    }

    public Field givenKanaField(FormErrors errors) {
        return text("givenKana", "めい（ふりがな）", givenKana, "off", errors);
    }

    public Field phoneField(FormErrors errors) {
        return Field.phone("phone", "電話番号").value(phone).errors(errors);
    }

    private static Field text(
            String name, String label, String value, String autocomplete, FormErrors errors) {
        return Field.text(name, label)
                .with("autocomplete", autocomplete)
                .value(value)
                .errors(errors);
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
