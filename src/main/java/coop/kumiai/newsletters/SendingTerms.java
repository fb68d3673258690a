package coop.kumiai.newsletters;

import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.Duration;

/**
 * 配信のしかた: how fast mails go out, so that no mail server takes the co-op for a sender of junk, and
 * how long an issue may be.
 *
 * @param mostPerMinute mails handed over in a minute
 * @param tries how often a mail is handed over that a server does not take just now
 * @param retryAfter how long it waits in between
 */
@PolicyName("newsletters.sending")
public record SendingTerms(
        int mostPerMinute, int tries, Duration retryAfter, int mostSubject, int mostCharacters)
        implements Policy {
    public SendingTerms {
        if (mostPerMinute <= 0
                || tries <= 0
                || !retryAfter.isPositive()
                || mostSubject <= 0
                || mostCharacters <= 0) {
            throw new IllegalArgumentException("sending terms");
        }
    }
}
