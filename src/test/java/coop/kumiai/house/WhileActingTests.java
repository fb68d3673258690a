package coop.kumiai.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

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
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
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
        var path =
                call.path()
                        .replaceAll("\\{coop[^}]*}", coop.code())
                        .replace("{day}", "2026-11-21")
                        .replaceAll("\\{(order|address)}", new UUID(0, 1).toString())
                        .replaceAll("\\{[^}]+}", "1");
        var request = http.method(call.method()).uri(path).with(csrf());
        call.headers().forEach(header -> request.header(header, "true"));
        request.with(
                authentication(
                        UsernamePasswordAuthenticationToken.authenticated(
                                acting, null, List.of())));
        return request.exchange().getResponse().getStatus() == 403;
    }

    /** All handlers of a co-op's pages; an app's token never acts, and the rest is of no co-op. */
    private Stream<Call> calls() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(it -> it.getValue().getBeanType().getName().startsWith("coop.kumiai."))
                .flatMap(it -> calls(it.getKey(), it.getValue()))
                .filter(it -> it.path().contains("{coop") && !it.path().startsWith("/api/"));
    }

    private static Stream<Call> calls(RequestMappingInfo info, HandlerMethod handler) {
        var headers =
                info.getHeadersCondition().getExpressions().stream()
                        .filter(it -> !it.isNegated())
                        .map(it -> it.getName())
                        .toList();
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(
                        path ->
                                (methods.isEmpty()
                                                ? Stream.of(HttpMethod.GET)
                                                : methods.stream().map(it -> it.asHttpMethod()))
                                        .map(
                                                it ->
                                                        new Call(
                                                                it,
                                                                path,
                                                                headers,
                                                                serves(handler),
                                                                recentProof(handler))));
    }

    private static Optional<List<Errand>> serves(HandlerMethod handler) {
        return annotation(handler, WhileActing.class).map(it -> Arrays.asList(it.value()));
    }

    private static boolean recentProof(HandlerMethod handler) {
        return annotation(handler, RecentProof.class).isPresent();
    }

    private static <A extends Annotation> Optional<A> annotation(
            HandlerMethod handler, Class<A> type) {
        return Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), type))
                .or(
                        () ->
                                Optional.ofNullable(
                                        AnnotatedElementUtils.findMergedAnnotation(
                                                handler.getBeanType(), type)));
    }

    /** One way of calling one handler. */
    private record Call(
            HttpMethod method,
            String path,
            List<String> headers,
            Optional<List<Errand>> serves,
            boolean recentProof) {
        String line() {
            var words = serves.orElse(List.of()).stream().map(Errand::name).toList();
            return "%-6s %s%s: %s"
                    .formatted(
                            method,
                            path,
                            headers.isEmpty() ? "" : " " + headers,
                            words.isEmpty() ? "ANYTHING" : String.join(" ", words));
        }
    }
}
