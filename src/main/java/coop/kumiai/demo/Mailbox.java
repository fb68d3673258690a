package coop.kumiai.demo;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Comparator;
import java.util.List;

/**
 * The demo's post office: a real SMTP server on this machine that takes every mail and keeps it
 * readable until the application ends.
 */
public final class Mailbox {
    private static final String HOST = "127.0.0.1";
    private static final Comparator<StoredMessage> NEWEST_FIRST =
            Comparator.comparing(StoredMessage::getReceivedDate)
                    .thenComparing(StoredMessage::getUid)
                    .reversed();
    private final int port;
    private final GreenMail server;

    /**
     * @param port where it listens; 0: any that is free
     */
    Mailbox(int port) {
        this.port = port == 0 ? freePort() : port;
        this.server = new GreenMail(new ServerSetup(this.port, HOST, ServerSetup.PROTOCOL_SMTP));
    }

    public void open() {
        server.start();
    }

    public void close() {
        server.stop();
    }

    String host() {
        return HOST;
    }

    int port() {
        return port;
    }

    /** What came in, the newest first. */
    public List<Mail> mails() {
        return server.getManagers().getImapHostManager().getAllMessages().stream()
                .sorted(NEWEST_FIRST)
                .map(StoredMessage::getMimeMessage)
                .map(Mailbox::read)
                .toList();
    }

    /** What came in for one address, the newest first. */
    public List<Mail> mailsTo(String address) {
        return mails().stream().filter(mail -> mail.to().equalsIgnoreCase(address)).toList();
    }

    private static Mail read(MimeMessage message) {
        try {
            return Mail.of(
                    message.getSentDate().toInstant(),
                    address(message.getRecipients(Message.RecipientType.TO)[0]),
                    address(message.getFrom()[0]),
                    String.valueOf(message.getSubject()),
                    String.valueOf(message.getContent()).replace("\r\n", "\n"));
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail that cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(jakarta.mail.Address address) {
        return ((InternetAddress) address).getAddress();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the demo's mailbox", e);
        }
    }
}
