package coop.kumiai.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.testing.KumiaiTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

@KumiaiTest
@ExtendWith(OutputCaptureExtension.class)
class PageErrorsTests {
    private static final String TOKEN = "a-token-out-of-a-mail";

    @Autowired PageErrors errors;

    /** Whoever reads the log must not be able to open what a mail opens. */
    @Test
    void aFailureIsLoggedWithoutTheTokenInItsAddress(CapturedOutput log) {
        var request = new MockHttpServletRequest("GET", "/minato/email/" + TOKEN);
        request.setAttribute(
                HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/{coop}/email/{token}");
        var response = new MockHttpServletResponse();
        response.setCommitted(true);
        errors.failed(new IllegalStateException("a broken handler"), request, response);
        assertThat(log).contains("GET /{coop}/email/{token} failed").doesNotContain(TOKEN);
    }
}
