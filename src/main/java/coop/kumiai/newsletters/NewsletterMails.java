package coop.kumiai.newsletters;

import coop.kumiai.accounts.MailSender;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.notifications.Letter;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.UUID;

/**
 * Writes the mail of an issue to one member. Its headers let the mailbox offer the end of the
 * newsletter by one press (RFC 2369, RFC 8058).
 */
@Component
class NewsletterMails {
    private final StopLinks stops;
    private final Policies policies;

    NewsletterMails(StopLinks stops, Policies policies) {
        this.stops = stops;
        this.policies = policies;
    }

    Letter write(CoopId coop, Newsletter issue, UUID memberId, String email) {
        return letter(
                coop, issue.issueId() + "." + memberId, issue, issue.subject(), memberId, email);
    }

    /** As members will get it, to whoever writes it; its link ends nothing. */
    Letter trial(CoopId coop, Newsletter issue, String email, long at) {
        var subject = "【試し】" + issue.subject();
        return letter(
                coop, issue.issueId() + ".trial." + at, issue, subject, StopLinks.NOBODY, email);
    }

    String text(CoopId coop, String body, UUID memberId) {
        return NewsletterText.of(
                body, policies.today(coop, LegalSender.class), stops.of(coop, memberId));
    }

    private Letter letter(
            CoopId coop,
            String about,
            Newsletter issue,
            String subject,
            UUID memberId,
            String email) {
        var domain = policies.today(coop, MailSender.class).domain();
        return new Letter(
                "newsletter." + about,
                email,
                subject,
                text(coop, issue.body(), memberId),
                Map.of(
                        "List-Id",
                        "<newsletter." + coop.code() + "." + domain + ">",
                        "List-Unsubscribe",
                        "<" + stops.of(coop, memberId) + ">",
                        "List-Unsubscribe-Post",
                        "List-Unsubscribe=One-Click",
                        "Precedence",
                        "bulk"));
    }
}
