package coop.kumiai.members;

/**
 * Who wants to join, as it was typed into the co-op's form, unchecked.
 *
 * @param address of which label, recipient and phone are not looked at
 */
public record TypedJoiner(
        String family,
        String given,
        String familyKana,
        String givenKana,
        String phone,
        String birthDate,
        TypedAddress address) {}
