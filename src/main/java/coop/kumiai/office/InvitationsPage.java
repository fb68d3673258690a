package coop.kumiai.office;

import coop.kumiai.kernel.CsvText;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Address;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.membership.InvitationRounds;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Papers;
import coop.kumiai.web.SeeOther;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * まとめてのご案内 (M-USE-3): how many would be invited by mail, the button, how far it has come; and a
 * file of those whom no mail can reach, for letters on paper.
 */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/invitations")
class InvitationsPage {
    private static final List<String> COLUMNS = List.of("組合員コード", "お名前", "郵便番号", "ご住所", "電話番号");
    private final InvitationRounds rounds;
    private final Members members;
    private final Papers papers;
    private final Pages pages;

    InvitationsPage(InvitationRounds rounds, Members members, Papers papers, Pages pages) {
        this.rounds = rounds;
        this.members = members;
        this.papers = papers;
        this.pages = pages;
    }

    @GetMapping
    View show(Visit visit) {
        return page(visit, FormErrors.NONE);
    }

    @PostMapping
    View begin(Visit visit) {
        try {
            rounds.begin(visit.coopId(), visit.account());
            return SeeOther.at(visit.path("office/invitations"));
        } catch (Refused refused) {
            return page(visit, FormErrors.of(refused.refusals()));
        }
    }

    /** How far it has come, for the page that asks again and again. */
    @GetMapping("/progress")
    View progress(Visit visit) {
        return pages.part(
                visit,
                "office/members/invitationRound.jte",
                Map.of("round", rounds.latest(visit.coopId())));
    }

    @PostMapping("/without-address")
    View withoutAddress(Visit visit, @RequestParam(defaultValue = "") String reason) {
        try {
            var found = rounds.withoutAddress(visit.coopId(), visit.account(), reason);
            var homes =
                    members.homes(visit.coopId(), found.stream().map(Member::memberId).toList());
            var lines =
                    found.stream()
                            .map(it -> line(it, Optional.ofNullable(homes.get(it.memberId()))));
            return papers.csv(
                    CsvText.of(Stream.concat(Stream.of(COLUMNS), lines).toList()),
                    "メールのわからない組合員.csv");
        } catch (Refused refused) {
            return page(visit, FormErrors.of(refused.refusals()));
        }
    }

    private static List<String> line(Member member, Optional<Address> home) {
        return List.of(
                member.memberCode().map(Object::toString).orElse(""),
                member.name().full(),
                home.map(it -> it.place().postalCode().toString()).orElse(""),
                home.map(InvitationsPage::written).orElse(""),
                member.phone());
    }

    /** Without the postal code, which has a column of its own. */
    private static String written(Address home) {
        var place = home.place();
        var building = home.building().isEmpty() ? "" : " " + home.building();
        return place.prefecture() + place.city() + place.town() + home.street() + building;
    }

    private View page(Visit visit, FormErrors errors) {
        return pages.form(
                visit,
                "マイページのご案内",
                "office/members/invitations.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "outlook",
                        rounds.outlook(visit.coopId()),
                        "round",
                        rounds.latest(visit.coopId())),
                errors);
    }
}
