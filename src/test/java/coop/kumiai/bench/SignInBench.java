package coop.kumiai.bench;

import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.OpenSignIns;
import coop.kumiai.web.SignedIn;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/**
 * Sign-ins per second, as a share of what Argon2 alone allows on this machine, and how long a page
 * of a member takes among 100,000 members and 10,000 live sessions.
 */
final class SignInBench {
    private static final int MEMBERS = 100_000;
    private static final int SIGNING_IN = 50;
    private static final int SESSIONS = 10_000;

    /** Each of those signed in reads a page in 100 seconds; and twice as many. */
    private static final int RATE = 100;

    private static final int BUSY_RATE = 2 * RATE;
    private static final int SECONDS = 15;
    private static final int RUSH_RATE = 1_000;
    private static final int RUSH_SECONDS = 15;
    private static final int WARM_UP_SECONDS = 20;
    private static final Duration ALONE = Duration.ofSeconds(6);
    private static final String PASSWORD = "a long enough password of a member";

    private SignInBench() {}

    static Figures measure(BenchServer server) throws Exception {
        var figures = new Figures();
        People.insert(server, MEMBERS);
        var members = signingIn(server);
        var requests = sessions(server);
        var http = server.http();
        WarmUp.run(figures, BUSY_RATE, at -> http.send(requests.get(at % requests.size())));
        var busy = pages(figures, BUSY_RATE, http, requests);
        var page = pages(figures, RATE, http, requests);
        var before = argon2Alone();
        var signIns = signIns(http, members);
        var after = argon2Alone();
        figures.say("Argon2 alone: %.1f/s before, %.1f/s after", before, after);
        figures.say("sign-ins: %s", signIns.words());
        var alone = (before + after) / 2;
        var perSecond = signIns.perSecond(signIns.with(201));
        return figures.add("signin.argon2_alone", alone, "hashes/s")
                .add("signin.share_of_argon2_percent", 100 * perSecond / alone, "%")
                .add("signin.page_p50", page.millis(0.50), "ms")
                .add("signin.page_p99", page.millis(0.99), "ms")
                .add("signin.page_p99_busy", busy.millis(0.99), "ms")
                .addRate("signin.per_second", perSecond, "sign-ins/s");
    }

    private static List<Account> signingIn(BenchServer server) {
        var accounts = server.bean(Accounts.class);
        var members = new ArrayList<Account>();
        for (var i = 0; i < SIGNING_IN; i++) {
            var email = "member-" + i + "@example.com";
            members.add(accounts.createMember(BenchServer.COOP, email, PASSWORD, "測定 花子"));
        }
        return members;
    }

    /** As many at once as there are processors, as the application does. */
    private static double argon2Alone() throws InterruptedException {
        var argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        var hash = argon2.encode(PASSWORD);
        var done = new LongAdder();
        var end = System.nanoTime() + ALONE.toNanos();
        var processors = Runtime.getRuntime().availableProcessors();
        try (var callers = Executors.newFixedThreadPool(processors)) {
            for (var caller = 0; caller < processors; caller++) {
                callers.execute(
                        () -> {
                            while (System.nanoTime() < end) {
                                argon2.matches(PASSWORD, hash);
                                done.increment();
                            }
                        });
            }
        }
        return done.sum() / (double) ALONE.toSeconds();
    }

    private static OpenLoop.Load signIns(Http http, List<Account> members)
            throws InterruptedException {
        var requests =
                members.stream()
                        .map(
                                it ->
                                        Http.post(
                                                "/api/v1/bench/sign-in",
                                                "",
                                                "{\"email\":\"%s\",\"password\":\"%s\"}"
                                                        .formatted(it.email(), PASSWORD)))
                        .toList();
        var atOnce = 2 * Runtime.getRuntime().availableProcessors();
        var turn = new AtomicInteger();
        IntFunction<Http.Answer> next =
                at -> http.send(requests.get(turn.getAndIncrement() % requests.size()));
        OpenLoop.run(RUSH_RATE, WARM_UP_SECONDS * RUSH_RATE, atOnce, next);
        return OpenLoop.run(RUSH_RATE, RUSH_SECONDS * RUSH_RATE, atOnce, next);
    }

    private static OpenLoop.Load pages(Figures figures, int rate, Http http, List<byte[]> requests)
            throws InterruptedException {
        var load =
                OpenLoop.run(
                        rate,
                        SECONDS * rate,
                        1_000,
                        at -> http.send(requests.get(at * 7 % requests.size())));
        figures.say(
                "page among %d members and %d sessions at %d/s: %s",
                MEMBERS, SESSIONS, rate, load.words());
        return load;
    }

    /** The request for the password page out of the browsers of so many members. */
    @SuppressWarnings("unchecked") // whatever its sessions are, it makes them itself
    private static List<byte[]> sessions(BenchServer server) {
        var repository = (SessionRepository<Session>) server.bean(SessionRepository.class);
        var open = server.bean(OpenSignIns.class);
        var requests = new ArrayList<byte[]>();
        for (var i = 0; i < SESSIONS; i++) {
            var accountId = People.accountId(i);
            var signIn = open.begin(BenchServer.COOP, accountId, "bench");
            var session = repository.createSession();
            session.setMaxInactiveInterval(Duration.ofDays(1));
            session.setAttribute("SPRING_SECURITY_CONTEXT", context(accountId, signIn.signInId()));
            repository.save(session);
            requests.add(request(session.getId()));
        }
        return requests;
    }

    private static SecurityContextImpl context(UUID accountId, UUID signIn) {
        var signedIn =
                new SignedIn(BenchServer.COOP.code(), accountId, signIn, "湊 花子", Set.of(), 0);
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()));
    }

    private static byte[] request(String sessionId) {
        var cookie = Base64.getEncoder().encodeToString(sessionId.getBytes(StandardCharsets.UTF_8));
        return ("GET /bench/account/password HTTP/1.1\r\nHost: localhost\r\nCookie: kumiai="
                        + cookie
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
