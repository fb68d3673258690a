package coop.kumiai.shop.register;

import coop.kumiai.members.Application;
import coop.kumiai.members.BirthDate;
import coop.kumiai.members.Joining;
import coop.kumiai.members.MemberCode;
import coop.kumiai.members.PhoneNumber;
import coop.kumiai.members.TypedApplication;
import coop.kumiai.shop.Typed;

import org.jspecify.annotations.Nullable;

/**
 * The form of the registration, as it was typed. Passwords are asked for beside it and never shown.
 */
public record PersonForm(
        String family,
        String given,
        String familyKana,
        String givenKana,
        String phone,
        String birthDate,
        String street,
        String building,
        String joining,
        String memberCode) {
    static final PersonForm EMPTY =
            new PersonForm("", "", "", "", "", "", "", "", Joining.WEB.code(), "");

    public PersonForm(
            @Nullable String family,
            @Nullable String given,
            @Nullable String familyKana,
            @Nullable String givenKana,
            @Nullable String phone,
            @Nullable String birthDate,
            @Nullable String street,
            @Nullable String building,
            @Nullable String joining,
            @Nullable String memberCode) {
        this.family = Typed.orEmpty(family);
        this.given = Typed.orEmpty(given);
        this.familyKana = Typed.orEmpty(familyKana);
        this.givenKana = Typed.orEmpty(givenKana);
        this.phone = Typed.orEmpty(phone);
        this.birthDate = Typed.orEmpty(birthDate);
        this.street = Typed.orEmpty(street);
        this.building = Typed.orEmpty(building);
        this.joining = Typed.orEmpty(joining);
        this.memberCode = Typed.orEmpty(memberCode);
    }

    /** What was filled in before, for whoever goes back from the confirmation. */
    static PersonForm of(Application application) {
        return new PersonForm(
                application.name().family(),
                application.name().given(),
                application.name().familyKana(),
                application.name().givenKana(),
                PhoneNumber.print(application.phone()),
                BirthDate.wareki(application.birthDate()),
                application.street(),
                application.building(),
                application.joining().code(),
                application.claimedCode().map(MemberCode::digits).orElse(""));
    }

    TypedApplication typed() {
        return new TypedApplication(
                family,
                given,
                familyKana,
                givenKana,
                phone,
                birthDate,
                street,
                building,
                joining,
                memberCode);
    }
}
