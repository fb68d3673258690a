package coop.kumiai.kernel;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Typed Japanese put into one writing (表記のゆれをそろえる), so that ﾖｰｸﾞﾙﾄ, よーぐると and ヨ－グルト are the same
 * word and １２３−４５６７ is the same number as 123-4567.
 *
 * <p>{@link #fold} makes keys to compare and search by; a key never takes the place of what a
 * person wrote: 髙橋, 﨑 and 𠮷 stay as they are in names and addresses, which only {@link #tidy} may
 * touch.
 */
public final class JapaneseText {
    /**
     * Every sign that is typed for a hyphen, as code points; the long-vowel mark ー is told apart by
     * its place.
     */
    private static final String DASHES =
            "-\u02D7\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u207B\u208B\u2212\u2500\u2501\u2796\u30A0\uFE58\uFE63\uFF0D";

    private static final char LONG_VOWEL = 'ー';
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\t\\n\\r]]");
    private static final Pattern VARIATION_SELECTORS =
            Pattern.compile("[\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern BETWEEN_DIGITS =
            Pattern.compile("[\\s\\p{Z}()./・ー" + Pattern.quote(DASHES) + "]+");
    private static final Pattern KANA = Pattern.compile("[ァ-ヺー・ヽヾ ]+");

    /** 異体字 that names are spelled with and that hardly anybody types into a search box. */
    private static final Map<Integer, String> PLAIN_KANJI =
            plainKanji("髙高 﨑崎 𠮷吉 濵浜 濱浜 邉辺 邊辺 澤沢 齋斎 齊斉 德徳 冨富 嶋島 嶌島 廣広 國国 眞真 櫻桜 惠恵 瀨瀬 賴頼 龍竜 彌弥 栁柳");

    private JapaneseText() {}

    /**
     * The key to compare and search by: one width, katakana, small letters, plain kanji, no spaces.
     */
    public static String fold(String typed) {
        var text =
                VARIATION_SELECTORS
                        .matcher(oneWidth(typed))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
        var key = new StringBuilder(text.length());
        SPACES.matcher(text).replaceAll("").codePoints().forEach(sign -> appendFolded(key, sign));
        return key.toString();
    }

    /** A reading (ふりがな) in full-width katakana, the parts of a name one space apart. */
    public static String kana(String typed) {
        var text = SPACES.matcher(oneWidth(typed)).replaceAll(" ").strip();
        var reading = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> appendJoined(reading, katakana(sign)));
        return reading.toString();
    }

    /** Whether a reading, put right by {@link #kana}, is katakana throughout. */
    public static boolean isKana(String reading) {
        return KANA.matcher(reading).matches() && !reading.isBlank();
    }

    /**
     * The digits of a typed number (電話番号, 郵便番号, 組合員番号): half width, without what stands between
     * them. Anything else that was typed stays, so that a check can refuse it.
     */
    public static String digits(String typed) {
        return BETWEEN_DIGITS.matcher(oneWidth(typed)).replaceAll("");
    }

    /**
     * What is kept of a name or an address as it was typed: no space at its ends, no invisible
     * sign, one line.
     */
    public static String tidy(String typed) {
        return SPACES.matcher(withoutInvisible(typed)).replaceAll(JapaneseText::oneSpace).strip();
    }

    /** The number of characters as a person counts them: 𠮷 is one. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String oneSpace(MatchResult spaces) {
        return spaces.group().indexOf('\u3000') >= 0 ? "\u3000" : " ";
    }

    /** NFKC, after the loose sound marks of half-typed kana (か゛) have been made ones that join. */
    private static String oneWidth(String typed) {
        var joining = typed.replace('\u309B', '\u3099').replace('\u309C', '\u309A');
        return Normalizer.normalize(withoutInvisible(joining), Normalizer.Form.NFKC);
    }

    private static String withoutInvisible(String typed) {
        return INVISIBLE.matcher(typed).replaceAll("");
    }

    private static void appendFolded(StringBuilder key, int sign) {
        var plain = PLAIN_KANJI.get(sign);
        if (plain == null) {
            appendJoined(key, katakana(sign));
        } else {
            key.append(plain);
        }
    }

    /**
     * A dash after kana is a long vowel (コ-プ is コープ), a long-vowel mark after anything else is a
     * dash (1ー2 is 1-2).
     */
    private static void appendJoined(StringBuilder text, int sign) {
        if (DASHES.indexOf(sign) >= 0 || sign == LONG_VOWEL) {
            text.append(endsInKatakana(text) ? LONG_VOWEL : '-');
        } else if (sign == '〜' || sign == '~') {
            text.append(endsInKatakana(text) ? LONG_VOWEL : '~');
        } else {
            text.appendCodePoint(sign);
        }
    }

    private static boolean endsInKatakana(StringBuilder text) {
        if (text.isEmpty()) {
            return false;
        }
        var last = text.charAt(text.length() - 1);
        return (last >= 'ァ' && last <= 'ヺ') || last == LONG_VOWEL;
    }

    private static int katakana(int sign) {
        var hiragana = (sign >= 'ぁ' && sign <= 'ゖ') || sign == 'ゝ' || sign == 'ゞ';
        return hiragana ? sign + ('ァ' - 'ぁ') : sign;
    }

    private static Map<Integer, String> plainKanji(String pairs) {
        return Arrays.stream(pairs.split(" "))
                .collect(toUnmodifiableMap(pair -> pair.codePointAt(0), JapaneseText::lastSign));
    }

    private static String lastSign(String pair) {
        return pair.substring(pair.offsetByCodePoints(0, 1));
    }
}
