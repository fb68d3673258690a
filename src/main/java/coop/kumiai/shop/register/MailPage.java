package coop.kumiai.shop.register;

import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Addresses;
import coop.kumiai.members.Place;
import coop.kumiai.members.Registrations;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.Optional;

/** 新規登録, second step: where the mail goes (N-REG-1). Any provider's address will do (N-REG-2). */
@Controller
@Allow(Who.VISITOR)
class MailPage {
    private final Places places;
    private final Addresses addresses;
    private final Registrations registrations;
    private final Pages pages;

    MailPage(Places places, Addresses addresses, Registrations registrations, Pages pages) {
        this.places = places;
        this.addresses = addresses;
        this.registrations = registrations;
        this.pages = pages;
    }

    @GetMapping("/{coop}/register/mail")
    View show(Visit visit, AreaForm area) {
        return delivered(visit, area)
                .map(place -> page(visit, area, place, "", FormErrors.NONE))
                .orElseGet(() -> SeeOther.at(visit.path("register")));
    }

    @PostMapping("/{coop}/register/mail")
    View send(
            Visit visit,
            AreaForm area,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request) {
        var place = delivered(visit, area);
        if (place.isEmpty()) {
            return SeeOther.at(visit.path("register"));
        }
        try {
            var mail =
                    registrations.ask(visit.coopId(), place.get(), email, request.getRemoteAddr());
            return SeeOther.at(visit.path("register/sent?mail=" + mail));
        } catch (Refused refused) {
            return page(visit, area, place.get(), email, FormErrors.of(refused.refusals()));
        }
    }

    /** The place of the first step, as long as a store delivers there. */
    private Optional<Place> delivered(Visit visit, AreaForm area) {
        try {
            var place = places.chosen(area);
            place.ifPresent(it -> addresses.requireStore(visit.coopId(), it));
            return place;
        } catch (Refused outside) {
            return Optional.empty();
        }
    }

    private View page(Visit visit, AreaForm area, Place place, String email, FormErrors errors) {
        var store = addresses.requireStore(visit.coopId(), place);
        var field =
                Field.email("email", "メールアドレス")
                        .hint("無料のメールアドレスもお使いになれます。ログインのときにも使います。")
                        .value(email)
                        .errors(errors);
        return pages.form(
                visit,
                "メールアドレスの入力",
                "shop/register/mail.jte",
                Map.of("area", area, "place", place, "store", store.name(), "email", field),
                errors);
    }
}
