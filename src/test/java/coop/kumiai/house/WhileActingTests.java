package coop.kumiai.house;

import static coop.kumiai.testing.SentForm.csrf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import coop.kumiai.accounts.Errand;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;
import coop.kumiai.testing.TestRepresentatives;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.SignedIn;
import coop.kumiai.web.WhileActing;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may be called while acting for a member (代理): every such handler stands in {@code
 * house/while-acting.txt}, reviewed line by line; every other one is shut, whoever forgot to say
 * so. After a change that is meant, write the table anew by {@code -Dhandlers.write=true}.
 */
@KumiaiTest
class WhileActingTests {
    private static final Path TABLE =
            Path.of("src", "test", "resources", "house", "while-acting.txt");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired MockMvcTester http;
    @Autowired TestCoops coops;
    @Autowired TestRepresentatives some;

    @Test
    void everyHandlerThatIsOpenIsInTheTable() throws IOException {
        var now =
                calls().filter(it -> it.serves().isPresent())
                        .map(Call::line)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (Boolean.getBoolean("handlers.write")) {
            Files.write(TABLE, now);
        }
        assertThat(now).containsExactlyElementsOf(Files.readAllLines(TABLE));
    }

    @Test
    @Rule("M-CARE-2")
    void everyOtherHandlerIsShut() {
        var coop = coops.fresh();
        var acting = some.acting(coop, Set.of(Errand.values()));
        var wrong =
                calls().filter(it -> isForbidden(it, acting, coop) == it.serves().isPresent())
                        .map(Call::line)
                        .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    @Rule("M-CARE-2")
    void whatWasNotEntrustedIsShutToo() {
        var coop = coops.fresh();
        var acting = some.acting(coop, Set.of(Errand.STATEMENTS));
        var wrong =
                calls().filter(it -> it.serves().filter(List.of(Errand.ORDER)::equals).isPresent())
                        .filter(it -> !isForbidden(it, acting, coop))
                        .map(Call::line)
                        .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothingThatAsksForAProofIsOpen() {
        assertThat(calls().filter(it -> it.serves().isPresent() && it.recentProof())).isEmpty();
    }

    private boolean isForbidden(Call call, SignedIn acting, CoopId coop) {
        var way = call.way();
        var request = http.method(way.method()).uri(way.filled(coop.code())).with(csrf());
        way.headers().forEach(header -> request.header(header, "true"));
        request.with(
                authentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                acting, null, List.of())));
        return request.exchange().getResponse().getStatus() == 403;
    }

    /** All handlers of a co-op's pages; an app's token never acts, and the rest is of no co-op. */
    private Stream<Call> calls() {
        return Handlers.of(mapping)
                .filter(it -> it.path().contains("{coop") && !it.path().startsWith("/api/"))
                .map(
                        it ->
                                new Call(
                                        it,
                                        it.says(WhileActing.class)
                                                .map(says -> Arrays.asList(says.value())),
                                        it.says(RecentProof.class).isPresent()));
    }

    /** One way of calling one handler. */
    private record Call(Handlers.Way way, Optional<List<Errand>> serves, boolean recentProof) {
        String line() {
            var words = serves.orElse(List.of()).stream().map(Errand::name).toList();
            return way.line(words.isEmpty() ? "ANYTHING" : String.join(" ", words));
        }
    }
}
