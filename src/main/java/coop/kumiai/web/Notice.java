package coop.kumiai.web;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing a page has to say besides its matter, in words that name the way out.
 *
 * @param link what to do about it
 * @param guide where more can be read about it
 */
public record Notice(
        Kind kind, String title, String text, @Nullable Link link, @Nullable Link guide) {

    /** How it is meant; every kind has its own word on the page, colour only follows it. */
    public enum Kind {
        INFO("お知らせ"),
        DONE("完了"),
        CAUTION("ご注意"),
        REFUSAL("お受けできませんでした");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** The class that the stylesheet knows this kind by. */
        public String styleName() {
            return "notice-" + name().toLowerCase(Locale.ROOT);
        }
    }

    public static Notice info(String text) {
        return of(Kind.INFO, text);
    }

    public static Notice done(String text) {
        return of(Kind.DONE, text);
    }

    public static Notice caution(String text) {
        return of(Kind.CAUTION, text);
    }

    public static Notice refusal(String text) {
        return of(Kind.REFUSAL, text);
    }

    public Notice titled(String newTitle) {
        return new Notice(kind, newTitle, text, link, guide);
    }

    public Notice link(String label, String href) {
        return new Notice(kind, title, text, new Link(label, href), guide);
    }

    /** The same with the page that explains it, where there is one. */
    public Notice guided(Optional<Link> newGuide) {
        return new Notice(kind, title, text, link, newGuide.orElse(null));
    }

    private static Notice of(Kind kind, String text) {
        return new Notice(kind, kind.word(), text, null, null);
    }
}
