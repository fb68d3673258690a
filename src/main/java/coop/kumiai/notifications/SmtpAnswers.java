package coop.kumiai.notifications;

import coop.kumiai.notifications.Handed.Outcome;

import jakarta.mail.MessagingException;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a mail server meant by not taking a letter: its numbers say whether for good (RFC 5321). */
final class SmtpAnswers {
    private static final int FOR_GOOD = 500;
    private static final int MOST_CHARACTERS = 500;

    private SmtpAnswers() {}

    static Handed read(MailException failed) {
        for (var cause : causes(failed)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return answer(address.getReturnCode(), Outcome.NO_SUCH_ADDRESS, address);
            }
        }
        for (var cause : causes(failed)) {
            if (cause instanceof SMTPSendFailedException sending) {
                return answer(sending.getReturnCode(), Outcome.REFUSED, sending);
            }
        }
        return Handed.of(Outcome.NOT_REACHED, words(failed));
    }

    private static Handed answer(int code, Outcome forGood, Exception said) {
        return Handed.of(code >= FOR_GOOD ? forGood : Outcome.LATER, words(said));
    }

    /** All that went wrong, one inside or beside the other. */
    private static List<Throwable> causes(MailException failed) {
        var causes = new ArrayList<Throwable>();
        if (failed instanceof MailSendException sending) {
            for (var exception : sending.getMessageExceptions()) {
                Throwable next = exception;
                while (next != null && !causes.contains(next)) {
                    causes.add(next);
                    next =
                            next instanceof MessagingException inner
                                    ? inner.getNextException()
                                    : null;
                }
            }
        }
        return causes;
    }

    private static String words(Exception said) {
        var words = Objects.requireNonNullElse(said.getMessage(), "").strip();
        return words.length() > MOST_CHARACTERS ? words.substring(0, MOST_CHARACTERS) : words;
    }
}
