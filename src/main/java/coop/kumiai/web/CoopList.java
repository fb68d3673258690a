package coop.kumiai.web;

import coop.kumiai.policies.Coops;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.util.Map;

/** The first page of an installation: the co-ops that run on it. */
@Controller
class CoopList {
    private final Coops coops;
    private final Pages pages;

    CoopList(Coops coops, Pages pages) {
        this.coops = coops;
        this.pages = pages;
    }

    @Allow(Who.VISITOR)
    @GetMapping("/")
    View show() {
        return pages.part("web/coops.jte", Map.of("coops", coops.all()));
    }

    /** An address typed without its last slash. */
    @Allow(Who.VISITOR)
    @GetMapping("/{coop:[a-z][a-z0-9-]+}")
    View toTheCoop(@PathVariable String coop) {
        var view = new RedirectView("/" + coops.get(coop).id().code() + "/");
        view.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        return view;
    }
}
