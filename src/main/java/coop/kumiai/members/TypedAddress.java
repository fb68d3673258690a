package coop.kumiai.members;

/**
 * A delivery address as it was typed into a form, unchecked.
 *
 * @param postalCode in any writing
 */
public record TypedAddress(
        String label,
        String recipient,
        String phone,
        String postalCode,
        String prefecture,
        String city,
        String town,
        String street,
        String building) {}
