package coop.kumiai.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.kumiai.testing.KumiaiTest;
import coop.kumiai.testing.TestCoops;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@KumiaiTest
class CoopListTests {
    @Autowired MockMvcTester http;
    @Autowired TestCoops coops;

    @Test
    void theFirstPageLeadsToEachCoop() {
        var coop = coops.fresh();
        assertThat(http.get().uri("/"))
                .hasStatusOk()
                .bodyText()
                .contains("href=\"/" + coop + "/\"", "みなと生協");
    }

    @Test
    void anAddressWithoutItsSlashLeadsToTheCoop() {
        var coop = coops.fresh();
        assertThat(http.get().uri("/" + coop)).hasStatus(301).hasRedirectedUrl("/" + coop + "/");
    }

    @Test
    void aCoopThatIsNotThereIsNotFound() {
        assertThat(http.get().uri("/nobody")).hasStatus(404).bodyText().contains("見つかりませんでした");
    }
}
