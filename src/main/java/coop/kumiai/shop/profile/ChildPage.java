package coop.kumiai.shop.profile;

import coop.kumiai.members.BirthDate;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.shop.PersonalFields;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.NetShop;
import coop.kumiai.web.Pages;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** お子さんの生年月日: told by members for whom stores keep places of their slots (X-SLOT-2). */
@Controller
@Allow(Who.MEMBER)
@NetShop
class ChildPage {
    private static final String NOT_A_DATE = "お子さんの生年月日を、例のように入力してください。";

    private final SignedInMember signedIn;
    private final Members members;
    private final Pages pages;
    private final Clock clock;

    ChildPage(SignedInMember signedIn, Members members, Pages pages, Clock clock) {
        this.signedIn = signedIn;
        this.members = members;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/{coop}/account/child")
    View show(Visit visit) {
        var member = signedIn.of(visit);
        var known = member.youngestChild().map(BirthDate::wareki).orElse("");
        return page(visit, member, known, FormErrors.NONE);
    }

    @PostMapping("/{coop}/account/child")
    View save(
            Visit visit,
            @RequestParam(defaultValue = "") String birthDate,
            @RequestParam(defaultValue = "") String action) {
        var member = signedIn.of(visit);
        var read = BirthDate.read(birthDate, LocalDate.now(clock));
        var forgets = action.equals("forget");
        if (!forgets && read.isEmpty()) {
            return page(visit, member, birthDate, FormErrors.NONE.and("birthDate", NOT_A_DATE));
        }
        members.tellYoungestChild(
                visit.coopId(), member.memberId(), forgets ? Optional.empty() : read);
        return SeeOther.at(visit.path("slots"));
    }

    private View page(Visit visit, Member member, String typed, FormErrors errors) {
        return pages.form(
                visit,
                "お子さんの生年月日",
                "shop/profile/child.jte",
                Map.of(
                        "field",
                        PersonalFields.childsBirthDate(typed, errors),
                        "isTold",
                        member.youngestChild().isPresent()),
                errors);
    }
}
