package coop.kumiai.web;

import coop.kumiai.kernel.WorkingPlace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets in as many requests at once as there are database connections; the others wait in the order
 * in which they came. Without it a rush (the minute when slots open) would have thousands of
 * requests fight over the connections until all of them time out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Admission extends OncePerRequestFilter {
    private static final Duration COME_AGAIN = Duration.ofSeconds(10);
    private final Semaphore places;
    private final Duration patience;

    Admission(
            @Value("${spring.datasource.hikari.maximum-pool-size}") int connections,
            @Value("${kumiai.admission.patience}") Duration patience) {
        this.places = new Semaphore(connections, true);
        this.patience = patience;
    }

    /** A processor's answers must not wait for the requests that wait for them. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/demo/processor/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!enter()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(COME_AGAIN.toSeconds()));
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        WorkingPlace.take(places);
        try {
            chain.doFilter(request, response);
        } finally {
            WorkingPlace.leave(places);
        }
    }

    private boolean enter() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
