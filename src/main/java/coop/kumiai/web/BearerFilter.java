package coop.kumiai.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code Authorization: Bearer …} of an API call; a token that is unknown or old leaves the
 * caller nobody.
 */
@Component
class BearerFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private final List<BearerTokens> tokens;

    BearerFilter(List<BearerTokens> tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        token(request)
                .flatMap(token -> caller(coop(request), token))
                .ifPresent(BearerFilter::authenticate);
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/v1/");
    }

    static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(it -> it.startsWith(SCHEME))
                .map(it -> it.substring(SCHEME.length()).trim());
    }

    private static String coop(HttpServletRequest request) {
        var parts = request.getRequestURI().split("/", 5);
        return parts.length > 3 ? parts[3] : "";
    }

    private Optional<Caller> caller(String coop, String token) {
        return tokens.stream().flatMap(it -> it.find(coop, token).stream()).findFirst();
    }

    private static void authenticate(Caller caller) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
        SecurityContextHolder.setContext(context);
    }
}
