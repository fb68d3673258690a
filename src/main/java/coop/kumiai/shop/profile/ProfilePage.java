package coop.kumiai.shop.profile;

import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Members;
import coop.kumiai.members.PersonName;
import coop.kumiai.members.PhoneNumber;
import coop.kumiai.shop.MemberSessions;
import coop.kumiai.shop.SignedInMember;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.LetterLine;
import coop.kumiai.web.Pages;
import coop.kumiai.web.RecentProof;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;

/** Name and phone number: typed, confirmed, changed (N-REG-3). */
@Controller
@Allow(Who.MEMBER)
@RecentProof
class ProfilePage {
    private final SignedInMember signedIn;
    private final Members members;
    private final MemberSessions sessions;
    private final Pages pages;

    ProfilePage(SignedInMember signedIn, Members members, MemberSessions sessions, Pages pages) {
        this.signedIn = signedIn;
        this.members = members;
        this.sessions = sessions;
        this.pages = pages;
    }

    @GetMapping("/{coop}/account/profile")
    View show(Visit visit) {
        return page(visit, NameForm.of(signedIn.of(visit)), FormErrors.NONE);
    }

    @PostMapping("/{coop}/account/profile")
    View change(
            Visit visit,
            NameForm form,
            @RequestParam(defaultValue = "") String action,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            return switch (action) {
                case "save" -> save(visit, form, request, response);
                case "back" -> page(visit, form, FormErrors.NONE);
                default -> letter(visit, form);
            };
        } catch (Refused refused) {
            return page(visit, form, FormErrors.of(refused.refusals()));
        }
    }

    private View letter(Visit visit, NameForm form) {
        var person = members.check(form.typed());
        return pages.page(
                visit,
                "変更内容の確認",
                "shop/profile/profileConfirm.jte",
                Map.of("form", form, "lines", lines(person.name(), person.phone())));
    }

    private View save(
            Visit visit, NameForm form, HttpServletRequest request, HttpServletResponse response) {
        var member = signedIn.of(visit);
        var changed = members.change(visit.coopId(), member.memberId(), form.typed());
        sessions.rename(visit, changed.name().full(), request, response);
        return SeeOther.at(visit.path("account?done=profile"));
    }

    private static List<LetterLine> lines(PersonName name, String phone) {
        return List.of(
                LetterLine.of("お名前", name.full()),
                LetterLine.of("ふりがな", name.fullKana()),
                LetterLine.of("電話番号", PhoneNumber.print(phone)));
    }

    private View page(Visit visit, NameForm form, FormErrors errors) {
        return pages.form(
                visit, "お名前と電話番号", "shop/profile/profile.jte", Map.of("form", form), errors);
    }
}
