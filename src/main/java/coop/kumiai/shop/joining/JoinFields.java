package coop.kumiai.shop.joining;

import coop.kumiai.members.ShareTerms;
import coop.kumiai.members.TypedAddress;
import coop.kumiai.members.TypedJoiner;
import coop.kumiai.membership.TypedJoinForm;
import coop.kumiai.shop.AddressForm;
import coop.kumiai.shop.PersonalFields;
import coop.kumiai.shop.Typed;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;

import org.jspecify.annotations.Nullable;

/** 加入申込書 without the address, as it was typed, and its fields. */
public record JoinFields(
        String family,
        String given,
        String familyKana,
        String givenKana,
        String phone,
        String birthDate,
        String email,
        String workplace,
        String units,
        String once) {
    public JoinFields(
            @Nullable String family,
            @Nullable String given,
            @Nullable String familyKana,
            @Nullable String givenKana,
            @Nullable String phone,
            @Nullable String birthDate,
            @Nullable String email,
            @Nullable String workplace,
            @Nullable String units,
            @Nullable String once) {
        this.family = Typed.orEmpty(family);
        this.given = Typed.orEmpty(given);
        this.familyKana = Typed.orEmpty(familyKana);
        this.givenKana = Typed.orEmpty(givenKana);
        this.phone = Typed.orEmpty(phone);
        this.birthDate = Typed.orEmpty(birthDate);
        this.email = Typed.orEmpty(email);
        this.workplace = Typed.orEmpty(workplace);
        this.units = Typed.orEmpty(units);
        this.once = Typed.orEmpty(once);
    }

    /** A blank form; {@code once} makes one application of it, however often it is sent. */
    static JoinFields blank(ShareTerms shares, String once) {
        return new JoinFields(
                "", "", "", "", "", "", "", "", String.valueOf(shares.leastUnits()), once);
    }

    TypedJoinForm typed(AddressForm where) {
        var address =
                new TypedAddress(
                        "",
                        "",
                        "",
                        where.postalCode(),
                        where.prefecture(),
                        where.city(),
                        where.town(),
                        where.street(),
                        where.building());
        return new TypedJoinForm(
                new TypedJoiner(family, given, familyKana, givenKana, phone, birthDate, address),
                email,
                workplace,
                units);
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
        return Field.phone("phone", "電話番号")
                .hint("事務局から確認のお電話をすることがあります。携帯電話でもかまいません。")
                .value(phone)
                .errors(errors);
    }

    public Field birthDateField(FormErrors errors) {
        return PersonalFields.birthDate(birthDate, errors);
    }

    public Field emailField(FormErrors errors) {
        return Field.email("email", "メールアドレス")
                .hint("マイページの登録のご案内をお送りします。")
                .value(email)
                .errors(errors);
    }

    public Field workplaceField(FormErrors errors) {
        return PersonalFields.text("workplace", "勤務先", workplace, "organization", errors)
                .hint("学校名などを入れてください。");
    }

    public Field unitsField(FormErrors errors, ShareTerms shares) {
        return Field.digits("units", "出資口数")
                .hint(
                        "一口%sで、%,d口から申し込めます。おやめになるときにお返しします。"
                                .formatted(shares.unitPrice(), shares.leastUnits()))
                .value(units)
                .errors(errors);
    }
}
