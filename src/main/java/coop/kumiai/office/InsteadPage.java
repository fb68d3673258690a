package coop.kumiai.office;

import coop.kumiai.accounts.StaffRole;
import coop.kumiai.catalog.Jan;
import coop.kumiai.fulfilment.Substituting;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.web.Allow;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** 代わりの品: right after a shortage the picker sees what could be put in; one press offers it. */
@Controller
@NetShop
@Allow(Who.PICKER)
@RequestMapping("/{coop}/office/picking/{day}/{slot}/instead")
class InsteadPage {
    private final Pages pages;
    private final Substituting substituting;

    InsteadPage(Pages pages, Substituting substituting) {
        this.pages = pages;
        this.substituting = substituting;
    }

    @GetMapping
    View show(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot,
            @RequestParam TaskKey at) {
        return page(visit, day, slot, at, Optional.empty());
    }

    @PostMapping
    View offer(
            Visit visit,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @PathVariable int slot,
            @RequestParam TaskKey at,
            @RequestParam(defaultValue = "") String product) {
        var staff = Workplace.as(StaffRole.Kind.PICKER, visit);
        var jan = Jan.read(product).orElseThrow(() -> new NotFound("product"));
        try {
            substituting.offer(visit.coopId(), staff, at.orderId(), at.lineNo(), jan);
        } catch (Refused refused) {
            return page(visit, day, slot, at, Optional.of(refused));
        }
        return SeeOther.at(base(visit, day, slot) + "?last=" + at);
    }

    private View page(Visit visit, LocalDate day, int slot, TaskKey at, Optional<Refused> refused) {
        var staff = Workplace.as(StaffRole.Kind.PICKER, visit);
        var goods = substituting.show(visit.coopId(), staff, at.orderId(), at.lineNo());
        return pages.page(
                visit,
                "代わりの品",
                "office/picking/instead.jte",
                Map.of(
                        "goods",
                        goods,
                        "refusal",
                        refused.map(Refusals::sentence),
                        "base",
                        base(visit, day, slot)),
                refused.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String base(Visit visit, LocalDate day, int slot) {
        return visit.path("office/picking/" + day + "/" + slot);
    }
}
