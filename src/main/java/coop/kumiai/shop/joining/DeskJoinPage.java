package coop.kumiai.shop.joining;

import coop.kumiai.shop.AddressForm;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * 加入申込書 that the desk fills in for who calls or writes (M-USE-4): the members' form behind the
 * office's door, where the office's sign-in is known.
 */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/applications/new")
class DeskJoinPage {
    private final JoinPage form;

    DeskJoinPage(JoinPage form) {
        this.form = form;
    }

    @GetMapping
    View show(Visit visit) {
        return form.show(visit);
    }

    @PostMapping
    View step(
            Visit visit,
            JoinFields typed,
            AddressForm where,
            @RequestParam(defaultValue = "") String action) {
        return form.step(visit, typed, where, action);
    }
}
