package coop.kumiai.web;

import jakarta.servlet.ServletException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.View;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Map;

/**
 * Answers what the container refuses before any filter runs, such as an address with a broken
 * escape ({@code /%FF}), as every other failure is answered. Left alone, the container would speak
 * for itself, in English.
 */
class GarbledAddressValve extends ValveBase {
    private static final Logger LOG = LoggerFactory.getLogger(GarbledAddressValve.class);
    private static final int FIRST_FAILURE = 400;
    private final ObjectProvider<FailureAnswers> answers;
    private final ObjectProvider<JsonMapper> json;

    /**
     * @param answers asked for only when a request comes: the container begins before them
     */
    GarbledAddressValve(ObjectProvider<FailureAnswers> answers, ObjectProvider<JsonMapper> json) {
        super(true);
        this.answers = answers;
        this.json = json;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (response.getStatus() >= FIRST_FAILURE
                && !response.isCommitted()
                && response.getContentWritten() == 0
                && response.setErrorReported()) {
            answer(request, response);
        }
    }

    private void answer(Request request, Response response) throws IOException {
        var status = HttpStatusCode.valueOf(response.getStatus());
        response.setSuspended(false);
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            switch (answers.getObject().failed(status, HttpHeaders.EMPTY, request)) {
                case View page -> page.render(Map.of(), request, response);
                case ResponseEntity<?> entity
                        when entity.getBody() instanceof ProblemDetail problem ->
                        write(problem, response);
                default -> throw new IllegalStateException("no answer to a failure");
            }
            response.finishResponse();
        } catch (IOException gone) {
            throw gone;
        } catch (Exception failure) {
            LOG.error("an answer to {} failed", status, failure);
        }
    }

    private void write(ProblemDetail problem, Response response) throws IOException {
        response.setContentType("application/problem+json");
        response.getOutputStream().write(json.getObject().writeValueAsBytes(problem));
    }
}
