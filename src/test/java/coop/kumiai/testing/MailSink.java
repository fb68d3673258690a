package coop.kumiai.testing;

import jakarta.mail.internet.MimeUtility;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A mail server that takes everything, or what it is told to, and keeps little of it. */
public final class MailSink implements AutoCloseable {
    public static final String TAKEN = "250 ok";
    private static final String RECIPIENT = "RCPT TO:";
    private static final String SUBJECT = "Subject:";
    private static final String ID = "Message-ID:";
    private final ServerSocket door;
    private final Queue<Taken> mails = new ConcurrentLinkedQueue<>();
    private final AtomicInteger callers = new AtomicInteger();

    private final UnaryOperator<String> toRecipients;

    public MailSink() throws IOException {
        this(recipient -> TAKEN);
    }

    /**
     * @param toRecipients what it answers to {@code RCPT TO:<…>}
     */
    public MailSink(UnaryOperator<String> toRecipients) throws IOException {
        this.toRecipients = toRecipients;
        door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    /**
     * What is kept of a mail.
     *
     * @param to as the sender wrote it, in its brackets
     * @param id by which a mailbox knows a copy
     */
    public record Taken(String to, String id, String subject) {}

    public int port() {
        return door.getLocalPort();
    }

    public int taken() {
        return mails.size();
    }

    /** How many connections were made. */
    public int callers() {
        return callers.get();
    }

    /** What the mails are about, in the order in which they came. */
    public List<String> subjects() {
        return mails.stream().map(it -> decoded(it.subject())).toList();
    }

    /** Everything that was taken, in the order in which it came. */
    public List<Taken> mails() {
        return List.copyOf(mails);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                callers.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket caller) {
        try (caller;
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        caller.getInputStream(), StandardCharsets.ISO_8859_1));
                var out = caller.getOutputStream()) {
            say(out, "220 sink");
            var to = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                to = line.startsWith(RECIPIENT) ? line.substring(RECIPIENT.length()) : to;
                if (!answer(line, to, in, out)) {
                    return;
                }
            }
        } catch (IOException hungUp) {
            // the caller has gone; what was taken is counted
        }
    }

    /**
     * @return whether the talk goes on
     */
    private boolean answer(String line, String to, BufferedReader in, OutputStream out)
            throws IOException {
        if (line.equals("DATA")) {
            say(out, "354 go on");
            var mail = mail(to, in);
            if (mail.isEmpty()) {
                return false;
            }
            mails.add(mail.get());
        }
        if (line.startsWith(RECIPIENT)) {
            say(out, toRecipients.apply(line));
        } else {
            say(out, line.equals("QUIT") ? "221 bye" : TAKEN);
        }
        return !line.equals("QUIT");
    }

    /** Empty when the caller hung up before the end: such a mail is not taken. */
    private static Optional<Taken> mail(String to, BufferedReader in) throws IOException {
        var subject = new StringBuilder();
        var id = "";
        var isSubject = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return Optional.of(new Taken(to, id, subject.toString()));
            }
            id = line.startsWith(ID) ? line.substring(ID.length()).strip() : id;
            isSubject = line.startsWith(SUBJECT) || (isSubject && line.startsWith(" "));
            if (isSubject) {
                subject.append(line.startsWith(SUBJECT) ? line.substring(SUBJECT.length()) : line);
            }
        }
        return Optional.empty();
    }

    private static String decoded(String subject) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(subject)).strip();
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
