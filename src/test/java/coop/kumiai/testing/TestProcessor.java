package coop.kumiai.testing;

import coop.kumiai.kernel.CoopId;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

import java.util.Map;
import java.util.regex.Pattern;

/** What a test does at the stand-in of the card processor: over HTTP, as anybody would. */
@TestComponent
public class TestProcessor {
    /** Granted without a question. */
    public static final String GOOD = "4111111111111111";

    /** The card company asks who it is. */
    public static final String CHALLENGED = "5555555555554444";

    public static final String DECLINED = "4000000000000002";
    public static final String OVER_LIMIT = "4000000000009995";
    public static final String EXPIRED = "4000000000000069";
    public static final String PROOF_TIMES_OUT = "4000000000003063";
    public static final String NEVER_RAISED = "4000000000000341";
    public static final String OTHER_BRAND = "378282246310005";

    private static final Pattern TOKEN = Pattern.compile("[?&]token=([^&]+)");
    private final Environment environment;

    TestProcessor(Environment environment) {
        this.environment = environment;
    }

    /** The token for a card that somebody types now. */
    public String token(String number) {
        var sent =
                visitor()
                        .post(
                                "/demo/processor/pages/card",
                                Map.of(
                                        "return",
                                        "http://localhost:" + port() + "/back",
                                        "state",
                                        "a-state",
                                        "number",
                                        number,
                                        "expire",
                                        "12/30"));
        var match = TOKEN.matcher(sent.location());
        if (!match.find()) {
            throw new AssertionError("no token: " + sent);
        }
        return match.group(1);
    }

    /** What somebody answers at the card company. */
    public void prove(String page, boolean passed) {
        visitor()
                .post(
                        page.replaceFirst("^https?://[^/]+", ""),
                        Map.of("passed", Boolean.toString(passed)));
    }

    /** Misbehaves to one co-op for so many calls of a path. */
    public void misbehave(CoopId coop, String kind, String path, int times) {
        visitor()
                .post(
                        "/demo/processor/control",
                        Map.of(
                                "shop",
                                coop.code(),
                                "kind",
                                kind,
                                "path",
                                path,
                                "times",
                                Integer.toString(times)));
    }

    /** Somebody pays a number at a convenience store, and the collector tells of it or does not. */
    public void payAtStore(String number, String telling) {
        visitor()
                .post("/demo/processor/pages/stores", Map.of("number", number, "telling", telling));
    }

    /** What it has captured for a co-op. */
    public String settlement(CoopId coop) {
        return visitor().open("/demo/processor/settlement/" + coop.code() + ".csv").text();
    }

    private Visitor visitor() {
        return new Visitor(port());
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }
}
