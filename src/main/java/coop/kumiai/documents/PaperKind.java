package coop.kumiai.documents;

import java.util.Locale;
import java.util.Optional;

/** What kind of paper it is; each is numbered on its own. */
public enum PaperKind {
    /** 納品書, which is the qualified invoice of its order (N-RCPT-1). */
    DELIVERY_NOTE("納品書", "N"),
    /** 領収書 in a name (N-RCPT-2). */
    RECEIPT("領収書", "R"),
    /** 返還請求書: what was given back of a sale (N-RET-1). */
    RETURN_INVOICE("返還請求書", "H");

    private final String label;
    private final String letter;

    PaperKind(String label, String letter) {
        this.label = label;
        this.letter = letter;
    }

    public String label() {
        return label;
    }

    /** As it is stored and sent. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The number of a paper, such as {@code N-2026-000123}. */
    String number(int year, int place) {
        return String.format(Locale.ROOT, "%s-%d-%06d", letter, year, place);
    }

    static PaperKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Reads a code that somebody sent. */
    public static Optional<PaperKind> read(String code) {
        for (var kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
