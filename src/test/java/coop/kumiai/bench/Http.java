package coop.kumiai.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Just enough HTTP/1.1 over kept connections: the generator shares the machine with what it
 * measures, so it must cost little.
 */
final class Http {
    private final int port;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    Http(int port) {
        this.port = port;
    }

    /** What came back. */
    record Answer(int status, String body) {
        boolean is(int wanted) {
            return status == wanted;
        }
    }

    /** A request as it goes over the wire. */
    static byte[] get(String path) {
        return bytes("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    /** The same with a JSON body. */
    static byte[] post(String path, String headers, String body) {
        var content = bytes(body);
        var head =
                bytes(
                        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n"
                                .formatted(path, content.length, headers));
        var all = new byte[head.length + content.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return all;
    }

    Answer send(byte[] request) {
        try {
            var kept = idle.pollFirst();
            var connection = kept == null ? new Connection(port) : kept;
            var answer = connection.send(request);
            if (connection.isKept()) {
                idle.addFirst(connection);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Connection {
        private final Socket socket;
        private final InputStream in;
        private boolean kept = true;

        Connection(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
        }

        boolean isKept() {
            return kept;
        }

        Answer send(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            var status = Integer.parseInt(line().split(" ", 3)[1]);
            int length = 0;
            var chunked = false;
            for (var header = line(); !header.isEmpty(); header = line()) {
                var name = header.substring(0, header.indexOf(':'));
                var value = header.substring(header.indexOf(':') + 1).trim();
                if (name.equalsIgnoreCase("Content-Length")) {
                    length = Integer.parseInt(value);
                } else if (name.equalsIgnoreCase("Connection")) {
                    kept = !value.equalsIgnoreCase("close");
                } else if (name.equalsIgnoreCase("Transfer-Encoding")) {
                    chunked = value.equalsIgnoreCase("chunked");
                }
            }
            return new Answer(status, chunked ? chunks() : text(length));
        }

        private String chunks() throws IOException {
            var body = new StringBuilder();
            while (true) {
                var size = Integer.parseInt(line(), 16);
                body.append(text(size));
                line();
                if (size == 0) {
                    return body.toString();
                }
            }
        }

        private String text(int length) throws IOException {
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (var read = in.read(); read != '\n'; read = in.read()) {
                if (read < 0) {
                    throw new EOFException("the server hung up");
                }
                if (read != '\r') {
                    line.append((char) read);
                }
            }
            return line.toString();
        }
    }
}
