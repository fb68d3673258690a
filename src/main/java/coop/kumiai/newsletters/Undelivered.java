package coop.kumiai.newsletters;

/**
 * A mail of an issue that nobody took.
 *
 * @param answer what the mail server said
 */
public record Undelivered(String email, String answer) {}
