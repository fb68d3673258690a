package coop.kumiai.notifications;

import java.util.Map;

/**
 * A mail to one person, still to be sent.
 *
 * @param about what it is about, such as {@code order-placed.0199…}: a letter that has to be sent
 *     again keeps its name, so that the receiving side can tell a copy
 * @param to the address
 * @param subject one line
 * @param text plain text
 * @param headers further ones, in ASCII
 */
public record Letter(
        String about, String to, String subject, String text, Map<String, String> headers) {
    public Letter {
        headers = Map.copyOf(headers);
    }

    public Letter(String about, String to, String subject, String text) {
        this(about, to, subject, text, Map.of());
    }
}
