package coop.kumiai.billing;

import coop.kumiai.kernel.JapaneseText;
import coop.kumiai.members.PersonName;

import java.util.regex.Pattern;

/**
 * Whether a bank's file names the member (振込依頼人名), pure. Banks know neither small kana nor ヲ, and
 * write a long vowel as a dash or not at all; they put the number that was typed beside the name. A
 * company (カ), a spouse, an initial: whatever else stands there is another name.
 */
final class PayerNames {
    private static final String SMALL = "ァィゥェォッャュョヮヵヶヲ";
    private static final String AS_BANKS_WRITE = "アイウエオツヤユヨワカケオ";
    private static final Pattern LONG_VOWELS = Pattern.compile("[ー・.-]");

    private PayerNames() {}

    /**
     * @param written as the file says it
     * @param payerNumber お客様番号, which may stand in it
     */
    static boolean isOf(PersonName member, String written, String payerNumber) {
        return key(written.replace(payerNumber, "")).equals(key(member.fullKana()));
    }

    private static String key(String name) {
        var key = new StringBuilder();
        LONG_VOWELS
                .matcher(JapaneseText.fold(name))
                .replaceAll("")
                .codePoints()
                .forEach(sign -> key.appendCodePoint(asBanksWrite(sign)));
        return key.toString();
    }

    private static int asBanksWrite(int sign) {
        var at = SMALL.indexOf(sign);
        return at < 0 ? sign : AS_BANKS_WRITE.charAt(at);
    }
}
