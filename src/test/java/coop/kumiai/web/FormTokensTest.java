package coop.kumiai.web;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class FormTokensTest {
    private final FormTokens forms = new FormTokens();
    private final MockHttpSession session = new MockHttpSession();

    @Test
    void aTokenIsGoodUntilTheBrowserTurnsToSomebodyElse() {
        var before = opened();
        assertThat(forms.loadToken(request(before))).isNotNull();
        var after = turned();
        assertThat(forms.loadToken(request(before))).as("the old cookie alone").isNull();
        assertThat(loaded(before, after)).isEqualTo(after.getValue());
        assertThat(loaded(after, before)).isEqualTo(after.getValue());
        var back = turned();
        assertThat(forms.loadToken(request(before, after))).isNull();
        assertThat(loaded(before, after, back)).isEqualTo(back.getValue());
    }

    @Test
    void whatAPageUnderWayGivesOutLateIsVoidToo() {
        var page = request();
        var late = forms.generateToken(page);
        turned();
        assertThat(forms.loadToken(request(new Cookie("kumiai-form", late.getToken())))).isNull();
    }

    private String loaded(Cookie... cookies) {
        return requireNonNull(forms.loadToken(request(cookies))).getToken();
    }

    private Cookie opened() {
        var response = new MockHttpServletResponse();
        forms.saveToken(forms.generateToken(request()), request(), response);
        return cookie(response);
    }

    private Cookie turned() {
        var response = new MockHttpServletResponse();
        forms.turn(request(), response);
        return cookie(response);
    }

    private static Cookie cookie(MockHttpServletResponse response) {
        return requireNonNull(response.getCookie("kumiai-form"));
    }

    private MockHttpServletRequest request(Cookie... cookies) {
        var request = new MockHttpServletRequest();
        request.setSession(session);
        request.setCookies(cookies);
        return request;
    }
}
