package coop.kumiai.demo;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.policies.Coops;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Who;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.net.URI;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The way into the demo: where to look, who may sign in, and the business clock. */
@Controller
@Profile("demo")
@Allow(Who.VISITOR)
class DemoPage {
    /** Farther than this no cutoff, cart or mail of the demo reaches. */
    private static final Duration FARTHEST_STEP = Duration.ofDays(31);

    private final BusinessClock clock;
    private final Coops coops;
    private final DemoPeople people;
    private final DemoSchool school;
    private final DemoUniversity university;
    private final DemoRoad road;
    private final Pages pages;

    DemoPage(
            BusinessClock clock,
            Coops coops,
            DemoPeople people,
            DemoSchool school,
            DemoUniversity university,
            DemoRoad road,
            Pages pages) {
        this.clock = clock;
        this.coops = coops;
        this.people = people;
        this.school = school;
        this.university = university;
        this.road = road;
        this.pages = pages;
    }

    @GetMapping("/demo/")
    View show() {
        return pages.part(
                "demo/demo.jte",
                Map.of(
                        "now",
                        now(),
                        "coops",
                        coops.all(),
                        "people",
                        Stream.of(people.all(DemoCoops.MINATO.id()), school.all(), university.all())
                                .flatMap(List::stream)
                                .toList(),
                        "tills",
                        university.till().stream().toList(),
                        "password",
                        DemoPeople.PASSWORD));
    }

    @GetMapping("/demo/clock")
    ResponseEntity<Moment> clock() {
        return ResponseEntity.ok(new Moment(now().toOffsetDateTime().toString()));
    }

    /** Moves the business clock forward: a form goes back to its page, a script gets the moment. */
    @PostMapping("/demo/clock")
    ResponseEntity<?> forward(
            @RequestParam Duration forward,
            @RequestHeader(name = "Accept", defaultValue = "") String accept) {
        if (forward.isNegative() || forward.compareTo(FARTHEST_STEP) > 0) {
            return ResponseEntity.badRequest()
                    .body(
                            ProblemDetail.forStatusAndDetail(
                                    HttpStatus.BAD_REQUEST,
                                    "時計は0秒から%d日までの範囲で進められます。".formatted(FARTHEST_STEP.toDays())));
        }
        clock.forward(forward);
        return accept.contains(MediaType.TEXT_HTML_VALUE)
                ? ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/demo/")).build()
                : clock();
    }

    /** 配達の見本: orders for the next slot, past their cutoff, picked and planned. */
    @PostMapping("/demo/road")
    ResponseEntity<Void> road() {
        road.prepare();
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/demo/")).build();
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock);
    }

    /**
     * @param now of the business clock, ISO with its offset
     */
    record Moment(String now) {}
}
