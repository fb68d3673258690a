package coop.kumiai.shop.profile;

import coop.kumiai.members.Member;
import coop.kumiai.members.PhoneNumber;
import coop.kumiai.members.TypedPerson;
import coop.kumiai.shop.PersonalFields;
import coop.kumiai.shop.Typed;
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
        this.family = Typed.orEmpty(family);
        this.given = Typed.orEmpty(given);
        this.familyKana = Typed.orEmpty(familyKana);
        this.givenKana = Typed.orEmpty(givenKana);
        this.phone = Typed.orEmpty(phone);
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
        return PersonalFields.family(family, errors);
    }

    public Field givenField(FormErrors errors) {
        return PersonalFields.given(given, errors);
    }

    public Field familyKanaField(FormErrors errors) {
        return PersonalFields.familyKana(familyKana, errors);
    }

    public Field givenKanaField(FormErrors errors) {
        return PersonalFields.givenKana(givenKana, errors);
    }

    public Field phoneField(FormErrors errors) {
        return Field.phone("phone", "電話番号").value(phone).errors(errors);
    }
}
