package coop.kumiai.help;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds figures that somebody typed into an article. Digits may stand in an example ({@code
 * `123456`}) as long as no unit follows, and number the steps of a list; everything else has to
 * come from a policy.
 */
final class BareNumbers {
    private static final String UNIT =
            "(?:円|割|分|秒|時|日|週|か月|ヶ月|カ月|年|歳|才|点|個|本|枚|袋|箱|膳|口|回|件|便|名|人|文字|字|けた|ケタ|桁|キロ|グラム|%|%|パーセント)";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]*}}");
    private static final Pattern STEP = Pattern.compile("(?m)^\\d+\\. ");
    private static final Pattern EXAMPLE = Pattern.compile("`[0-9 -]+`(?!\\s*" + UNIT + ")");
    private static final Pattern FIGURE =
            Pattern.compile(
                    "\\p{Nd}+\\s*"
                            + UNIT
                            + "?|[〇一二三四五六七八九十百千万]+(?:円|割|分間|分以|時間|時から|日間|日以|週間|か月|年間|歳|点|個|本|枚|膳|便|文字|けた|桁|キロ|グラム|パーセント)");

    private BareNumbers() {}

    static List<String> in(String markdown) {
        var prose = PLACEHOLDER.matcher(markdown).replaceAll("◇");
        prose = STEP.matcher(prose).replaceAll("");
        prose = EXAMPLE.matcher(prose).replaceAll("");
        return FIGURE.matcher(prose).results().map(MatchResult::group).toList();
    }
}
