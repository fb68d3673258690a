package coop.kumiai.web;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** One thing a page has to say besides its matter, in words that name the way out. */
public record Notice(Kind kind, String title, String text, @Nullable Link link) {

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
        return new Notice(kind, newTitle, text, link);
    }

    public Notice link(String label, String href) {
        return new Notice(kind, title, text, new Link(label, href));
    }

    private static Notice of(Kind kind, String text) {
        return new Notice(kind, kind.word(), text, null);
    }
}
