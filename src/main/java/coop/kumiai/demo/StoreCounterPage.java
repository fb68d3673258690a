package coop.kumiai.demo;

import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Who;

import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/**
 * The register of a convenience store, as a stand-in: somebody pays a number, and the collector
 * tells the shop of it once, twice, later, never, or without any money.
 */
@Controller
@Profile("demo")
@Allow(Who.VISITOR)
@RequestMapping("/demo/processor/pages/stores")
class StoreCounterPage {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final StoreCounter counter;
    private final Environment environment;
    private final Pages pages;

    StoreCounterPage(StoreCounter counter, Environment environment, Pages pages) {
        this.counter = counter;
        this.environment = environment;
        this.pages = pages;
    }

    /** What the collector tells of a payment. */
    enum Telling {
        ONCE,
        TWICE,
        /** The notice is lost, or comes when somebody presses for it. */
        NEVER,
        /** Nobody has paid, and it says so all the same. */
        WITHOUT_MONEY
    }

    @GetMapping
    View show() {
        return pages.part("demo/processor/stores.jte", Map.of("slips", counter.all()));
    }

    @PostMapping
    View pay(@RequestParam String number, @RequestParam(defaultValue = "ONCE") Telling telling)
            throws IOException, InterruptedException {
        var slip = counter.byNumber(number);
        if (slip.isPresent()) {
            if (telling != Telling.WITHOUT_MONEY) {
                counter.pay(slip.get());
            }
            for (var left = times(telling); left > 0; left--) {
                tell(slip.get());
            }
        }
        return SeeOther.at("/demo/processor/pages/stores");
    }

    private static int times(Telling telling) {
        return switch (telling) {
            case ONCE, WITHOUT_MONEY -> 1;
            case TWICE -> 2;
            case NEVER -> 0;
        };
    }

    private void tell(StoreSlip slip) throws IOException, InterruptedException {
        var here =
                environment
                        .getRequiredProperty("kumiai.processor.url")
                        .replaceFirst("/demo/processor$", "");
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            http.send(
                    HttpRequest.newBuilder(
                                    URI.create(here + "/api/v1/" + slip.shop() + "/store-notices"))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .POST(
                                    BodyPublishers.ofString(
                                            "{\"orderId\":\"" + slip.orderId() + "\"}"))
                            .build(),
                    BodyHandlers.discarding());
        }
    }
}
