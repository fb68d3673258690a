package coop.kumiai.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container passes failures on that happened outside of any handler, as in filters. */
@Controller
@Allow(Who.VISITOR)
class ErrorPage implements ErrorController {
    private final FailureAnswers answers;

    ErrorPage(FailureAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    Object show(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return answers.failed(
                status instanceof Integer code
                        ? HttpStatusCode.valueOf(code)
                        : HttpStatus.NOT_FOUND,
                HttpHeaders.EMPTY,
                request);
    }
}
