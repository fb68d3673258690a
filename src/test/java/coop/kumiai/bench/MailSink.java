package coop.kumiai.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that takes everything and keeps only count. */
final class MailSink implements AutoCloseable {
    private final ServerSocket door;
    private final AtomicInteger taken = new AtomicInteger();

    MailSink() throws IOException {
        door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    int taken() {
        return taken.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
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
            say(out, "220 bench");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (!answer(line, in, out)) {
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
    private boolean answer(String line, BufferedReader in, OutputStream out) throws IOException {
        if (line.equals("DATA")) {
            say(out, "354 go on");
            while (!".".equals(in.readLine())) {
                // the mail itself
            }
            taken.incrementAndGet();
        }
        say(out, line.equals("QUIT") ? "221 bye" : "250 ok");
        return !line.equals("QUIT");
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
