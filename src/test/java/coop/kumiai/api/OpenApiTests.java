package coop.kumiai.api;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.testing.KumiaiTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The description of the API is reviewed like code: it lies in {@code docs/openapi.yaml}. After a
 * change that is meant, write it anew by running this test with {@code -Dopenapi.write=true}.
 */
@KumiaiTest
class OpenApiTests {
    private static final Path REVIEWED = Path.of("docs", "openapi.yaml");

    @Autowired MockMvcTester http;

    @Test
    void theDescriptionIsTheReviewedOne() throws IOException {
        var current = description("/api/openapi.json.yaml");
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(REVIEWED, current);
        }
        assertThat(current).isEqualTo(Files.readString(REVIEWED));
    }

    @Test
    void theDescriptionIsServed() throws IOException {
        assertThat(http.get().uri("/api/openapi.json")).hasStatusOk();
        assertThat(description("/api/openapi.json"))
                .contains("/api/v1/{coop}/orders", "Idempotency-Key", "application/problem+json")
                .doesNotContain("/office/", "/demo/", "localhost");
    }

    private String description(String path) throws IOException {
        return http.get()
                .uri(path)
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
