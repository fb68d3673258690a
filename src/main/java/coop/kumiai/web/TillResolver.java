package coop.kumiai.web;

import coop.kumiai.policies.Coops;
import coop.kumiai.policies.Policies;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers of tills their {@link SignedInTill}. */
record TillResolver(Coops coops, Policies policies) implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SignedInTill.class;
    }

    @Override
    public SignedInTill resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return VisitResolver.visit(coops, policies, (HttpServletRequest) request.getNativeRequest())
                .flatMap(visit -> SignedInTill.calling(visit.coopId()))
                .orElseThrow(() -> new IllegalStateException("no till calls"));
    }
}
