package coop.kumiai.office;

import coop.kumiai.payments.CardToSettle;
import coop.kumiai.payments.ShortfallWay;
import coop.kumiai.web.Choice;
import coop.kumiai.web.Field;
import coop.kumiai.web.FormErrors;
import coop.kumiai.web.Option;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the desk says of a payment that the card has not paid whole, as it was typed.
 *
 * @param payment which one, by {@link #key}: also what was shown of it
 */
public record CardSettling(String payment, String way, String reason) {
    static final CardSettling EMPTY = new CardSettling("", "", "");

    /** A payment with the rest that is shown: with another rest it is not found again. */
    static String key(CardToSettle it) {
        return it.ref() + " " + it.rest().amount();
    }

    Optional<CardToSettle> chosen(List<CardToSettle> open) {
        return open.stream().filter(it -> key(it).equals(payment)).findFirst();
    }

    /** The questions; none where there is nothing to settle. */
    Optional<Form> form(
            List<CardToSettle> open, Function<CardToSettle, String> number, FormErrors errors) {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var payments = open.stream().map(it -> Option.of(key(it), label(it, number))).toList();
        return Optional.of(
                new Form(
                        Field.select("payment", "お支払い", payments).value(payment).errors(errors),
                        Choice.oneOf("way", "不足の金額", ways()).chosen(way).errors(errors),
                        Field.text("reason", "理由").value(reason).errors(errors)));
    }

    private static String label(CardToSettle it, Function<CardToSettle, String> number) {
        return "%s　カード %s、不足 %s".formatted(number.apply(it), it.captured(), it.rest());
    }

    private static List<Option> ways() {
        return Arrays.stream(ShortfallWay.values())
                .map(it -> Option.of(it.code(), it.label()))
                .toList();
    }

    /** The questions as they are shown. */
    public record Form(Field payment, Choice way, Field reason) {}
}
