package coop.kumiai.web;

import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerMapping;

import java.util.Objects;

/** Everything that a handler throws, and what stops a request before any handler. */
@ControllerAdvice
class PageErrors {
    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);
    private final FailureAnswers answers;

    PageErrors(FailureAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler(Refused.class)
    Object refused(Refused refused, HttpServletRequest request) {
        return answers.refused(refused.refusals(), request);
    }

    @ExceptionHandler(ShutWhileActing.Thrown.class)
    Object shut(ShutWhileActing.Thrown shut, HttpServletRequest request) {
        return answers.forbidden(shut.refusal(), request);
    }

    @ExceptionHandler(NotFound.class)
    Object notFound(NotFound notFound, HttpServletRequest request) {
        return answers.failed(HttpStatus.NOT_FOUND, HttpHeaders.EMPTY, request);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, TypeMismatchException.class})
    Object unreadable(Exception failure, HttpServletRequest request) {
        return answers.failed(
                HttpStatus.BAD_REQUEST, HttpHeaders.EMPTY, FailureFields.of(failure), request);
    }

    /**
     * An address or a header that no reader could make sense of, such as a broken escape: found
     * only when it is read, and no failure of ours.
     */
    @ExceptionHandler({InvalidParameterException.class, RequestRejectedException.class})
    Object garbled(Exception failure, HttpServletRequest request) {
        return answers.failed(HttpStatus.BAD_REQUEST, HttpHeaders.EMPTY, request);
    }

    /** Whoever asked has gone away; there is nobody to answer and nothing to mend. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("nobody waits for the answer any more", gone);
    }

    @ExceptionHandler(Exception.class)
    @Nullable Object failed(
            Exception failure, HttpServletRequest request, HttpServletResponse response) {
        if (failure instanceof ErrorResponse known) {
            return answers.failed(
                    known.getStatusCode(), known.getHeaders(), FailureFields.of(failure), request);
        }
        LOG.error("{} {} failed", request.getMethod(), pattern(request), failure);
        return response.isCommitted()
                ? null
                : answers.failed(HttpStatus.INTERNAL_SERVER_ERROR, HttpHeaders.EMPTY, request);
    }

    /** The address as it was meant, without what stands in it: links of mails bear their token. */
    private static String pattern(HttpServletRequest request) {
        return Objects.toString(
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                "an address without a handler");
    }
}
