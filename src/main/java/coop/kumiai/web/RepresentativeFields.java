package coop.kumiai.web;

import coop.kumiai.accounts.Errand;
import coop.kumiai.accounts.ErrandOffer;
import coop.kumiai.accounts.Mandate;
import coop.kumiai.accounts.Relation;
import coop.kumiai.accounts.RepresentativeTerms;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The fields of a mandate, for the member's page and the desk's alike, and its letter. */
@Component
public class RepresentativeFields {
    private static final List<Integer> USUAL_MONTHS = List.of(1, 3, 6);
    private final List<ErrandOffer> offers;
    private final Policies policies;
    private final Clock clock;

    RepresentativeFields(List<ErrandOffer> offers, Policies policies, Clock clock) {
        this.offers = offers;
        this.policies = policies;
        this.clock = clock;
    }

    /** Before anything was typed: all that can be entrusted, up to the proposed limit. */
    public RepresentativeForm blank(CoopId coop) {
        var terms = terms(coop);
        return new RepresentativeForm(
                "",
                Relation.CHILD.code(),
                "",
                offered(coop).stream().map(Errand::code).collect(Collectors.toSet()),
                terms.orderLimit().digits(),
                String.valueOf(Math.min(USUAL_MONTHS.getLast(), terms.longestMonths())));
    }

    /** The fields by name, as templates take them. */
    public Map<String, Object> of(CoopId coop, RepresentativeForm form, FormErrors errors) {
        var terms = terms(coop);
        var all = new HashMap<String, Object>();
        all.put(
                "name",
                Field.text("name", "お名前")
                        .with("autocomplete", "off")
                        .value(form.name())
                        .errors(errors));
        all.put(
                "relation",
                Field.select("relation", "ご関係", relations())
                        .hint("組合員ご本人から見たご関係です。娘さんや息子さんなら「子ども」です。")
                        .value(form.relation())
                        .errors(errors));
        all.put(
                "email",
                Field.email("email", "その方のメールアドレス")
                        .hint("ここへご案内のメールをお送りします。")
                        .with("autocomplete", "off")
                        .value(form.email())
                        .errors(errors));
        all.put(
                "errands",
                new Choice("errands", "任せること", true, true, null, null, errands(coop), Set.of())
                        .chosen(Set.copyOf(form.errands()))
                        .errors(errors));
        all.put(
                "orderLimit",
                Field.digits("orderLimit", "1回のご注文の上限（円）")
                        .hint("お支払い金額（税込）がこれを超えるご注文はできません。")
                        .value(form.orderLimit())
                        .errors(errors));
        all.put("asksLimit", offered(coop).contains(Errand.ORDER));
        all.put(
                "months",
                Field.select("months", "いつまで", months(terms))
                        .hint("この日が過ぎると、自動で終わります。いつでも途中で終えられます。")
                        .value(form.months())
                        .errors(errors));
        return all;
    }

    /** What is entrusted, line by line. */
    public static List<LetterLine> letter(Mandate mandate) {
        var lines = new ArrayList<LetterLine>();
        lines.add(
                LetterLine.of(
                        "お任せする方",
                        "%sさん（%s）".formatted(mandate.name(), mandate.relation().label())));
        lines.add(LetterLine.of("ご案内の送り先", mandate.email().address()));
        lines.addAll(errandLines(mandate));
        return lines;
    }

    /** For what, up to how much, until when. */
    public static List<LetterLine> errandLines(Mandate mandate) {
        var lines = new ArrayList<LetterLine>();
        lines.add(LetterLine.of("任せること", Errand.labels(mandate.errands())));
        mandate.orderLimit()
                .map(Yen::toString)
                .ifPresent(it -> lines.add(LetterLine.of("ご注文の上限", "1回 " + it + "（税込）まで")));
        lines.add(LetterLine.of("期限", JapaneseDates.fullDay(mandate.until()) + "まで"));
        return lines;
    }

    /** How long an invited person has time to accept, in words. */
    public String invitationValid(CoopId coop) {
        return JapaneseDates.duration(terms(coop).invitationValid());
    }

    private List<Errand> offered(CoopId coop) {
        return Arrays.stream(Errand.values())
                .filter(it -> offers.stream().anyMatch(offer -> offer.has(coop, it)))
                .toList();
    }

    private List<Option> errands(CoopId coop) {
        return offered(coop).stream()
                .map(it -> Option.of(it.code(), it.label(), it.words()))
                .toList();
    }

    private static List<Option> relations() {
        return Arrays.stream(Relation.values())
                .map(it -> Option.of(it.code(), it.label()))
                .toList();
    }

    private List<Option> months(RepresentativeTerms terms) {
        var today = LocalDate.now(clock);
        return IntStream.concat(
                        USUAL_MONTHS.stream().mapToInt(it -> it),
                        IntStream.of(terms.longestMonths()))
                .filter(it -> it <= terms.longestMonths())
                .distinct()
                .mapToObj(
                        it ->
                                Option.of(
                                        String.valueOf(it),
                                        "%dか月（%sまで）"
                                                .formatted(
                                                        it,
                                                        JapaneseDates.fullDay(
                                                                today.plusMonths(it)))))
                .toList();
    }

    private RepresentativeTerms terms(CoopId coop) {
        return policies.today(coop, RepresentativeTerms.class);
    }
}
