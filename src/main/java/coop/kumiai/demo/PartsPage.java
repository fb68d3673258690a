package coop.kumiai.demo;

import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SlotCell;
import coop.kumiai.web.SlotCell.State;
import coop.kumiai.web.SlotDay;
import coop.kumiai.web.SlotTable;
import coop.kumiai.web.Stepper;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** 部品の見本: every part of the pages with sample content, to look at and to try. */
@Controller
@Profile("demo")
@Allow(Who.VISITOR)
class PartsPage {
    private static final Visit VISIT = new Visit(DemoCoops.MINATO, Optional.empty());
    private static final int MOST = 6;
    private static final String ANSWERS = "/demo/parts/stepper";

    private final Pages pages;

    PartsPage(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/demo/parts")
    View parts() {
        var steppers =
                List.of(
                        stepper(1, 2),
                        stepper(2, 0),
                        stepper(3, MOST),
                        stepper(4, 2),
                        stepper(5, 1));
        return pages.page(
                VISIT,
                "部品の見本",
                "demo/parts.jte",
                Map.of("slots", slots(LocalDate.of(2026, 11, 21)), "steppers", steppers));
    }

    @GetMapping("/demo/parts/office")
    View office() {
        var amounts = IntStream.range(0, 14).mapToObj(at -> 2_345 + at * 731).toList();
        return pages.page(VISIT, "注文", "demo/partsOffice.jte", Map.of("amounts", amounts));
    }

    @GetMapping("/demo/parts/field")
    View field() {
        return pages.page(VISIT, "ピッキング", "demo/partsField.jte", Map.of());
    }

    /** Answers a stepper as a shop would; what is asked beyond the limit stays at the limit. */
    @PostMapping(value = ANSWERS, headers = "HX-Request")
    View step(
            @RequestParam int product,
            @RequestParam int quantity,
            @RequestParam(defaultValue = "0") int step) {
        var wish = Math.clamp((long) quantity + step, 0, MOST);
        return pages.part(
                VISIT, "parts/stepperExchange.jte", Map.of("stepper", stepper(product, wish)));
    }

    @PostMapping(ANSWERS)
    String stepWithoutScript() {
        return "redirect:/demo/parts";
    }

    private static Stepper stepper(int product, int quantity) {
        return new Stepper(ANSWERS, String.valueOf(product), "見本の商品" + product, quantity, MOST);
    }

    private static SlotTable slots(LocalDate today) {
        return new SlotTable(
                "/demo/parts/slot",
                List.of(
                        day(today, "今日", State.CLOSED, State.CLOSED, State.FULL, State.FEW),
                        day(today.plusDays(1), "明日", State.FREE, State.FREE, State.FULL, State.FEW),
                        day(
                                today.plusDays(2),
                                "あさって",
                                State.FREE,
                                State.FREE,
                                State.FREE,
                                State.FREE)));
    }

    private static SlotDay day(LocalDate date, String word, State... states) {
        return new SlotDay(
                date,
                word,
                IntStream.range(0, states.length)
                        .mapToObj(at -> slot(date, at + 1, states[at]))
                        .toList());
    }

    private static SlotCell slot(LocalDate date, int number, State state) {
        var from = LocalTime.of(10 + 2 * number, 0);
        var isChosen = state == State.FREE && number == 2 && date.getDayOfMonth() % 2 == 0;
        return new SlotCell(
                date + "/" + number,
                number,
                from,
                from.plusHours(2),
                state,
                date.atTime(number < 3 ? 10 : 13, 0),
                isChosen,
                SlotCell.Waiting.NOT);
    }
}
