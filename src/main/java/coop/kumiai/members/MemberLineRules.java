package coop.kumiai.members;

import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.kernel.Refusal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What a line of a file of members must be like, pure. */
final class MemberLineRules {
    static final List<String> COLUMNS =
            List.of(
                    "code",
                    "family",
                    "given",
                    "family_kana",
                    "given_kana",
                    "phone",
                    "birth_date",
                    "postal_code",
                    "prefecture",
                    "city",
                    "town",
                    "street",
                    "building",
                    "joined_on",
                    "units");

    private static final Pattern UNITS = Pattern.compile("[0-9]{1,6}");

    private MemberLineRules() {}

    /** Everything that is wrong with a line, in sentences. */
    static List<String> wrong(UnaryOperator<String> cell, ShareLimits limits, LocalDate today) {
        var wrong =
                new ArrayList<>(
                        MemberRules.check(typed(cell), today).stream()
                                .map(Refusal::sentence)
                                .toList());
        if (MemberCode.parse(cell.apply("code")).isEmpty()) {
            wrong.add("組合員コード（code）は%d桁の数字にしてください。".formatted(MemberCode.LENGTH));
        }
        if (BirthDate.read(cell.apply("joined_on"), today).isEmpty()) {
            wrong.add("加入日（joined_on）をお確かめください。");
        }
        var units = units(cell.apply("units"));
        if (units.isEmpty() || units.getAsInt() > limits.mostUnits()) {
            wrong.add("口数（units）は0から%,dまでの数字にしてください。".formatted(limits.mostUnits()));
        }
        return wrong;
    }

    /** The line, put right; call after {@link #wrong} found nothing. */
    static MemberLine line(UUID memberId, UnaryOperator<String> cell, LocalDate today) {
        return new MemberLine(
                memberId,
                MemberCode.parse(cell.apply("code")).orElseThrow(),
                MemberRules.joiner(typed(cell), today),
                BirthDate.read(cell.apply("joined_on"), today).orElseThrow(),
                units(cell.apply("units")).orElseThrow());
    }

    private static TypedJoiner typed(UnaryOperator<String> cell) {
        var address =
                new TypedAddress(
                        "",
                        "",
                        "",
                        cell.apply("postal_code"),
                        cell.apply("prefecture"),
                        cell.apply("city"),
                        cell.apply("town"),
                        cell.apply("street"),
                        cell.apply("building"));
        return new TypedJoiner(
                cell.apply("family"),
                cell.apply("given"),
                cell.apply("family_kana"),
                cell.apply("given_kana"),
                cell.apply("phone"),
                cell.apply("birth_date"),
                address);
    }

    private static OptionalInt units(String typed) {
        var digits = JapaneseText.digits(typed);
        return UNITS.matcher(digits).matches()
                ? OptionalInt.of(Integer.parseInt(digits))
                : OptionalInt.empty();
    }
}
