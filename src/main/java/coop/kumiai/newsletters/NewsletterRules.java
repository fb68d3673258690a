package coop.kumiai.newsletters;

import coop.kumiai.kernel.JapaneseText;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules about an issue of the newsletter, pure. */
final class NewsletterRules {
    private NewsletterRules() {}

    static List<NewsletterRefusal> text(String subject, String body, SendingTerms terms) {
        var refusals = new ArrayList<NewsletterRefusal>();
        length("subject", "件名", subject, terms.mostSubject()).ifPresent(refusals::add);
        length("body", "本文", body, terms.mostCharacters()).ifPresent(refusals::add);
        return refusals;
    }

    static Optional<NewsletterRefusal> moment(Optional<Instant> sendAt, Instant now) {
        if (sendAt.isEmpty()) {
            return Optional.of(new NewsletterRefusal.NoMoment());
        }
        return sendAt.get().isBefore(now)
                ? Optional.of(new NewsletterRefusal.InThePast(now))
                : Optional.empty();
    }

    private static Optional<NewsletterRefusal> length(
            String field, String what, String text, int most) {
        var length = JapaneseText.length(text);
        if (length == 0) {
            return Optional.of(new NewsletterRefusal.Empty(field, what));
        }
        return length > most
                ? Optional.of(new NewsletterRefusal.TooLong(field, what, most, length))
                : Optional.empty();
    }
}
