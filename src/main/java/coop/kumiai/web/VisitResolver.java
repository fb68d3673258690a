package coop.kumiai.web;

import coop.kumiai.kernel.NotFound;
import coop.kumiai.policies.Coops;
import coop.kumiai.policies.Policies;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

import java.util.Map;
import java.util.Optional;

/** Gives handlers their {@link Visit}. */
record VisitResolver(Coops coops, Policies policies) implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class;
    }

    @Override
    public Visit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return visit(coops, policies, (HttpServletRequest) request.getNativeRequest())
                .orElseThrow(() -> new NotFound("co-op"));
    }

    /**
     * The visit of a request whose path names a co-op. @throws NotFound when no such co-op exists
     */
    static Optional<Visit> visit(Coops coops, Policies policies, HttpServletRequest request) {
        return code(request)
                .map(coops::get)
                .map(
                        coop ->
                                new Visit(
                                        coop,
                                        signedIn(coop.id().code()),
                                        policies.today(coop.id(), CoopFeatures.class).netShop()));
    }

    @SuppressWarnings("unchecked") // Spring's own attribute
    private static Optional<String> code(HttpServletRequest request) {
        var variables =
                (Map<String, String>)
                        request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return Optional.ofNullable(variables).map(it -> it.get("coop"));
    }

    static Optional<SignedIn> signedIn(String coop) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.getPrincipal() instanceof SignedIn signedIn
                        && signedIn.coop().equals(coop)
                ? Optional.of(signedIn)
                : Optional.empty();
    }
}
