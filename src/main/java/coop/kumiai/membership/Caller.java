package coop.kumiai.membership;

/**
 * What somebody on the telephone says of themselves, as staff type it.
 *
 * @param birthDate in any way of writing it
 * @param phone the registered number, in any way of writing it
 */
public record Caller(String birthDate, String phone) {}
