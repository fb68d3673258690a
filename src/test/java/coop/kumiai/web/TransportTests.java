package coop.kumiai.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.Rule;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What a browser is told behind the proxy that speaks TLS (docs/operators.md). */
@KumiaiTest
class TransportTests {
    @LocalServerPort int port;
    @Autowired TestCoops coops;
    CoopId coop;

    @BeforeEach
    void aCoop() {
        coop = coops.fresh();
    }

    @Test
    @Rule({"N-SEC-1", "M-SEC-1"})
    void behindTlsTheBrowserStaysThereAndItsCookiesToo() throws Exception {
        var page = open("sign-in");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("max-age="));
        assertThat(page.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).contains("Secure", "HttpOnly", "SameSite=Lax"));
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(it -> assertThat(it).contains("no-store"));
    }

    @Test
    @Rule("N-SEC-1")
    void pagesAreUtf8() throws Exception {
        var page = open("");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.body()).contains("<meta charset=\"utf-8\">");
    }

    private HttpResponse<String> open(String path) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + port + "/" + coop + "/" + path))
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "shop.coop.example")
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
