package coop.kumiai.office;

import coop.kumiai.kernel.CsvText;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Address;
import coop.kumiai.members.Member;
import coop.kumiai.members.Members;
import coop.kumiai.membership.InvitationRounds;
import coop.kumiai.membership.PaperInvitations;
import coop.kumiai.membership.PaperLetter;
import coop.kumiai.membership.PaperPage;
import coop.kumiai.web.Allow;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Papers;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * お手紙でのご案内 (M-USE-3): those whom no mail can reach, a page at a time, and for each page the letters
 * with their codes, to print or as a table.
 */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/invitations/paper")
class PaperInvitationsPage {
    private static final List<String> COLUMNS =
            List.of("組合員コード", "お名前", "郵便番号", "ご住所", "電話番号", "登録コード", "登録の期限", "登録の画面");
    private final InvitationRounds rounds;
    private final PaperInvitations letters;
    private final Members members;
    private final Papers papers;
    private final Pages pages;
    private final Environment environment;

    PaperInvitationsPage(
            InvitationRounds rounds,
            PaperInvitations letters,
            Members members,
            Papers papers,
            Pages pages,
            Environment environment) {
        this.rounds = rounds;
        this.letters = letters;
        this.members = members;
        this.environment = environment;
        this.papers = papers;
        this.pages = pages;
    }

    @GetMapping
    View ask(Visit visit) {
        return page(visit, nobody(), Optional.empty(), "", FormErrors.NONE);
    }

    @PostMapping
    View show(
            Visit visit,
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "") String reason) {
        return with(
                visit,
                after,
                reason,
                (found, homes) -> page(visit, found, after, reason, FormErrors.NONE));
    }

    /** The same as a file for labels and for a letter of one's own. */
    @PostMapping("/csv")
    View table(
            Visit visit,
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "") String reason) {
        return with(
                visit,
                after,
                reason,
                (found, homes) -> {
                    var where = where(visit);
                    var lines =
                            issued(visit, found).stream()
                                    .map(it -> line(it, home(homes, it.member()), where));
                    return papers.csv(
                            CsvText.of(Stream.concat(Stream.of(COLUMNS), lines).toList()),
                            "マイページのご案内.csv");
                });
    }

    /** The letters themselves, a sheet for each. */
    @PostMapping("/pdf")
    View print(
            Visit visit,
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "") String reason) {
        return with(
                visit,
                after,
                reason,
                (found, homes) ->
                        papers.pdf(
                                "office/members/paperLetters.jte",
                                Map.of(
                                        "coop",
                                        visit.coop(),
                                        "letters",
                                        issued(visit, found),
                                        "homes",
                                        homes,
                                        "where",
                                        where(visit)),
                                "マイページのご案内.pdf"));
    }

    private View with(
            Visit visit,
            Optional<UUID> after,
            String reason,
            BiFunction<PaperPage, Map<UUID, Address>, View> answer) {
        try {
            var found = rounds.withoutAddress(visit.coopId(), after, visit.account(), reason);
            var ids = found.members().stream().map(Member::memberId).toList();
            return answer.apply(found, members.homes(visit.coopId(), ids));
        } catch (Refused refused) {
            return page(visit, nobody(), after, reason, FormErrors.of(refused.refusals()));
        }
    }

    private List<PaperLetter> issued(Visit visit, PaperPage found) {
        return letters.issue(visit.coopId(), found.members(), visit.account());
    }

    private View page(
            Visit visit, PaperPage found, Optional<UUID> after, String reason, FormErrors errors) {
        var all = new HashMap<String, Object>();
        all.put("sections", Workplace.sections(visit));
        all.put("members", found.members());
        all.put("after", after.map(UUID::toString).orElse(""));
        all.put("next", found.next().map(UUID::toString).orElse(""));
        all.put("reason", reason);
        return pages.form(visit, "お手紙でのご案内", "office/members/paper.jte", all, errors);
    }

    /** The whole address of the page that takes the codes. */
    private String where(Visit visit) {
        var root = environment.getRequiredProperty("kumiai.public-url");
        return root.replaceFirst("/+$", "") + visit.path("letter");
    }

    private static PaperPage nobody() {
        return new PaperPage(List.of(), Optional.empty());
    }

    private static Optional<Address> home(Map<UUID, Address> homes, Member member) {
        return Optional.ofNullable(homes.get(member.memberId()));
    }

    private static List<String> line(PaperLetter letter, Optional<Address> home, String where) {
        var member = letter.member();
        return List.of(
                member.memberCode().map(Object::toString).orElse(""),
                member.name().full(),
                home.map(it -> it.place().postalCode().toString()).orElse(""),
                home.map(PaperInvitationsPage::written).orElse(""),
                member.phone(),
                letter.code(),
                JapaneseDates.fullDay(letter.until()),
                where);
    }

    /** Without the postal code, which has a column of its own. */
    private static String written(Address home) {
        var place = home.place();
        var building = home.building().isEmpty() ? "" : " " + home.building();
        return place.prefecture() + place.city() + place.town() + home.street() + building;
    }
}
