package coop.kumiai.members;

/**
 * A registration as it was typed into its form, unchecked (N-REG-1).
 *
 * @param joining code of a {@link Joining}
 * @param memberCode only looked at by somebody who has joined already
 */
public record TypedApplication(
        String family,
        String given,
        String familyKana,
        String givenKana,
        String phone,
        String birthDate,
        String street,
        String building,
        String joining,
        String memberCode) {}
