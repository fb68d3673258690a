package coop.kumiai.accounts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 任せること: what a member can have done by a representative. A closed set: each is enforced by the
 * pages that serve it, and whatever serves none of them is shut while acting.
 */
public enum Errand {
    /** Cart, slot, order up to the limit, cancelling, and the orders so far. */
    ORDER("お買い物", "商品を選び、お届けの便を決めて注文します。これまでのご注文も見られます。"),
    /** The statements, to be read. */
    STATEMENTS("請求明細", "毎月の請求明細を見ます。お支払いの方法は変えられません。");

    private final String label;
    private final String words;

    Errand(String label, String words) {
        this.label = label;
        this.words = words;
    }

    /** In a word or two, as on a button. */
    public String label() {
        return label;
    }

    /** What that means, in a sentence. */
    public String words() {
        return words;
    }

    /** As it is stored and sent. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of a set in words. */
    public static String labels(Set<Errand> errands) {
        return Arrays.stream(values())
                .filter(errands::contains)
                .map(Errand::label)
                .collect(Collectors.joining("・"));
    }

    static String codes(Set<Errand> errands) {
        return EnumSet.copyOf(errands).stream().map(Errand::code).collect(Collectors.joining(","));
    }

    static Set<Errand> ofCodes(String codes) {
        return Arrays.stream(values())
                .filter(it -> Arrays.asList(codes.split(",")).contains(it.code()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
