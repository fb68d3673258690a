package coop.kumiai.web;

import coop.kumiai.kernel.Refusal;
import coop.kumiai.policies.Coop;
import coop.kumiai.policies.Coops;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a failure reaches the caller: a plain page, or a problem document (RFC 9457) at the API. Each
 * says what happened and the way on, in Japanese, and nothing of the inside.
 */
@Component
class FailureAnswers {
    private final Pages pages;
    private final Coops coops;

    FailureAnswers(Pages pages, Coops coops) {
        this.pages = pages;
        this.coops = coops;
    }

    Object refused(List<Refusal> refusals, HttpServletRequest request) {
        return Paths.isApi(uri(request))
                ? answer(refusedProblem(refusals), HttpHeaders.EMPTY)
                : page(HttpStatus.UNPROCESSABLE_CONTENT, FormErrors.of(refusals), request);
    }

    /** Not for whoever asks, with the reason. */
    Object forbidden(Refusal refusal, HttpServletRequest request) {
        return page(HttpStatus.FORBIDDEN, FormErrors.of(List.of(refusal)), request);
    }

    Object failed(HttpStatusCode status, HttpHeaders headers, HttpServletRequest request) {
        return failed(status, headers, List.of(), request);
    }

    /**
     * @param fields what is missing or cannot be read
     */
    Object failed(
            HttpStatusCode status,
            HttpHeaders headers,
            List<String> fields,
            HttpServletRequest request) {
        return Paths.isApi(uri(request))
                ? answer(problem(status, fields), headers)
                : page(status, FormErrors.of("", FailureSentences.page(status.value())), request);
    }

    private static ResponseEntity<ProblemDetail> answer(
            ProblemDetail problem, HttpHeaders headers) {
        var response = ResponseEntity.status(problem.getStatus()).headers(headers);
        if (problem.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    private static ProblemDetail problem(HttpStatusCode status, List<String> fields) {
        var sentence = FailureSentences.api(status.value());
        var problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setTitle("ご要求にお応えできませんでした");
        if (!fields.isEmpty()) {
            problem.setProperty("fields", fields);
        }
        return problem;
    }

    private static ProblemDetail refusedProblem(List<Refusal> refusals) {
        var first = refusals.getFirst();
        var problem =
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.UNPROCESSABLE_CONTENT, first.sentence());
        problem.setType(URI.create("/problems/" + first.code()));
        problem.setTitle("ご依頼を承れませんでした");
        problem.setProperty("refusals", refusals.stream().map(FailureAnswers::entry).toList());
        return problem;
    }

    private static Map<String, Object> entry(Refusal refusal) {
        return Map.of(
                "code", refusal.code(),
                "sentence", refusal.sentence(),
                "field", refusal.field(),
                "figures", refusal);
    }

    private View page(HttpStatusCode status, FormErrors errors, HttpServletRequest request) {
        var coop = coop(request);
        var root = coop.map(it -> "/" + it.id().code() + "/").orElse("/");
        var office = uri(request).startsWith(root + "office/");
        var guided = coop.map(it -> pages.guided(it, errors)).orElse(errors);
        return (model, req, response) ->
                pages.write(
                        "web/refused.jte",
                        new HashMap<>(
                                Map.of(
                                        "title",
                                        FailureSentences.title(status.value()),
                                        "errors",
                                        guided,
                                        "root",
                                        root,
                                        "office",
                                        office,
                                        "actingFor",
                                        coop.flatMap(FailureAnswers::actingFor).orElse(""),
                                        "csrf",
                                        Pages.csrf(req))),
                        HttpStatus.valueOf(status.value()),
                        response);
    }

    /** The co-op whose pages were asked for, read out of the address: no handler has run. */
    private Optional<Coop> coop(HttpServletRequest request) {
        var parts = uri(request).split("/", 3);
        return parts.length > 1 ? coops.find(parts[1]) : Optional.empty();
    }

    /** Whose pages whoever asks is on as a representative (代理). */
    private static Optional<String> actingFor(Coop coop) {
        return VisitResolver.signedIn(coop.id().code())
                .filter(it -> it.acting() != null)
                .map(SignedIn::displayName);
    }

    /** What the caller asked for, also where the container passed the failure on. */
    private static String uri(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }
}
