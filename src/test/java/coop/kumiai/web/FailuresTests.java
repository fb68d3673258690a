package coop.kumiai.web;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Failures as they leave the running server, the container's own error handling included. */
@KumiaiTest
class FailuresTests {
    @Autowired TestCoops coops;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @LocalServerPort int port;
    CoopId coop;

    @BeforeEach
    void aCoop() {
        coop = coops.fresh();
    }

    @Test
    void anUnknownPageIsAPageWithTheWayBack() throws Exception {
        var answer = get("/" + coop.code() + "/nothing-here");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(type(answer)).startsWith("text/html");
        assertThat(answer.body()).contains("見つかりませんでした", "href=\"/" + coop.code() + "/\"");
    }

    /** As the container asks for the error page with the request that failed. */
    @Test
    void theErrorPageIsFoundBehindAnyOther() throws Exception {
        var request = new MockHttpServletRequest("GET", "/" + coop.code() + "/sign-in");
        ServletRequestPathUtils.parseAndCache(request);
        assertThat(mapping.getHandler(request)).isNotNull();
        request.setRequestURI("/error");
        ServletRequestPathUtils.parseAndCache(request);
        assertThat(mapping.getHandler(request))
                .extracting(it -> ((HandlerMethod) it.getHandler()).getBeanType())
                .isEqualTo(ErrorPage.class);
    }

    @Test
    void anUnknownCoopIsNotFound() throws Exception {
        assertThat(get("/no-such-coop/").statusCode()).isEqualTo(404);
        assertThat(get("/UPPER..case/%3Cscript%3E").body()).doesNotContain("<script>");
    }

    @Test
    void theApiAnswersWithAProblemDocument() throws Exception {
        var answer = get("/api/v1/" + coop.code() + "/nothing-here");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(type(answer)).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("\"status\":404", "見つかりませんでした");
    }

    @Test
    void aFormWithoutItsTokenIsRefusedWithAWayOut() throws Exception {
        var answer = send(request("/" + coop.code() + "/").POST(body("a=b")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("前のページを開き直して");
    }

    @Test
    void aBadAddressIsRefusedByTheContainerWithoutAWordOfTheInside() throws Exception {
        var answer = get("/" + coop.code() + "/%2e%2e/%00");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Exception", "Tomcat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search?q=", "/sign-in?next=", "/office/sign-in?next=", "/help?q="})
    void aBrokenEscapeIsTheAddresssFaultNotOurs(String page) throws Exception {
        for (var broken : List.of("%25FF", "%FF", "%E3%81")) {
            var status = raw("/" + coop.code() + page + broken);
            assertThat(status).as(broken).isEqualTo(broken.equals("%25FF") ? 200 : 400);
        }
        assertThat(raw("/api/v1/" + coop.code() + "/search?q=%FF")).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%FF", "/%", "/a%00b", "/%2e%2e/%zz"})
    void aPathThatNobodyCanReadIsAnsweredByTheHouse(String path) throws Exception {
        var page = answer("/" + coop.code() + path);
        assertThat(page).startsWith("HTTP/1.1 400").contains("text/html;charset=UTF-8");
        assertThat(page).contains("送られた内容を読み取れませんでした", "lang=\"ja\"");
        assertThat(page).doesNotContain("Exception", "Tomcat", "Bad Request</h1>");
        assertThat(answer(path)).startsWith("HTTP/1.1 400").contains("送られた内容を読み取れませんでした");
        assertThat(answer("/api/v1/" + coop.code() + path))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"status\":400");
    }

    @Test
    void aHeaderThatNobodyCanReadIsRefused() throws Exception {
        var answer =
                send(
                        request("/api/v1/" + coop.code() + "/sign-in")
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "\u00e3\u0081\u0082")
                                .POST(body("{}")));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    /** As it stands: a client of Java would put a broken escape right. */
    private int raw(String path) throws Exception {
        return Integer.parseInt(answer(path).split(" ", 3)[1]);
    }

    private String answer(String path) throws Exception {
        try (var socket = new Socket("localhost", port)) {
            var asked = "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(asked.formatted(path).getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return HttpRequest.BodyPublishers.ofString(text);
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
