package coop.kumiai.newsletters;

import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.Audit;
import coop.kumiai.accounts.EmailAddress;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.membership.MailChoices;
import coop.kumiai.newsletters.Newsletter.State;
import coop.kumiai.notifications.Handed;
import coop.kumiai.notifications.PostOffice;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * メールマガジン as staff see it: write an issue, look at it, try it on oneself, send it now or later,
 * stop it. What somebody did is written down.
 */
@Service
public class Newsletters {
    private final NewsletterStore store;
    private final RecipientStore recipients;
    private final NewsletterMails mails;
    private final PostOffice post;
    private final MailChoices choices;
    private final Accounts accounts;
    private final Audit audit;
    private final Policies policies;
    private final Clock clock;

    Newsletters(
            NewsletterStore store,
            RecipientStore recipients,
            NewsletterMails mails,
            PostOffice post,
            MailChoices choices,
            Accounts accounts,
            Audit audit,
            Policies policies,
            Clock clock) {
        this.store = store;
        this.recipients = recipients;
        this.mails = mails;
        this.post = post;
        this.choices = choices;
        this.accounts = accounts;
        this.audit = audit;
        this.policies = policies;
        this.clock = clock;
    }

    /** The issues, the one last touched first. */
    public List<Newsletter> latest(CoopId coop, int most) {
        return store.latest(coop, most);
    }

    /**
     * @throws NotFound when the co-op has no such issue
     */
    public Newsletter get(CoopId coop, UUID issueId) {
        return store.find(coop, issueId).orElseThrow(() -> new NotFound("newsletter"));
    }

    /** How many members want the newsletter now. */
    public int subscribers(CoopId coop) {
        return choices.countSubscribers(coop);
    }

    public Progress progress(CoopId coop, UUID issueId) {
        return recipients.progress(coop, issueId);
    }

    /** Mails of an issue that nobody took, for staff who look after addresses. */
    public List<Undelivered> undelivered(CoopId coop, UUID issueId, int most) {
        return recipients.undelivered(coop, issueId, most);
    }

    /** The text as members will read it; its link is that of a trial. */
    public String preview(CoopId coop, Newsletter issue) {
        return mails.text(coop, issue.body(), StopLinks.NOBODY);
    }

    /**
     * @throws Refused when nothing, or too much, was written
     */
    @Transactional
    public UUID write(CoopId coop, String subject, String body, UUID staff) {
        var line = JapaneseText.tidy(subject);
        check(coop, line, body);
        var issueId = Ids.next(clock);
        store.insert(coop, issueId, line, body.strip(), staff, clock.instant());
        audit.note(coop, staff, "newsletter.written", issueId, line);
        return issueId;
    }

    /**
     * @throws Refused when nothing, or too much, was written, or it is no draft any more
     */
    @Transactional
    public void rewrite(CoopId coop, UUID issueId, String subject, String body, UUID staff) {
        var line = JapaneseText.tidy(subject);
        check(coop, line, body);
        require(
                coop,
                issueId,
                store.rewrite(coop, issueId, line, body.strip(), staff, clock.instant()));
        audit.note(coop, staff, "newsletter.rewritten", issueId, line);
    }

    /**
     * Mails an issue to whoever works on it. Not in a transaction: a mail server may take its time.
     *
     * @return where it went; empty when no server took it
     */
    public Optional<String> tryOut(CoopId coop, UUID issueId, UUID staff) {
        var email = accounts.get(coop, staff).email();
        var letter = mails.trial(coop, get(coop, issueId), email, clock.millis());
        var handed = post.hand(coop, letter).outcome() == Handed.Outcome.TAKEN;
        audit.note(coop, staff, "newsletter.tried", issueId, "");
        return handed ? Optional.of(email) : Optional.empty();
    }

    /**
     * Checks a moment at which an issue shall go out; changes nothing.
     *
     * @throws Refused when there is none, or it is over
     */
    public void checkMoment(Optional<Instant> sendAt) {
        Refused.unless(NewsletterRules.moment(sendAt, clock.instant()).stream().toList());
    }

    /**
     * The issue goes out, now or at a moment, to those who want it then.
     *
     * @param sendAt empty for now
     * @throws Refused when the moment is over, or it is no draft any more
     */
    @Transactional
    public void send(CoopId coop, UUID issueId, Optional<Instant> sendAt, UUID staff) {
        var now = clock.instant();
        var at = sendAt.orElse(now);
        if (at.isBefore(now)) {
            throw Refused.because(new NewsletterRefusal.InThePast(now));
        }
        require(coop, issueId, store.plan(coop, issueId, at, staff, now));
        audit.note(coop, staff, "newsletter.planned", issueId, at.toString());
    }

    /**
     * It does not go out yet, and can be written anew.
     *
     * @throws Refused when it has begun
     */
    @Transactional
    public void takeBack(CoopId coop, UUID issueId, UUID staff) {
        require(coop, issueId, store.plan(coop, issueId, null, staff, clock.instant()));
        audit.note(coop, staff, "newsletter.taken-back", issueId, "");
    }

    /**
     * No further mail goes out; the one in hand is finished.
     *
     * @throws Refused when it is not going out
     */
    @Transactional
    public void stop(CoopId coop, UUID issueId, UUID staff) {
        turn(coop, issueId, State.SENDING, State.STOPPED, staff);
        audit.note(coop, staff, "newsletter.stopped", issueId, "");
    }

    /**
     * The rest goes out after all.
     *
     * @throws Refused when nobody has stopped it
     */
    @Transactional
    public void goOn(CoopId coop, UUID issueId, UUID staff) {
        turn(coop, issueId, State.STOPPED, State.SENDING, staff);
        audit.note(coop, staff, "newsletter.resumed", issueId, "");
    }

    /**
     * Notes addresses from which mails came back: nothing goes there any more, until the member
     * asks for the newsletter anew.
     *
     * @param typed an address a line
     * @return how many were noted
     * @throws Refused when a line is no address; then none is noted
     */
    @Transactional
    public int noteReturned(CoopId coop, String typed, UUID staff) {
        var emails = typed.lines().filter(it -> !it.isBlank()).map(EmailAddress::require).toList();
        for (var email : emails) {
            recipients.noteDead(coop, email, "returned", clock.instant());
        }
        if (!emails.isEmpty()) {
            audit.note(coop, staff, "newsletter.returned", staff, emails.size() + "件");
        }
        return emails.size();
    }

    private void turn(CoopId coop, UUID issueId, State from, State to, UUID staff) {
        require(coop, issueId, store.turn(coop, issueId, from, to, staff, clock.instant()));
    }

    private void check(CoopId coop, String subject, String body) {
        var terms = policies.today(coop, SendingTerms.class);
        Refused.unless(NewsletterRules.text(subject, body.strip(), terms));
    }

    private void require(CoopId coop, UUID issueId, boolean changed) {
        if (!changed) {
            throw Refused.because(new NewsletterRefusal.OtherwiseNow(get(coop, issueId).state()));
        }
    }
}
