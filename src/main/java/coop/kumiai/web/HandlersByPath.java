package coop.kumiai.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes over the handlers that a path cannot mean before Spring tries them one by one: every path
 * of ours begins with the code of a co-op, so that none can be found by its first words.
 */
@Component
class HandlersByPath implements WebMvcRegistrations {
    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Mapping();
    }

    private static final class Mapping extends RequestMappingHandlerMapping {
        private static final String SEGMENTS = HandlersByPath.class.getName();
        private final Map<RequestMappingInfo, List<Shape>> shapes = new ConcurrentHashMap<>();

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(
                RequestMappingInfo info, HttpServletRequest request) {
            var segments = segments(request);
            for (var shape : shapes.computeIfAbsent(info, Mapping::shapes)) {
                if (shape.fits(segments)) {
                    return super.getMatchingMapping(info, request);
                }
            }
            return null;
        }

        private static List<Shape> shapes(RequestMappingInfo info) {
            return info.getPatternValues().stream().map(Shape::of).toList();
        }

        /** The words of the path between its slashes, taken apart once for a request. */
        private static List<String> segments(HttpServletRequest request) {
            var path = ServletRequestPathUtils.getParsedRequestPath(request);
            if (request.getAttribute(SEGMENTS) instanceof Segments known && known.path() == path) {
                return known.words();
            }
            var words =
                    path.pathWithinApplication().elements().stream()
                            .filter(PathSegment.class::isInstance)
                            .map(it -> ((PathSegment) it).valueToMatch())
                            .toList();
            request.setAttribute(SEGMENTS, new Segments(path, words));
            return words;
        }
    }

    /** Those of a path; an answer to a failure has another path than its request. */
    private record Segments(RequestPath path, List<String> words) {}

    /**
     * What a pattern asks of a path at the least.
     *
     * @param words the segments that must be there, in their places; empty where any will do
     * @param open whether more may follow
     */
    record Shape(List<String> words, boolean open) {
        private static final Set<Character> SIGNS = Set.of('{', '*', '?');

        static Shape of(String pattern) {
            var words = Arrays.stream(pattern.split("/")).filter(it -> !it.isEmpty()).toList();
            var open = words.stream().anyMatch(it -> it.contains("**") || it.contains("{*"));
            return new Shape(words.stream().map(Shape::word).toList(), open);
        }

        boolean fits(List<String> segments) {
            if (open) {
                return true;
            }
            if (segments.size() != words.size()) {
                return false;
            }
            for (var at = words.size() - 1; at >= 0; at--) {
                if (!words.get(at).isEmpty() && !words.get(at).equals(segments.get(at))) {
                    return false;
                }
            }
            return true;
        }

        private static String word(String segment) {
            var isAnything = segment.chars().anyMatch(it -> SIGNS.contains((char) it));
            return isAnything ? "" : segment;
        }
    }
}
