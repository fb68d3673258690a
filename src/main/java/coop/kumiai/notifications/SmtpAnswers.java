package coop.kumiai.notifications;

import coop.kumiai.notifications.Handed.Outcome;

import jakarta.mail.MessagingException;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a mail server meant by not taking a letter: its numbers say whether for good (RFC 5321). */
final class SmtpAnswers {
    private static final int FOR_GOOD = 500;
    private static final int MOST_CHARACTERS = 500;

    /** What servers without such a status answer for a mailbox that is not there. */
    private static final Set<Integer> NO_MAILBOX = Set.of(550, 551, 553);

    private static final Pattern STATUS = Pattern.compile("\\b5\\.(\\d{1,3})\\.\\d{1,3}\\b");

    private SmtpAnswers() {}

    /**
     * A letter whose handing over ended in silence may have been taken: it comes again later, and
     * not for ever.
     */
    static Handed read(MailException failed) {
        var causes = causes(failed);
        if (isBeforeTheLetter(failed) || any(causes, SMTPSenderFailedException.class).isPresent()) {
            return Handed.of(Outcome.NOT_REACHED, words(failed));
        }
        return any(causes, SMTPAddressFailedException.class)
                .map(it -> Handed.of(ofAddress(it.getReturnCode(), words(it)), words(it)))
                .or(
                        () ->
                                any(causes, SMTPSendFailedException.class)
                                        .map(it -> Handed.of(ofLetter(it), words(it))))
                .orElseGet(() -> Handed.of(Outcome.LATER, words(failed)));
    }

    /** Connecting and signing in carry the failure itself; a letter's are listed. */
    private static boolean isBeforeTheLetter(MailException failed) {
        return !(failed instanceof MailSendException) || failed.getCause() != null;
    }

    private static <E> Optional<E> any(List<Throwable> causes, Class<E> kind) {
        return causes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /**
     * Only what speaks of the mailbox itself (5.1.x, RFC 3463) says that there is none. That we may
     * not send (5.7.x) is about us and may be put right; a full mailbox is emptied again.
     */
    private static Outcome ofAddress(int code, String words) {
        if (code < FOR_GOOD) {
            return Outcome.LATER;
        }
        var status = STATUS.matcher(words);
        if (!status.find()) {
            return NO_MAILBOX.contains(code) ? Outcome.NO_SUCH_ADDRESS : Outcome.REFUSED;
        }
        return switch (status.group(1)) {
            case "1" -> Outcome.NO_SUCH_ADDRESS;
            case "7" -> Outcome.LATER;
            default -> Outcome.REFUSED;
        };
    }

    private static Outcome ofLetter(SMTPSendFailedException said) {
        return said.getReturnCode() >= FOR_GOOD ? Outcome.REFUSED : Outcome.LATER;
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
