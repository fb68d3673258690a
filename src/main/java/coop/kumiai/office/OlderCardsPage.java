package coop.kumiai.office;

import coop.kumiai.accounts.Audit;
import coop.kumiai.cards.OlderCard;
import coop.kumiai.cards.OlderCard.Kind;
import coop.kumiai.cards.OlderCards;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Refused;
import coop.kumiai.members.Members;
import coop.kumiai.web.Allow;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;
import coop.kumiai.web.Pages;
import coop.kumiai.web.Visit;
import coop.kumiai.web.Who;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * 紙・ラミネートの組合員証 of a member at the desk (U-CARD-1): recorded, replaced, lost. Like all of a member's
 * data it is opened by a form that says why.
 */
@Controller
@Allow(Who.DESK)
@RequestMapping("/{coop}/office/members/{member}/older-cards")
class OlderCardsPage {
    private static final String NONE = "";
    private final OlderCards cards;
    private final Members members;
    private final Audit audit;
    private final Pages pages;

    OlderCardsPage(OlderCards cards, Members members, Audit audit, Pages pages) {
        this.cards = cards;
        this.members = members;
        this.audit = audit;
        this.pages = pages;
    }

    @PostMapping
    View show(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "") String reason) {
        var why = JapaneseText.tidy(reason);
        if (!why.isEmpty()) {
            audit.note(visit.coopId(), visit.account(), "older-card.looked-at", member, why);
        }
        return page(visit, member, Typed.nothing(reason), NONE, FormErrors.NONE);
    }

    @PostMapping("/record")
    View record(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "LAMINATED") Kind kind,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String issuedOn,
            @RequestParam Optional<UUID> replaces,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String reason) {
        var typed = new Typed(kind, number, issuedOn, replaces, why, reason);
        return done(
                visit,
                member,
                typed,
                replaces.isPresent() ? "組合員証を取り替えました。前のものは、いまから使えません。" : "組合員証を記録しました。",
                () ->
                        cards.record(
                                visit.coopId(),
                                member,
                                kind,
                                number,
                                issuedOn,
                                replaces,
                                visit.account(),
                                why));
    }

    @PostMapping("/end")
    View end(
            Visit visit,
            @PathVariable UUID member,
            @RequestParam UUID card,
            @RequestParam(defaultValue = "lost") String as,
            @RequestParam(defaultValue = "") String ending,
            @RequestParam(defaultValue = "") String reason) {
        var coop = visit.coopId();
        var lost = as.equals("lost");
        try {
            if (lost) {
                cards.lose(coop, member, card, visit.account(), ending);
            } else {
                cards.giveUp(coop, member, card, visit.account(), ending);
            }
        } catch (Refused refused) {
            var errors = FormErrors.of("ending", refused.refusals().getFirst().sentence());
            return page(visit, member, Typed.nothing(reason), NONE, errors);
        }
        var sentence = lost ? "紛失を記録しました。この組合員証は、いまから使えません。" : "使用の終わりを記録しました。";
        return page(visit, member, Typed.nothing(reason), sentence, FormErrors.NONE);
    }

    private View done(Visit visit, UUID member, Typed typed, String sentence, Runnable doing) {
        try {
            doing.run();
            return page(visit, member, Typed.nothing(typed.reason()), sentence, FormErrors.NONE);
        } catch (Refused refused) {
            return page(visit, member, typed, NONE, FormErrors.of(refused.refusals()));
        }
    }

    private View page(Visit visit, UUID memberId, Typed typed, String sentence, FormErrors errors) {
        var all =
                typed.reason().isBlank()
                        ? List.<OlderCard>of()
                        : cards.of(visit.coopId(), memberId);
        var valid = all.stream().filter(OlderCard::isValid).toList();
        return pages.form(
                visit,
                "紙・ラミネートの組合員証",
                "office/members/olderCards.jte",
                Map.of(
                        "sections",
                        Workplace.sections(visit),
                        "member",
                        members.get(visit.coopId(), memberId),
                        "cards",
                        all,
                        "reason",
                        typed.reason(),
                        "sentence",
                        sentence,
                        "recording",
                        recording(typed, valid, errors),
                        "ending",
                        ending(valid, errors)),
                errors);
    }

    private static List<Field> recording(Typed typed, List<OlderCard> valid, FormErrors errors) {
        var kinds =
                Arrays.stream(Kind.values()).map(it -> Option.of(it.name(), it.label())).toList();
        var replaceable =
                Stream.concat(Stream.of(Option.of("", "なし（追加で記録する）")), options(valid).stream())
                        .toList();
        return List.of(
                Field.select("kind", "種類", kinds).value(typed.kind().name()),
                Field.text("number", "番号")
                        .hint("カードに印刷された番号です。ハイフンはあってもなくても構いません。")
                        .value(typed.number())
                        .errors(errors),
                Field.text("issuedOn", "発行日")
                        .hint("例：2015/4/1、平成27年4月1日")
                        .value(typed.issuedOn())
                        .errors(errors),
                Field.select("replaces", "取り替える組合員証", replaceable)
                        .optional()
                        .value(typed.replaces().map(UUID::toString).orElse("")),
                Field.text("why", "理由")
                        .hint("監査の記録に残り、ご本人も見られます。")
                        .value(typed.why())
                        .errors(errors));
    }

    private static List<Field> ending(List<OlderCard> valid, FormErrors errors) {
        return valid.isEmpty()
                ? List.of()
                : List.of(
                        Field.select("card", "組合員証", options(valid)),
                        Field.select(
                                "as",
                                "どうなりましたか",
                                List.of(
                                        Option.of("lost", "紛失した"),
                                        Option.of("ended", "返却された、または使わない"))),
                        Field.text("ending", "理由").hint("監査の記録に残り、ご本人も見られます。").errors(errors));
    }

    private static List<Option> options(List<OlderCard> cards) {
        return cards.stream()
                .map(it -> Option.of(it.cardId().toString(), it.kind().label() + "　" + it.number()))
                .toList();
    }

    /**
     * @param why this card is recorded
     * @param reason why the member's page was opened
     */
    private record Typed(
            Kind kind,
            String number,
            String issuedOn,
            Optional<UUID> replaces,
            String why,
            String reason) {
        static Typed nothing(String reason) {
            return new Typed(Kind.LAMINATED, "", "", Optional.empty(), "", reason);
        }
    }
}
