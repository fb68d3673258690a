package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.documents.Paper;
import coop.kumiai.documents.PaperRegister;
import coop.kumiai.documents.RegisterQuery.Place;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.HashMap;
import java.util.List;

/**
 * 書類の台帳: searched by day, amount and counterparty (電子帳簿保存法). Names are searched for, so what is
 * asked never stands in an address, and who searched is written down.
 */
@Controller
@NetShop
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/papers")
class PaperRegisterPage {
    private static final int ON_A_PAGE = 50;
    private final PaperRegister register;
    private final Audit audit;
    private final Pages pages;

    PaperRegisterPage(PaperRegister register, Audit audit, Pages pages) {
        this.register = register;
        this.audit = audit;
        this.pages = pages;
    }

    @GetMapping
    View ask(Visit visit) {
        return page(visit, RegisterForm.EMPTY, false, FormErrors.NONE);
    }

    @PostMapping
    View search(
            Visit visit,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String until,
            @RequestParam @Nullable String least,
            @RequestParam @Nullable String most,
            @RequestParam @Nullable String who,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String after) {
        var form = RegisterForm.of(from, until, least, most, who, kind, after);
        return page(visit, form, true, form.errors());
    }

    private View page(Visit visit, RegisterForm form, boolean asked, FormErrors errors) {
        var found = asked && errors.isEmpty() ? found(visit, form) : List.<Paper>of();
        var shown = found.stream().limit(ON_A_PAGE).toList();
        var all = new HashMap<String, Object>();
        all.put("sections", Workplace.sections(visit));
        all.put("form", form);
        all.put("asked", asked && errors.isEmpty());
        all.put("papers", shown);
        all.put(
                "next",
                found.size() > ON_A_PAGE ? RegisterForm.written(Place.of(shown.getLast())) : "");
        all.put("proof", register.lastProof(visit.coopId()));
        return pages.form(visit, "書類の台帳", "office/papers/register.jte", all, errors);
    }

    private List<Paper> found(Visit visit, RegisterForm form) {
        audit.noteLook(visit.coopId(), visit.account(), "paper.searched", visit.account(), "書類の台帳");
        return register.search(visit.coopId(), form.query(), form.place(), ON_A_PAGE + 1);
    }
}
