package coop.kumiai.office;

import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.Optional;

/** 規程: every figure that rules, refusals and help articles go by, since when and why. */
@Controller
@Allow(Who.MANAGER)
class PoliciesPage {
    private final Pages pages;
    private final PolicyTables tables;
    private final PolicyWords words;

    PoliciesPage(Pages pages, PolicyTables tables, PolicyWords words) {
        this.pages = pages;
        this.tables = tables;
        this.words = words;
    }

    @GetMapping("/{coop}/office/policies")
    View show(Visit visit, @RequestParam Optional<String> decided) {
        return pages.page(
                visit,
                "規程",
                "office/policies/list.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "tables",
                        tables.of(visit.coopId()),
                        "decided",
                        decided.filter(words::isNamed).map(words::name)));
    }
}
