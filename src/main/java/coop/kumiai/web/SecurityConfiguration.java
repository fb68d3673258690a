package coop.kumiai.web;

import coop.kumiai.accounts.OpenSignIns;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

import java.io.IOException;

/**
 * Four doors: the API (bearer token, no session), the co-op's other services (their secrets, no
 * session), the office and the members' pages (a session each). What a door lets through is decided
 * handler by handler, by {@link Allow}.
 */
@Configuration
class SecurityConfiguration {
    private static final String CONTENT_SECURITY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors"
                    + " 'none'; base-uri 'none'; manifest-src 'self'";

    /** Nobody looks at timings of single filters, and they cost more than the filters. */
    @Bean
    static SecurityObservationSettings noTimingsOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiDoor(HttpSecurity http, BearerFilter bearer) {
        http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(bearer, UsernamePasswordAuthenticationFilter.class);
        return common(http).build();
    }

    /** Where services of the co-op fetch tokens: by their own secrets, never by a session. */
    @Bean
    @Order(2)
    SecurityFilterChain serviceDoor(HttpSecurity http) {
        http.securityMatcher(PathPatternRequestMatcher.pathPattern("/{coop}/connect/service/**"))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        return common(http).build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain officeDoor(HttpSecurity http, OpenSignIns open) {
        http.securityMatcher(PathPatternRequestMatcher.pathPattern("/{coop}/office/**"));
        return pages(http, new CurrentSignIns(Sessions.office(), open)).build();
    }

    /**
     * A service may begin a sign-in by a form of its own: it changes nothing here. A mailbox ends a
     * newsletter without having seen a page (RFC 8058); its link is what it needs.
     */
    @Bean
    @Order(4)
    SecurityFilterChain memberDoor(HttpSecurity http, OpenSignIns open) {
        http.csrf(
                it ->
                        it.ignoringRequestMatchers(
                                PathPatternRequestMatcher.pathPattern("/{coop}/connect/authorize"),
                                PathPatternRequestMatcher.pathPattern(
                                        "/{coop}/newsletter/stop/*")));
        return pages(http, new CurrentSignIns(Sessions.members(), open)).build();
    }

    private static HttpSecurity pages(HttpSecurity http, SecurityContextRepository repository) {
        http.csrf(it -> it.csrfTokenRepository(forms()))
                .exceptionHandling(it -> it.accessDeniedHandler(SecurityConfiguration::refuse))
                .securityContext(it -> it.securityContextRepository(repository))
                .sessionManagement(
                        it -> it.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED));
        return common(http);
    }

    /** Where the token that every form sends back is kept. */
    static FormTokens forms() {
        return new FormTokens();
    }

    /**
     * A form without its token. After the browser has turned to somebody else that is one that was
     * opened for whom it worked before, which is said.
     */
    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var isStale = denied instanceof CsrfException && FormTokens.hasTurned(request);
        response.sendError((isStale ? HttpStatus.CONFLICT : HttpStatus.FORBIDDEN).value());
    }

    private static HttpSecurity common(HttpSecurity http) {
        return http.authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .formLogin(it -> it.disable())
                .httpBasic(it -> it.disable())
                .logout(it -> it.disable())
                .requestCache(it -> it.disable())
                .anonymous(it -> it.disable())
                .headers(
                        it ->
                                it.contentSecurityPolicy(
                                                csp -> csp.policyDirectives(CONTENT_SECURITY))
                                        .referrerPolicy(
                                                policy ->
                                                        policy.policy(
                                                                org.springframework.security.web
                                                                        .header.writers
                                                                        .ReferrerPolicyHeaderWriter
                                                                        .ReferrerPolicy
                                                                        .SAME_ORIGIN))
                                        .cacheControl(cache -> cache.disable()));
    }
}
