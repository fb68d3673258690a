package coop.kumiai.office;

import coop.kumiai.documents.PaperKind;
import coop.kumiai.documents.RegisterQuery;
import coop.kumiai.documents.RegisterQuery.Place;
import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Yen;
import coop.kumiai.web.FormErrors;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What staff typed to search the register of papers; every field may stay empty.
 *
 * @param after behind which paper the page begins, as {@link #place} writes it
 */
public record RegisterForm(
        String from,
        String until,
        String least,
        String most,
        String who,
        String kind,
        String after) {
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,12}");
    private static final Pattern PLACE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_([0-9]{1,18})");

    public static final RegisterForm EMPTY = new RegisterForm("", "", "", "", "", "", "");

    /** A form sends only what it has. */
    static RegisterForm of(
            @Nullable String from,
            @Nullable String until,
            @Nullable String least,
            @Nullable String most,
            @Nullable String who,
            @Nullable String kind,
            @Nullable String after) {
        return new RegisterForm(
                text(from),
                text(until),
                text(least),
                text(most),
                text(who),
                text(kind),
                text(after));
    }

    FormErrors errors() {
        var errors = FormErrors.NONE;
        errors = wrongDay(errors, "from", from);
        errors = wrongDay(errors, "until", until);
        errors = wrongAmount(errors, "least", least);
        return wrongAmount(errors, "most", most);
    }

    RegisterQuery query() {
        return new RegisterQuery(
                day(from),
                day(until),
                amount(least),
                amount(most),
                JapaneseText.tidy(who),
                PaperKind.read(kind));
    }

    Optional<Place> place() {
        var match = PLACE.matcher(after);
        if (!match.matches()) {
            return Optional.empty();
        }
        return day(match.group(1)).map(it -> new Place(it, Long.parseLong(match.group(2))));
    }

    static String written(Place place) {
        return place.suppliedOn() + "_" + place.registerNo();
    }

    private static FormErrors wrongDay(FormErrors errors, String field, String typed) {
        return typed.isEmpty() || day(typed).isPresent()
                ? errors
                : errors.and(field, "日付は 2026-11-20 のように入れてください。");
    }

    private static FormErrors wrongAmount(FormErrors errors, String field, String typed) {
        return typed.isEmpty() || amount(typed).isPresent()
                ? errors
                : errors.and(field, "金額は数字で入れてください。");
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<Yen> amount(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[,円\\s]", "");
        return AMOUNT.matcher(plain).matches()
                ? Optional.of(Yen.of(Long.parseLong(plain)))
                : Optional.empty();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
