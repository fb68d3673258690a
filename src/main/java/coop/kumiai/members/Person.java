package coop.kumiai.members;

/**
 * Name and phone number, checked and put right.
 *
 * @param phone digits only
 */
public record Person(PersonName name, String phone) {}
