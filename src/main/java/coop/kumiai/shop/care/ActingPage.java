package coop.kumiai.shop.care;

import coop.kumiai.accounts.ActingFor;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Pages;
import coop.kumiai.web.RepresentativeFields;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Sessions;
import coop.kumiai.web.Visit;
import coop.kumiai.web.WhileActing;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

import java.util.Map;

/** 代わりの操作 (M-CARE-2): where a representative begins, what they may do, and how they stop. */
@Controller
@Allow(Who.MEMBER)
@WhileActing
class ActingPage {
    private final ActingFor acting;
    private final Sessions sessions;
    private final Pages pages;

    ActingPage(ActingFor acting, Sessions sessions, Pages pages) {
        this.acting = acting;
        this.sessions = sessions;
        this.pages = pages;
    }

    @GetMapping("/{coop}/acting")
    View show(Visit visit) {
        if (visit.acting().isEmpty()) {
            return SeeOther.at(visit.path("account/representing"));
        }
        var found = acting.of(visit.coopId(), visit.acting().get());
        return pages.page(
                visit,
                "代わりにできること",
                "shop/care/acting.jte",
                Map.of(
                        "member",
                        found.memberName(),
                        "errands",
                        found.mandate().errands(),
                        "lines",
                        RepresentativeFields.errandLines(found.mandate())));
    }

    @PostMapping("/{coop}/acting/end")
    View end(Visit visit, HttpServletRequest request, HttpServletResponse response) {
        visit.acting()
                .ifPresent(
                        it -> {
                            acting.noteEnd(visit.coopId(), it, visit.account());
                            sessions.stopActing(request, response);
                        });
        return SeeOther.at(visit.path("account/representing"));
    }

    /** The member, or the calendar, has ended it: nothing more is done for them. */
    @GetMapping("/{coop}/acting/ended")
    @Allow(Who.VISITOR)
    View ended(Visit visit) {
        return pages.page(visit, "代わりの操作は終わりました", "shop/care/ended.jte", Map.of());
    }
}
