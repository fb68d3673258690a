package coop.kumiai.office;

import coop.kumiai.cards.IcCard;
import coop.kumiai.cards.IcCard.Papers;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refusal;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The three forms of {@link IcCardsDeskPage}. They stand on one page, so that each gives its fields
 * a name of its own in the page, and only the one that was sent shows what was typed.
 *
 * @param prefix of the fields of the form that was sent
 */
record IcCardForm(Map<String, String> typed, String prefix) {
    private static final String ISSUE = "";
    private static final String REISSUE = "again-";
    private static final String TURN = "turn-";

    IcCardForm(Map<String, String> typed) {
        this(typed, ISSUE);
    }

    /** Opened anew: of what was typed only the reason of the look is kept. */
    static IcCardForm opened(Map<String, String> typed) {
        return new IcCardForm(Map.of("reason", typed.getOrDefault("reason", "")));
    }

    IcCardForm reissuing() {
        return new IcCardForm(typed, REISSUE);
    }

    IcCardForm turning() {
        return new IcCardForm(typed, TURN);
    }

    String text(String field) {
        return typed.getOrDefault(prefix + field, typed.getOrDefault(field, ""));
    }

    /** Refusals at the fields of this form. */
    FormErrors errors(Collection<? extends Refusal> refusals) {
        var errors = FormErrors.NONE;
        for (var it : refusals) {
            var own = it.field().isEmpty() || it.field().equals("fee");
            errors = errors.and(own ? "" : prefix + it.field(), it.sentence());
        }
        return errors;
    }

    /**
     * The card that was chosen.
     *
     * @throws NotFound when it is none
     */
    UUID card() {
        try {
            return UUID.fromString(text("card"));
        } catch (IllegalArgumentException e) {
            throw new NotFound("IC card");
        }
    }

    List<Field> issuingFields(FormErrors errors) {
        return List.of(
                idm(ISSUE, errors),
                Field.text("name", "呼び名")
                        .hint("例：学生証、2枚目のカード")
                        .value(typed(ISSUE, "name"))
                        .errors(errors),
                why(ISSUE, errors));
    }

    List<Field> reissuingFields(List<IcCard> inUse, FormErrors errors) {
        var papers =
                Stream.concat(
                                Stream.of(Option.of("", "選んでください")),
                                Arrays.stream(Papers.values())
                                        .map(it -> Option.of(code(it), it.label())))
                        .toList();
        return List.of(
                Field.select(REISSUE + "card", "なくした、または使えなくなったカード", options(inUse))
                        .value(typed(REISSUE, "card"))
                        .errors(errors),
                Field.select(REISSUE + "papers", "確かめた本人確認書類", papers)
                        .value(typed(REISSUE, "papers"))
                        .errors(errors),
                idm(REISSUE, errors),
                why(REISSUE, errors));
    }

    List<Field> turningFields(List<IcCard> inUse, FormErrors errors) {
        return List.of(
                Field.select(TURN + "card", "カード", options(inUse))
                        .value(typed(TURN, "card"))
                        .errors(errors),
                Field.select(
                                "as",
                                "どうしますか",
                                List.of(
                                        Option.of("suspend", "利用を止める"),
                                        Option.of("resume", "利用を再開する"),
                                        Option.of("end", "使用を終える")))
                        .value(typed(TURN, "as")),
                why(TURN, errors));
    }

    private Field idm(String form, FormErrors errors) {
        return Field.text(form + "idm", "カードの番号（IDm）")
                .hint("カードリーダーにかざすと入ります。0〜9とA〜Fの16桁です。")
                .value(typed(form, "idm"))
                .with("autocomplete", "off")
                .with("autocapitalize", "characters")
                .errors(errors);
    }

    private Field why(String form, FormErrors errors) {
        return Field.text(form + "why", "理由")
                .hint("監査の記録に残り、ご本人も見られます。")
                .value(typed(form, "why"))
                .errors(errors);
    }

    private String typed(String form, String field) {
        return form.equals(prefix) ? text(field) : "";
    }

    private static String code(Papers papers) {
        return papers.name().toLowerCase(Locale.ROOT);
    }

    private static List<Option> options(List<IcCard> cards) {
        return cards.stream()
                .map(
                        it ->
                                Option.of(
                                        it.cardId().toString(),
                                        it.name() + "（" + it.state().label() + "）"))
                .toList();
    }
}
