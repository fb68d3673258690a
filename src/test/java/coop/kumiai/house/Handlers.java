package coop.kumiai.house;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Every way of calling a handler of ours. */
final class Handlers {
    private Handlers() {}

    /**
     * One way of calling one handler.
     *
     * @param headers that the call must carry
     */
    record Way(HttpMethod method, String path, List<String> headers, HandlerMethod handler) {
        /** A row of a table of the house. */
        String line(String words) {
            var with = headers.isEmpty() ? "" : " " + headers;
            return "%-6s %s%s: %s".formatted(method, path, with, words);
        }

        /** The path with something in each of its places. */
        String filled(String coop) {
            return path.replaceAll("\\{coop[^}]*}", coop)
                    .replace("{day}", "2026-11-21")
                    .replaceAll("\\{(order|address)}", new UUID(0, 1).toString())
                    .replaceAll("\\{[^}]+}", "1");
        }

        /** What the method says, or else its class. */
        <A extends Annotation> Optional<A> says(Class<A> type) {
            return Optional.ofNullable(
                            AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), type))
                    .or(
                            () ->
                                    Optional.ofNullable(
                                            AnnotatedElementUtils.findMergedAnnotation(
                                                    handler.getBeanType(), type)));
        }
    }

    static Stream<Way> of(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(it -> it.getValue().getBeanType().getName().startsWith("coop.kumiai."))
                .flatMap(it -> ways(it.getKey(), it.getValue()));
    }

    private static Stream<Way> ways(RequestMappingInfo info, HandlerMethod handler) {
        var headers =
                info.getHeadersCondition().getExpressions().stream()
                        .filter(it -> !it.isNegated())
                        .map(it -> it.getName())
                        .toList();
        return info.getPatternValues().stream()
                .flatMap(path -> methods(info).map(it -> new Way(it, path, headers, handler)));
    }

    private static Stream<HttpMethod> methods(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty()
                ? Stream.of(HttpMethod.GET)
                : methods.stream().map(RequestMethod::asHttpMethod);
    }
}
