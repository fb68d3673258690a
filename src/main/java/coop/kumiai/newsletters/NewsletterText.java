package coop.kumiai.newsletters;

/**
 * The text of a mail of the newsletter: what was written, then what the law wants (特定電子メール法): who
 * sends it, that it can be stopped and how, the address and where to ask.
 */
final class NewsletterText {
    private static final String FOOT =
            """

            --
            このメールは、お知らせメールを「受け取る」とされた方にお送りしています。
            配信を止めるには、次のページを開いて「配信を止める」を押してください（ログインは要りません）。
            %s

            送信者: %s
            住所: %s
            お問い合わせ: %s
            """;

    private NewsletterText() {}

    static String of(String body, LegalSender sender, String stopLink) {
        return body.strip()
                + "\n"
                + FOOT.formatted(stopLink, sender.name(), sender.address(), sender.contact());
    }
}
