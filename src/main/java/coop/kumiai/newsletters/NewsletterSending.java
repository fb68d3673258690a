package coop.kumiai.newsletters;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.EmailAddress;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.membership.MailChoices;
import coop.kumiai.newsletters.RecipientStore.Taken;
import coop.kumiai.notifications.Handed;
import coop.kumiai.notifications.PostOffice;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Sends what is due, a few mails at a time. The recipients of an issue are listed first, each once;
 * then one mail after the other is taken, handed over and noted, each step of its own, so that
 * whatever is killed when, the next run goes on behind it. The one mail that was in hand then is
 * handed over again under the same name, by which mailboxes know a copy.
 */
@Service
class NewsletterSending {
    static final int LISTED_AT_ONCE = 1000;

    /** A run ends after so many, that other co-ops and jobs get their turn. */
    static final int MAILS_A_RUN = 200;

    /** Whoever hands over a mail and is not heard of for so long is taken for dead. */
    static final Duration SILENCE = Duration.ofMinutes(10);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final NewsletterStore issues;
    private final RecipientStore recipients;
    private final NewsletterMails mails;
    private final PostOffice post;
    private final MailChoices choices;
    private final Members members;
    private final Accounts accounts;
    private final Policies policies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NewsletterSending(
            NewsletterStore issues,
            RecipientStore recipients,
            NewsletterMails mails,
            PostOffice post,
            MailChoices choices,
            Members members,
            Accounts accounts,
            Policies policies,
            TransactionTemplate transaction,
            Clock clock) {
        this.issues = issues;
        this.recipients = recipients;
        this.mails = mails;
        this.post = post;
        this.choices = choices;
        this.members = members;
        this.accounts = accounts;
        this.policies = policies;
        this.transaction = transaction;
        this.clock = clock;
    }

    void sendDue(CoopId coop) {
        issues.begin(coop, clock.instant());
        for (var issueId : issues.sending(coop)) {
            while (Boolean.TRUE.equals(transaction.execute(status -> listSome(coop, issueId)))) {
                // the row of the issue says how far the list has come
            }
            sendSome(coop, issues.find(coop, issueId).orElseThrow());
        }
    }

    /** False when everybody is listed. */
    private boolean listSome(CoopId coop, UUID issueId) {
        var listing = issues.lockListing(coop, issueId);
        if (listing.complete()) {
            return false;
        }
        var some = choices.subscribers(coop, listing.until(), LISTED_AT_ONCE);
        if (!some.isEmpty()) {
            recipients.list(coop, issueId, some, clock.instant());
        }
        var complete = some.size() < LISTED_AT_ONCE;
        var until = some.isEmpty() ? listing.until() : Optional.of(some.getLast());
        issues.noteListing(coop, issueId, new NewsletterStore.Listing(until, complete));
        return !complete;
    }

    private void sendSome(CoopId coop, Newsletter issue) {
        var terms = policies.today(coop, SendingTerms.class);
        var lately = recipients.handedSince(coop, clock.instant().minus(MINUTE));
        var room = Math.min(MAILS_A_RUN, terms.mostPerMinute() - lately);
        var reached = true;
        for (var sent = 0; reached && sent < room; sent++) {
            var next = recipients.takeNext(coop, issue.issueId(), clock.instant(), SILENCE);
            if (next.isEmpty()) {
                break;
            }
            reached = send(coop, issue, next.get(), terms);
        }
        if (!recipients.hasOpen(coop, issue.issueId())) {
            issues.end(coop, issue.issueId(), clock.instant());
        }
    }

    /** False when the mail server is not there: it needs no further knocking just now. */
    private boolean send(CoopId coop, Newsletter issue, Taken mail, SendingTerms terms) {
        var since = choices.newsletterSince(coop, mail.memberId());
        var email = since.flatMap(it -> email(coop, mail.memberId()));
        if (email.isEmpty()) {
            end(coop, issue, mail, RecipientStore.SKIPPED, "", "");
            return true;
        }
        var to = email.get();
        if (isDead(coop, to, since.orElseThrow())) {
            end(coop, issue, mail, RecipientStore.REFUSED, to.address(), "前に届かなかったアドレスです");
            return true;
        }
        var handed = post.hand(coop, mails.write(coop, issue, mail.memberId(), to.address()));
        note(coop, issue, mail, to, handed, terms);
        return handed.outcome() != Handed.Outcome.NOT_REACHED;
    }

    private void note(
            CoopId coop,
            Newsletter issue,
            Taken mail,
            EmailAddress to,
            Handed handed,
            SendingTerms terms) {
        switch (handed.outcome()) {
            case TAKEN -> end(coop, issue, mail, RecipientStore.TAKEN, "", "");
            case NO_SUCH_ADDRESS -> {
                recipients.noteDead(coop, to, handed.answer(), clock.instant());
                end(coop, issue, mail, RecipientStore.REFUSED, to.address(), handed.answer());
            }
            case REFUSED ->
                    end(coop, issue, mail, RecipientStore.REFUSED, to.address(), handed.answer());
            case LATER -> {
                if (mail.tries() >= terms.tries()) {
                    end(coop, issue, mail, RecipientStore.REFUSED, to.address(), handed.answer());
                } else {
                    putBack(coop, issue, mail, terms, true);
                }
            }
            case NOT_REACHED -> putBack(coop, issue, mail, terms, false);
        }
    }

    private void end(
            CoopId coop, Newsletter issue, Taken mail, String state, String email, String answer) {
        recipients.end(
                coop, issue.issueId(), mail.memberId(), state, email, answer, clock.instant());
    }

    /** What was not asked about waits no longer than the next run; the server may be back. */
    private void putBack(
            CoopId coop, Newsletter issue, Taken mail, SendingTerms terms, boolean counts) {
        var dueAt = counts ? clock.instant().plus(terms.retryAfter()) : clock.instant();
        recipients.putBack(coop, issue.issueId(), mail, dueAt, counts);
    }

    /** None of whoever has left: a newsletter to the dead hurts. */
    private Optional<EmailAddress> email(CoopId coop, UUID memberId) {
        return Optional.of(members.get(coop, memberId))
                .filter(it -> !it.hasLeft())
                .flatMap(Member::accountId)
                .flatMap(it -> accounts.find(coop, it))
                .flatMap(it -> EmailAddress.read(it.email()));
    }

    /** Until the member asks for the newsletter anew. */
    private boolean isDead(CoopId coop, EmailAddress email, Instant wantedSince) {
        return recipients
                .deadSince(coop, email)
                .filter(it -> !it.isBefore(wantedSince))
                .isPresent();
    }
}
