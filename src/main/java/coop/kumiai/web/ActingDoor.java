package coop.kumiai.web;

import coop.kumiai.accounts.Acting;
import coop.kumiai.accounts.ActingFor;
import coop.kumiai.accounts.Errand;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is open while acting for a member (M-CARE-2): asked before every handler, whether it still
 * goes on and whether the handler serves what was entrusted; and written down.
 */
@Component
class ActingDoor {
    private final ActingFor acting;
    private final Sessions sessions;

    ActingDoor(ActingFor acting, Sessions sessions) {
        this.acting = acting;
        this.sessions = sessions;
    }

    /** What a handler serves while acting; empty when it is shut then. */
    static Optional<List<Errand>> serves(HandlerMethod method) {
        return Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(
                                method.getMethod(), WhileActing.class))
                .or(
                        () ->
                                Optional.ofNullable(
                                        AnnotatedElementUtils.findMergedAnnotation(
                                                method.getBeanType(), WhileActing.class)))
                .map(it -> List.of(it.value()));
    }

    /**
     * Lets a request pass, or leads it away when it has ended.
     *
     * @throws ShutWhileActing.Thrown when this is not for representatives
     */
    boolean isOpen(
            Optional<List<Errand>> serves,
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var now = visit.acting().orElseThrow();
        if (!acting.goesOn(visit.coopId(), now)) {
            sessions.stopActing(request, response);
            response.sendRedirect(visit.path("acting/ended"));
            return false;
        }
        var errand = serves.flatMap(them -> them.stream().filter(now::may).findFirst());
        if (serves.isEmpty() || errand.isEmpty() && !serves.get().isEmpty()) {
            throw new ShutWhileActing.Thrown(shut(visit, now));
        }
        errand.ifPresent(it -> note(visit, now, it, request));
        return true;
    }

    private void note(Visit visit, Acting now, Errand errand, HttpServletRequest request) {
        var changes = !Arrays.asList("GET", "HEAD").contains(request.getMethod());
        acting.note(visit.coopId(), now, visit.account(), errand, changes);
    }

    private static ShutWhileActing shut(Visit visit, Acting now) {
        var member = visit.signedIn().orElseThrow().displayName();
        return new ShutWhileActing(member, now.errands());
    }
}
