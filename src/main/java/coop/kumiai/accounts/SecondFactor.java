package coop.kumiai.accounts;

import java.util.Locale;

/** Where the second code at sign-in comes from. */
public enum SecondFactor {
    /** A code by mail. */
    MAIL,
    /** An app that counts codes out of a secret and the time (RFC 6238), or a spare code. */
    APP;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SecondFactor of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
