package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Members;
import coop.kumiai.membership.MemberRequest.State;
import coop.kumiai.membership.MemberRequests;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * 届出とお問い合わせ at the desk (M-PAGE-2): those that wait, and the answer. Who looked at one is written
 * down.
 */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/requests")
class RequestDeskPage {
    private final MemberRequests requests;
    private final Members members;
    private final Audit audit;
    private final Pages pages;

    RequestDeskPage(MemberRequests requests, Members members, Audit audit, Pages pages) {
        this.requests = requests;
        this.members = members;
        this.audit = audit;
        this.pages = pages;
    }

    @GetMapping
    View list(Visit visit) {
        var staff = visit.account();
        audit.noteLook(visit.coopId(), staff, "requests.listed", staff, "届出とお問い合わせの一覧");
        return pages.page(
                visit,
                "届出とお問い合わせ",
                "office/members/requests.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "waiting",
                        requests.waiting(visit.coopId())));
    }

    @GetMapping("/{request}")
    View show(Visit visit, @PathVariable UUID request) {
        return page(visit, request, State.DONE, "", FormErrors.NONE);
    }

    @PostMapping("/{request}")
    View handle(
            Visit visit,
            @PathVariable UUID request,
            @RequestParam(defaultValue = "DONE") State state,
            @RequestParam(defaultValue = "") String answer) {
        try {
            requests.handle(visit.coopId(), request, state, answer, visit.account());
            return SeeOther.at(visit.path("office/requests"));
        } catch (Refused refused) {
            return page(visit, request, state, answer, FormErrors.of(refused.refusals()));
        }
    }

    private View page(Visit visit, UUID requestId, State state, String answer, FormErrors errors) {
        var request = requests.get(visit.coopId(), requestId);
        var who = request.memberId();
        audit.note(visit.coopId(), visit.account(), "request.looked-at", who, "届出の確認");
        return pages.form(
                visit,
                request.kind().label(),
                "office/members/request.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "request",
                        request,
                        "member",
                        members.get(visit.coopId(), who),
                        "state",
                        Field.select(
                                        "state",
                                        "いま",
                                        Stream.of(State.DONE, State.WORKING, State.DECLINED)
                                                .map(it -> Option.of(it.name(), it.label()))
                                                .toList())
                                .value(state.name()),
                        "answer",
                        Field.longText("answer", "組合員へのお答え")
                                .hint("マイページに出て、メールでもお知らせします。")
                                .value(answer)
                                .errors(errors)),
                errors);
    }
}
