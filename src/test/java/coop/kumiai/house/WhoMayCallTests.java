package coop.kumiai.house;

import static coop.kumiai.testing.SentForm.csrf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import coop.kumiai.accounts.AccessTokens;
import coop.kumiai.accounts.Account;
import coop.kumiai.accounts.Accounts;
import coop.kumiai.accounts.IssuedTill;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.accounts.Tills;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.web.Allow;
import coop.kumiai.web.SignedIn;
import coop.kumiai.web.Who;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may call what: every handler of the application stands in {@code house/who-may-call.txt},
 * reviewed line by line, and everybody else is turned away. After a change that is meant, write the
 * table anew by running this test with {@code -Dhandlers.write=true}.
 */
@KumiaiTest
class WhoMayCallTests {
    private static final Path TABLE =
            Path.of("src", "test", "resources", "house", "who-may-call.txt");
    private static final String PASSWORD = "a password for tests";

    /** Asks everybody alike for a token that a service was given. */
    private static final String OF_SERVICES = "/{coop}/connect/service/userinfo";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired MockMvcTester http;
    @Autowired TestCoops coops;
    @Autowired Accounts accounts;
    @Autowired AccessTokens tokens;
    @Autowired Tills tills;

    @Test
    void everyHandlerIsInTheTableWithWhoeverMayCallIt() throws IOException {
        var now = calls().map(Call::line).collect(Collectors.toCollection(TreeSet::new));
        if (Boolean.getBoolean("handlers.write")) {
            Files.write(TABLE, now);
        }
        assertThat(now).containsExactlyElementsOf(Files.readAllLines(TABLE));
    }

    @Test
    void whoeverMayNotIsTurnedAway() {
        var coop = coops.fresh();
        var callers = callers(coop);
        var wrong =
                calls().filter(call -> !call.way().path().equals(OF_SERVICES))
                        .flatMap(
                                call ->
                                        callers.stream()
                                                .filter(
                                                        caller ->
                                                                isTurnedAway(call, caller, coop)
                                                                        == call.isOpenTo(caller))
                                                .map(caller -> call.line() + " by " + caller.who()))
                        .toList();
        assertThat(wrong).isEmpty();
    }

    private boolean isTurnedAway(Call call, Caller caller, CoopId coop) {
        var result = call(call, caller, coop);
        var status = result.getResponse().getStatus();
        var location = String.valueOf(result.getResponse().getHeader("Location"));
        return status == 401
                || status == 403
                || (status == 302 && location.matches(".*/sign-in(\\?next=.*)?"));
    }

    private MvcTestResult call(Call call, Caller caller, CoopId coop) {
        var way = call.way();
        var request = http.method(way.method()).uri(way.filled(coop.code()));
        way.headers().forEach(header -> request.header(header, "true"));
        if (way.path().startsWith("/api/")) {
            caller.signedIn()
                    .map(it -> tokens.issue(coop, it.accountId()))
                    .or(() -> caller.till().map(it -> token(coop, it)))
                    .ifPresent(token -> request.header("Authorization", "Bearer " + token));
        } else {
            request.with(csrf());
            caller.signedIn().ifPresent(it -> request.with(authentication(signedIn(it))));
        }
        return request.exchange();
    }

    private static UsernamePasswordAuthenticationToken signedIn(SignedIn person) {
        return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
    }

    /** Nobody, a member, a till, and staff of each role. */
    private List<Caller> callers(CoopId coop) {
        return Arrays.stream(Who.values()).map(who -> caller(coop, who)).toList();
    }

    private Caller caller(CoopId coop, Who who) {
        return switch (who) {
            case VISITOR -> new Caller(who, Optional.empty(), Optional.empty());
            case TILL -> new Caller(who, Optional.empty(), Optional.of(till(coop)));
            case MEMBER ->
                    caller(
                            coop,
                            who,
                            accounts.createMember(coop, "m@example.com", PASSWORD, "湊 花子"),
                            Set.of());
            case PICKER -> staff(coop, who, StaffRole.Kind.PICKER);
            case DRIVER -> staff(coop, who, StaffRole.Kind.DRIVER);
            case DESK -> staff(coop, who, StaffRole.Kind.DESK);
            case EDITOR -> staff(coop, who, StaffRole.Kind.EDITOR);
            case MANAGER -> staff(coop, who, StaffRole.Kind.MANAGER);
        };
    }

    private Caller staff(CoopId coop, Who who, StaffRole.Kind kind) {
        var roles = Set.of(new StaffRole(kind, "shibuya"));
        var email = kind.name().toLowerCase(Locale.ROOT) + "@example.com";
        return caller(coop, who, accounts.createStaff(coop, email, PASSWORD, "職員", roles), roles);
    }

    private Caller caller(CoopId coop, Who who, Account account, Set<StaffRole> roles) {
        return new Caller(who, Optional.of(SignedIn.of(coop, account, roles)), Optional.empty());
    }

    private IssuedTill till(CoopId coop) {
        return tills.issue(coop, "shibuya", "1番レジ", new UUID(7, 7), "試験のため");
    }

    /** A fresh one for each call: some handlers put the clock forward. */
    private String token(CoopId coop, IssuedTill till) {
        return tills.signIn(coop, till.tillId(), till.secret(), "192.0.2.1");
    }

    private record Caller(Who who, Optional<SignedIn> signedIn, Optional<IssuedTill> till) {}

    /** The demo's last: they move the clock, past which a till's token is nobody's. */
    private Stream<Call> calls() {
        return Handlers.of(mapping)
                .sorted(Comparator.comparing(it -> it.path().startsWith("/demo/")))
                .map(
                        it ->
                                new Call(
                                        it,
                                        it.says(Allow.class)
                                                .map(allow -> List.of(allow.value()))
                                                .orElse(List.of())));
    }

    /** One way of calling one handler. */
    private record Call(Handlers.Way way, List<Who> who) {
        String line() {
            return way.line(who.stream().map(Who::name).collect(Collectors.joining(" ")));
        }

        boolean isOpenTo(Caller caller) {
            var isStaff =
                    caller.who() == Who.MANAGER
                            && who.stream().anyMatch(it -> it.compareTo(Who.PICKER) >= 0);
            return who.contains(Who.VISITOR) || who.contains(caller.who()) || isStaff;
        }
    }
}
