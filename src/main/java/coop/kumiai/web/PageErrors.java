package coop.kumiai.web;

import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Coops;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;

/**
 * How a refusal that no page showed itself reaches the caller: a plain page, or a problem document
 * (RFC 9457) at the API.
 */
@ControllerAdvice(basePackages = "coop.kumiai")
class PageErrors {
    private final Pages pages;
    private final Coops coops;

    PageErrors(Pages pages, Coops coops) {
        this.pages = pages;
        this.coops = coops;
    }

    @ExceptionHandler(Refused.class)
    Object refused(Refused refused, HttpServletRequest request) {
        return isApi(request) ? problem(refused.refusals()) : page(refused.refusals(), request);
    }

    @ExceptionHandler(NotFound.class)
    Object notFound(NotFound notFound, HttpServletRequest request) {
        return isApi(request)
                ? ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "見つかりませんでした。"))
                : plain(HttpStatus.NOT_FOUND, List.of("お探しのページは見つかりませんでした。"), request);
    }

    private View page(List<Refusal> refusals, HttpServletRequest request) {
        return plain(
                HttpStatus.UNPROCESSABLE_CONTENT,
                refusals.stream().map(Refusal::sentence).toList(),
                request);
    }

    private View plain(HttpStatus status, List<String> sentences, HttpServletRequest request) {
        var visit = visitOrNone(request);
        var parameters =
                Map.<String, Object>of(
                        "sentences", sentences, "root", visit.map(it -> it.path("")).orElse("/"));
        return (model, req, response) ->
                pages.write(
                        "web/refused.jte", new java.util.HashMap<>(parameters), status, response);
    }

    private java.util.Optional<Visit> visitOrNone(HttpServletRequest request) {
        try {
            return VisitResolver.visit(coops, request);
        } catch (NotFound noSuchCoop) {
            return java.util.Optional.empty();
        }
    }

    private static ResponseEntity<ProblemDetail> problem(List<Refusal> refusals) {
        var first = refusals.getFirst();
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.UNPROCESSABLE_CONTENT, first.sentence());
        problem.setType(java.net.URI.create("/problems/" + first.code()));
        problem.setTitle("ご依頼を承れませんでした");
        problem.setProperty("refusals", refusals.stream().map(PageErrors::entry).toList());
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Map<String, Object> entry(Refusal refusal) {
        return Map.of(
                "code",
                refusal.code(),
                "sentence",
                refusal.sentence(),
                "field",
                refusal.field(),
                "figures",
                refusal);
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
