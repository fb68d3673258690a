package coop.kumiai.demo;

import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Who;

import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The pages of the stand-in processor: where a card is typed, and where its owner is asked. */
@Controller
@Profile("demo")
@Allow(Who.VISITOR)
@RequestMapping("/demo/processor/pages")
class ProcessorPages {
    private final ProcessorBook book;
    private final Environment environment;
    private final Pages pages;

    ProcessorPages(ProcessorBook book, Environment environment, Pages pages) {
        this.book = book;
        this.environment = environment;
        this.pages = pages;
    }

    @GetMapping("/card")
    View type(@RequestParam("return") String back, @RequestParam String state) {
        return typing(back, state, "");
    }

    @PostMapping("/card")
    View typed(
            @RequestParam("return") String back,
            @RequestParam String state,
            @RequestParam String number,
            @RequestParam String expire) {
        var card = TestCard.of(number.replaceAll("[^0-9]", ""));
        var end = end(expire);
        if (card.isEmpty() || end.isEmpty() || !isOurs(back)) {
            return typing(back, state, "番号は下の一覧から、期限は「月／年」（たとえば 12/30）で入力してください。");
        }
        return SeeOther.at(
                UriComponentsBuilder.fromUriString(back)
                        .queryParam("state", "{state}")
                        .queryParam("token", "{token}")
                        .queryParam("brand", "{brand}")
                        .queryParam("maskedCardNumber", "{masked}")
                        .encode()
                        .buildAndExpand(
                                state,
                                book.token(card.get(), end.get()),
                                card.get().brand(),
                                card.get().masked())
                        .toUriString());
    }

    @GetMapping("/challenge/{access}")
    View ask(@PathVariable String access) {
        return pages.part("demo/processor/challenge.jte", Map.of("entry", book.byAccess(access)));
    }

    @PostMapping("/challenge/{access}")
    View answer(@PathVariable String access, @RequestParam boolean passed) {
        return SeeOther.at(book.prove(access, passed).callback());
    }

    private View typing(String back, String state, String wrong) {
        return pages.part(
                "demo/processor/card.jte",
                Map.of(
                        "back",
                        back,
                        "state",
                        state,
                        "wrong",
                        wrong,
                        "cards",
                        Arrays.asList(TestCard.values())));
    }

    private boolean isOurs(String back) {
        return back.startsWith(environment.getRequiredProperty("kumiai.public-url") + "/");
    }

    /** {@code 12/30} as the protocol writes it: {@code 3012}. */
    private static Optional<String> end(String typed) {
        var digits = typed.replaceAll("[^0-9]", "");
        return digits.matches("(0[1-9]|1[0-2])[0-9]{2}")
                ? Optional.of(digits.substring(2) + digits.substring(0, 2))
                : Optional.empty();
    }
}
