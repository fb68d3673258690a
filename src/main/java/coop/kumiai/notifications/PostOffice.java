package coop.kumiai.notifications;

import coop.kumiai.accounts.MailSender;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.regex.Pattern;

/**
 * Hands letters to the mail server (SMTP), in the name of the co-op. Whoever calls it must hold no
 * transaction open: a mail server may take its time.
 */
@Component
public class PostOffice {
    private static final Pattern DOTS_ASTRAY =
            Pattern.compile("(?=\\.|[^@]*\\.[.@])[\\x21-\\x7e&&[^@\"\\\\]]+@");

    private final JavaMailSenderImpl server;
    private final MailLines lines;
    private final Policies policies;
    private final Clock clock;

    PostOffice(JavaMailSenderImpl server, MailLines lines, Policies policies, Clock clock) {
        this.server = server;
        this.lines = lines;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * @throws org.springframework.mail.MailException when the server did not take it; the
     *     announcement that it answers to stays open and is heard again
     */
    public void send(CoopId coop, Letter letter) {
        lines.send(mail(policies.today(coop, MailSender.class), letter));
    }

    /**
     * The same for a letter of many, where one that is not taken must not hold up the others: says
     * what became of it.
     */
    public Handed hand(CoopId coop, Letter letter) {
        try {
            send(coop, letter);
            return Handed.of(Handed.Outcome.TAKEN, "");
        } catch (IllegalArgumentException noLetter) {
            return Handed.of(Handed.Outcome.NO_SUCH_ADDRESS, "");
        } catch (MailException failed) {
            return SmtpAnswers.read(failed);
        }
    }

    private MimeMessage mail(MailSender sender, Letter letter) {
        var mail = server.createMimeMessage();
        try {
            var from = new InternetAddress(sender.address(), sender.name(), "UTF-8");
            var helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setReplyTo(from);
            helper.setTo(new InternetAddress(written(letter.to()), true));
            helper.setSubject(letter.subject());
            helper.setText(letter.text());
            helper.setSentDate(Date.from(clock.instant()));
            mail.setHeader("Message-ID", "<%s@%s>".formatted(letter.about(), sender.domain()));
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("Content-Language", "ja");
            for (var header : letter.headers().entrySet()) {
                mail.setHeader(header.getKey(), header.getValue());
            }
            return mail;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalArgumentException("a letter that cannot be written", e);
        }
    }

    /**
     * Addresses of Japanese phones may have dots where the standard (RFC 5321) wants the part
     * before the @ in quotes, as {@code "a..b"@docomo.ne.jp}.
     */
    private static String written(String address) {
        var at = address.indexOf('@');
        return DOTS_ASTRAY.matcher(address).lookingAt()
                ? '"' + address.substring(0, at) + '"' + address.substring(at)
                : address;
    }
}
