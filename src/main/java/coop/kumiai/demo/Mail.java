package coop.kumiai.demo;

import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A mail in the demo's mailbox.
 *
 * @param to the address alone
 * @param from the address alone
 * @param text the whole text
 * @param links every link in it
 * @param code the confirmation code (確認コード) in it as digits, or empty
 */
public record Mail(
        Instant sentAt,
        String to,
        String from,
        String subject,
        String text,
        List<String> links,
        String code) {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Pattern CODE = Pattern.compile("確認コード[::]?\\s*([0-9][0-9 ]{2,}[0-9])");

    static Mail of(Instant sentAt, String to, String from, String subject, String text) {
        return new Mail(sentAt, to, from, subject, text, links(text), code(text));
    }

    private static List<String> links(String text) {
        return LINK.matcher(text).results().map(MatchResult::group).distinct().toList();
    }

    private static String code(String text) {
        var found = CODE.matcher(text);
        return found.find() ? found.group(1).replace(" ", "") : "";
    }
}
