package coop.kumiai.testing;

import org.springframework.web.util.HtmlUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who opens pages and sends their forms over real HTTP, with cookies and without script.
 * Redirects are followed one by one, so that a test sees each.
 */
public final class Visitor {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");
    private static final Pattern FORM =
            Pattern.compile("<form[^>]* method=\"post\"[^>]*>.*?</form>", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile(" action=\"([^\"]*)\"");

    /** What its browser says of itself. */
    static final String SMARTPHONE =
            "Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/142.0.0.0 Mobile Safari/537.36";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final String server;
    private final String userAgent;

    public Visitor(int port) {
        this(port, "Java");
    }

    private Visitor(int port, String userAgent) {
        this.server = "http://localhost:" + port;
        this.userAgent = userAgent;
    }

    /** Somebody with a smartphone. */
    public static Visitor onASmartphone(int port) {
        return new Visitor(port, SMARTPHONE);
    }

    /** Somebody who has got hold of all cookies that this one has now. */
    public Visitor twin() {
        var twin = new Visitor(URI.create(server).getPort());
        var store = twin.cookies.getCookieStore();
        cookies.getCookieStore().getCookies().forEach(it -> store.add(URI.create(server), it));
        return twin;
    }

    /**
     * A page as it came.
     *
     * @param path of this page, from the root
     * @param text its HTML
     * @param location where a redirect leads, or empty
     */
    public record Shown(int status, String path, String text, String location) {
        /** Its text without marks, entities resolved. */
        public String words() {
            return HtmlUtils.htmlUnescape(
                    text.replaceAll("(?s)<[^>]+>", " ").replaceAll("\\s+", " "));
        }
    }

    public Shown open(String path) {
        return send(request(path).GET().build(), path);
    }

    /** Opens a page with a header that browsers do not send by themselves. */
    public Shown open(String path, String header, String value) {
        return send(request(path).header(header, value).GET().build(), path);
    }

    /** Sends the form of a page that leads to the given path, with its hidden fields. */
    public Shown submit(Shown page, String action, Map<String, String> typed) {
        var form = form(page, action).orElseThrow(() -> new AssertionError("no form " + action));
        var fields = new LinkedHashMap<String, String>();
        HIDDEN.matcher(form)
                .results()
                .forEach(it -> fields.put(it.group(1), HtmlUtils.htmlUnescape(it.group(2))));
        fields.putAll(typed);
        return post(action, fields);
    }

    /** Sends the form that leads back to its own page. */
    public Shown submit(Shown page, Map<String, String> typed) {
        return submit(page, page.path().replaceAll("\\?.*", ""), typed);
    }

    /** Sends any fields anywhere, as whoever attacks would. */
    public Shown post(String path, Map<String, String> fields) {
        var body =
                fields.entrySet().stream()
                        .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                path);
    }

    /** Goes where a redirect leads; a page that is none stays. */
    public Shown follow(Shown shown) {
        return shown.location().isEmpty() ? shown : open(shown.location());
    }

    private static Optional<String> form(Shown page, String action) {
        return FORM.matcher(page.text())
                .results()
                .map(it -> it.group())
                .filter(it -> leadsTo(it, action))
                .findFirst();
    }

    private static boolean leadsTo(String form, String action) {
        var match = ACTION.matcher(form);
        return match.find() && match.group(1).equals(action);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).header("User-Agent", userAgent);
    }

    private Shown send(HttpRequest request, String path) {
        try {
            HttpResponse<String> response =
                    http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            var location = response.headers().firstValue("Location").orElse("");
            return new Shown(
                    response.statusCode(), path, response.body(), location.replace(server, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
