package coop.kumiai.shop.register;

import coop.kumiai.accounts.PasswordShape;
import coop.kumiai.accounts.PasswordTerms;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.BirthDate;
import coop.kumiai.members.Registration;
import coop.kumiai.members.Registrations;
import coop.kumiai.members.ShareTerms;
import coop.kumiai.policies.Policies;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NewPassword;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/**
 * 新規登録, fourth step, behind the mailed link: who the visitor is (N-REG-1). Following the link
 * changes nothing, so a mail scanner may.
 */
@Controller
@Allow(Who.VISITOR)
class PersonPage {
    private final Registrations registrations;
    private final MailGone mailGone;
    private final Policies policies;
    private final Pages pages;
    private final Clock clock;

    PersonPage(
            Registrations registrations,
            MailGone mailGone,
            Policies policies,
            Pages pages,
            Clock clock) {
        this.registrations = registrations;
        this.mailGone = mailGone;
        this.policies = policies;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{coop}/register/open/{token}")
    View show(Visit visit, @PathVariable String token) {
        return mailGone.unless(
                visit,
                () -> {
                    var registration = registrations.open(visit.coopId(), token);
                    var form =
                            registration.application().map(PersonForm::of).orElse(PersonForm.EMPTY);
                    return page(visit, registration, form, FormErrors.NONE);
                });
    }

    @PostMapping("/{coop}/register/open/{token}")
    View fill(
            Visit visit,
            @PathVariable String token,
            PersonForm form,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again) {
        return mailGone.unless(
                visit,
                () -> {
                    var registration = registrations.open(visit.coopId(), token);
                    try {
                        registrations.fill(visit.coopId(), token, form.typed(), password, again);
                        return SeeOther.at(visit.path("register/confirm/" + token));
                    } catch (Refused refused) {
                        return page(visit, registration, form, FormErrors.of(refused.refusals()));
                    }
                });
    }

    /** What a birth date was understood as, beside its field. */
    @GetMapping("/{coop}/register/birth-date")
    View birthDate(Visit visit, @RequestParam(defaultValue = "") String birthDate) {
        return pages.part("shop/register/birthDate.jte", Map.of("words", understood(birthDate)));
    }

    private String understood(String birthDate) {
        return BirthDate.read(birthDate, LocalDate.now(clock)).map(BirthDate::print).orElse("");
    }

    private View page(Visit visit, Registration registration, PersonForm form, FormErrors errors) {
        return pages.form(
                visit,
                "お客さまについて",
                "shop/register/person.jte",
                Map.of(
                        "registration",
                        registration,
                        "fields",
                        fields(visit.coopId(), registration, form, errors),
                        "birthDate",
                        understood(form.birthDate())),
                errors);
    }

    private PersonFields fields(
            CoopId coop, Registration registration, PersonForm form, FormErrors errors) {
        return new PersonFields(
                form,
                errors,
                policies.today(coop, ShareTerms.class),
                NewPassword.hint(
                        policies.today(coop, PasswordTerms.class),
                        policies.today(coop, PasswordShape.class)),
                registration.application().isPresent());
    }
}
