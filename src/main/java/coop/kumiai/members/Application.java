package coop.kumiai.members;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody says of themselves when they register, checked and put right.
 *
 * @param phone digits only
 * @param claimedCode of somebody who has joined already
 */
public record Application(
        PersonName name,
        String phone,
        LocalDate birthDate,
        String street,
        String building,
        Joining joining,
        Optional<MemberCode> claimedCode) {}
