package coop.kumiai.demo;

import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.util.Map;
import java.util.Optional;

/** The pages of {@link DemoService}: sign in with Kumiai, and see what came of it. */
@Controller
@Profile("demo")
@Allow(Who.VISITOR)
class DemoServicePage {
    private static final String BEGUN = "KUMIAI_DEMO_SERVICE";
    private final DemoService service;
    private final Pages pages;

    DemoServicePage(DemoService service, Pages pages) {
        this.service = service;
        this.pages = pages;
    }

    @GetMapping("/demo/service/{coop}")
    View show(Visit visit) {
        return pages.part("demo/service.jte", Map.of("coop", visit.coop(), "said", ""));
    }

    @GetMapping("/demo/service/{coop}/start")
    View start(Visit visit, HttpServletRequest request) {
        var begun = DemoService.Begun.fresh();
        request.getSession().setAttribute(BEGUN, begun);
        return new RedirectView(service.address(visit.coopId(), begun), false, false, false);
    }

    @GetMapping("/demo/service/{coop}/back")
    View back(
            Visit visit,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String error,
            HttpServletRequest request) {
        var begun = take(request).filter(it -> it.state().equals(state));
        if (begun.isEmpty()) {
            return SeeOther.at("/demo/service/" + visit.coopId());
        }
        if (!error.isEmpty()) {
            var said = error.equals("access_denied") ? "同意されなかったので、ログインしていません。" : error;
            return pages.part("demo/service.jte", Map.of("coop", visit.coop(), "said", said));
        }
        var got = service.fetch(visit.coopId(), begun.get(), code);
        return pages.part("demo/serviceGot.jte", Map.of("coop", visit.coop(), "got", table(got)));
    }

    private static Map<String, Map<String, Object>> table(DemoService.Got got) {
        return Map.of("idToken", got.idToken(), "userInfo", got.userInfo());
    }

    /** Good once, whatever comes of it. */
    private static Optional<DemoService.Begun> take(HttpServletRequest request) {
        var session = Optional.ofNullable(request.getSession(false));
        var begun = session.map(it -> it.getAttribute(BEGUN));
        session.ifPresent(it -> it.removeAttribute(BEGUN));
        return begun.filter(DemoService.Begun.class::isInstance).map(DemoService.Begun.class::cast);
    }
}
