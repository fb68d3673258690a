package coop.kumiai.testing;

import jakarta.servlet.http.Cookie;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A form as a browser sends it: with the token of its page and the cookie beside it. Spring
 * Security's own {@code csrf()} would not do: it puts another repository into the filter, for good,
 * and whoever comes over real HTTP afterwards gets tokens that no turn to another person ever
 * renews.
 */
public final class SentForm {
    private SentForm() {}

    /** A request with its token. */
    public static RequestPostProcessor csrf() {
        return request -> {
            var token = UUID.randomUUID().toString();
            var kept = Stream.ofNullable(request.getCookies()).flatMap(Arrays::stream);
            var sent = Stream.of(new Cookie("kumiai-form", token));
            request.setCookies(Stream.concat(kept, sent).toArray(Cookie[]::new));
            request.setParameter("_csrf", masked(token));
            return request;
        };
    }

    /** As pages print it: random bytes, here noughts, and the token mixed with them. */
    private static String masked(String token) {
        var bytes = token.getBytes(StandardCharsets.UTF_8);
        var masked =
                ByteBuffer.allocate(2 * bytes.length).position(bytes.length).put(bytes).array();
        return Base64.getUrlEncoder().encodeToString(masked);
    }
}
