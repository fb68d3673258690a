package coop.kumiai.notifications;

/**
 * A mail to one person, still to be sent.
 *
 * @param about what it is about, such as {@code order-placed.0199…}: a letter that has to be sent
 *     again keeps its name, so that the receiving side can tell a copy
 * @param to the address
 * @param subject one line
 * @param text plain text
 */
record Letter(String about, String to, String subject, String text) {}
