package coop.kumiai.members;

/** Name and phone number as they were typed into a form, unchecked. */
public record TypedPerson(
        String family, String given, String familyKana, String givenKana, String phone) {}
