package coop.kumiai.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** 続柄: what a representative is to the member. */
public enum Relation {
    CHILD("子ども"),
    SPOUSE("夫・妻"),
    PARENT("親"),
    SIBLING("きょうだい"),
    CARER("介護やお世話をする方"),
    OTHER("そのほか");

    private final String label;

    Relation(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Relation> find(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    static Relation of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException(code));
    }
}
