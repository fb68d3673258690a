package coop.kumiai.office;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.web.Choice;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** 配信する日時: when an issue shall go out, as it was typed, and the fields for it. */
record SendingMoment(String when, String day, String time) {
    static final SendingMoment NOW = new SendingMoment("now", "", "");
    private static final String LATER = "later";
    private static final String FIRST_OFFERED = "10:00";

    boolean isLater() {
        return when.equals(LATER);
    }

    /** Empty for now, and when nothing can be read. */
    Optional<Instant> moment() {
        try {
            return isLater() ? Optional.of(read()) : Optional.empty();
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    String words() {
        return moment().map(JapaneseDates::moment).orElse("いますぐ");
    }

    Choice choice() {
        var options = List.of(Option.of(NOW.when, "いますぐ"), Option.of(LATER, "日時を決めて"));
        return Choice.oneOf("when", "いつ配信しますか", options).chosen(when);
    }

    List<Field> fields(LocalDate today, FormErrors errors) {
        return List.of(
                Field.of(Field.Kind.DATE, "day", "配信する日")
                        .optional()
                        .hint("日時を決めて配信するときにお選びください。")
                        .value(day.isEmpty() ? today.plusDays(1).toString() : day)
                        .errors(errors),
                Field.select("time", "時刻", TypedMoment.times())
                        .optional()
                        .value(time.isEmpty() ? FIRST_OFFERED : time));
    }

    private Instant read() {
        return LocalDate.parse(day)
                .atTime(LocalTime.parse(time))
                .atZone(BusinessClock.JAPAN)
                .toInstant();
    }
}
