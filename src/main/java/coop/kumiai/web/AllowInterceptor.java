package coop.kumiai.web;

import coop.kumiai.accounts.Errand;
import coop.kumiai.accounts.StaffRole;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.policies.Coops;
import coop.kumiai.policies.Policies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Enforces {@link Allow}, {@link RecentProof} and {@link WhileActing}. A handler of ours without
 * {@link Allow} is refused for everybody: forgetting it closes, never opens.
 */
final class AllowInterceptor implements HandlerInterceptor {
    private final Coops coops;
    private final Policies policies;
    private final RecentProofs proofs;
    private final ActingDoor acting;
    private final Map<Handler, Door> doors = new ConcurrentHashMap<>();

    AllowInterceptor(Coops coops, Policies policies, RecentProofs proofs, ActingDoor acting) {
        this.coops = coops;
        this.policies = policies;
        this.proofs = proofs;
        this.acting = acting;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getPackageName().startsWith("coop.kumiai")) {
            return true;
        }
        var door = doors.computeIfAbsent(Handler.of(method), it -> Door.of(method));
        var visit = VisitResolver.visit(coops, policies, request);
        if (door.netShop() && visit.filter(it -> !it.netShop()).isPresent()) {
            throw new NotFound("net shop");
        }
        if (visit.flatMap(Visit::acting).isPresent()
                && !acting.isOpen(door.whileActing(), visit.get(), request, response)) {
            return false;
        }
        if (door.allowed().stream().anyMatch(who -> is(who, visit))) {
            return !door.recentProof() || isProven(request, response, visit.orElseThrow());
        }
        turnAway(request, response, visit);
        return false;
    }

    /** Sends whoever has to prove first who they are to the page for it; staff sign in anew. */
    private boolean isProven(HttpServletRequest request, HttpServletResponse response, Visit visit)
            throws IOException {
        if (proofs.has(visit, request)) {
            return true;
        }
        if (Paths.isApi(request)) {
            throw proofs.refused(visit);
        }
        var proof = visit.path(isOffice(request, visit) ? "office/sign-in/again" : "account/prove");
        response.sendRedirect(proof + "?next=" + encoded(form(request)));
        return false;
    }

    private static boolean is(Who who, Optional<Visit> visit) {
        var signedIn = visit.flatMap(Visit::signedIn);
        return switch (who) {
            case VISITOR -> true;
            case TILL -> till(visit).isPresent();
            case MEMBER -> signedIn.filter(it -> !it.isStaff()).isPresent();
            case PICKER -> has(signedIn, StaffRole.Kind.PICKER);
            case DRIVER -> has(signedIn, StaffRole.Kind.DRIVER);
            case DESK -> has(signedIn, StaffRole.Kind.DESK);
            case EDITOR -> has(signedIn, StaffRole.Kind.EDITOR);
            case MANAGER -> has(signedIn, StaffRole.Kind.MANAGER);
        };
    }

    private static Optional<SignedInTill> till(Optional<Visit> visit) {
        return visit.flatMap(it -> SignedInTill.calling(it.coopId()));
    }

    private static boolean has(Optional<SignedIn> signedIn, StaffRole.Kind kind) {
        return signedIn.stream()
                .flatMap(it -> it.roles().stream())
                .anyMatch(role -> role.kind() == kind || role.kind() == StaffRole.Kind.MANAGER);
    }

    private static void turnAway(
            HttpServletRequest request, HttpServletResponse response, Optional<Visit> visit)
            throws IOException {
        var signedIn = visit.flatMap(Visit::signedIn);
        if (Paths.isApi(request) || visit.isEmpty()) {
            throw new ErrorResponseException(
                    signedIn.isEmpty() && till(visit).isEmpty()
                            ? HttpStatus.UNAUTHORIZED
                            : HttpStatus.FORBIDDEN);
        } else if (signedIn.isPresent()) {
            throw new ErrorResponseException(HttpStatus.FORBIDDEN);
        } else {
            response.sendRedirect(signInPage(request, visit.get()));
        }
    }

    private static String signInPage(HttpServletRequest request, Visit visit) {
        var page = visit.path(isOffice(request, visit) ? "office/sign-in" : "sign-in");
        var isRead = request.getMethod().equals("GET");
        return isRead ? page + "?next=" + encoded(whole(request)) : page;
    }

    private static boolean isOffice(HttpServletRequest request, Visit visit) {
        return request.getRequestURI().startsWith(visit.path("office"));
    }

    /** What can be opened again after a proof: the page itself, or the one whose form was sent. */
    private static String form(HttpServletRequest request) {
        var sentFrom = request.getHeader("Referer");
        if (request.getMethod().equals("GET")) {
            return whole(request);
        }
        return sentFrom == null ? "" : sentFrom.replaceFirst("^https?://[^/]*", "");
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static String whole(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private record Handler(Class<?> type, Method method) {
        static Handler of(HandlerMethod method) {
            return new Handler(method.getBeanType(), method.getMethod());
        }
    }

    /**
     * What the annotations of a handler say, read once.
     *
     * @param netShop the page is not there at a co-op without a net shop
     * @param whileActing what it serves while acting for a member; empty when it is shut then
     */
    private record Door(
            List<Who> allowed,
            boolean netShop,
            boolean recentProof,
            Optional<List<Errand>> whileActing) {

        static Door of(HandlerMethod method) {
            var type = method.getBeanType();
            return new Door(
                    allowed(method),
                    type.isAnnotationPresent(NetShop.class)
                            || type.getPackage().isAnnotationPresent(NetShop.class),
                    RecentProofs.isAskedBy(method),
                    ActingDoor.serves(method));
        }

        private static List<Who> allowed(HandlerMethod method) {
            var allow = AnnotationUtils.findAnnotation(method.getMethod(), Allow.class);
            if (allow == null) {
                allow = AnnotationUtils.findAnnotation(method.getBeanType(), Allow.class);
            }
            return allow == null ? List.of() : List.of(allow.value());
        }
    }
}
